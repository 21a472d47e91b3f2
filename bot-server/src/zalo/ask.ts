import type { Envelope } from "./answer.ts";
import { meaningOf } from "./codes.ts";
import { ZaloRefused, type ZaloService, ZaloUnreachable } from "./errors.ts";

export type Question = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form and a multipart form go as they are, anything else as JSON. */
  readonly body?: object;
  readonly timeoutMs: number;
};

/** Asks once and reads the answer. Every failure is ZaloUnreachable, without a cause: that may quote the answer, a header or a URL. */
export async function ask<Answer>(
  question: Question,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  try {
    const response = await fetch(question.url, {
      method: question.method,
      ...contentOf(question),
      redirect: "error", // a redirect would carry the token to another host
      signal: AbortSignal.timeout(question.timeoutMs),
    });
    return await read(response);
  } catch (failure) {
    throw asUnreachable(failure);
  }
}

/** The same answer when Zalo has said yes; otherwise throws what its code means. */
export function accepted(service: ZaloService, envelope: Envelope): Envelope {
  switch (meaningOf(service, envelope.error)) {
    case "accepted":
      return envelope;
    case "try-later":
      throw new ZaloUnreachable("busy");
    case "token-refused":
    case "refused":
      throw new ZaloRefused(envelope.error, service);
  }
}

export function urlOf(base: string, path: string, query: Readonly<Record<string, string>> = {}) {
  const search = new URLSearchParams(query).toString();
  return `${base.replace(/\/+$/, "")}${path}${search === "" ? "" : `?${search}`}`;
}

function contentOf({ headers = {}, body }: Question): Pick<RequestInit, "headers" | "body"> {
  if (body === undefined) return { headers };
  if (body instanceof FormData || body instanceof URLSearchParams) return { headers, body };
  return {
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

function asUnreachable(failure: unknown): ZaloUnreachable {
  if (failure instanceof ZaloUnreachable) return failure;
  const isTimeout = failure instanceof DOMException && failure.name === "TimeoutError";
  return new ZaloUnreachable(isTimeout ? "timeout" : "no-connection");
}
