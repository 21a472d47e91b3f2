import type { ZaloEvent } from "./events.ts";
import type { Trouble } from "./troubles.ts";
import { miniSignature, type OaSigning, oaSignature } from "./webhook-signature.ts";

/** One event on its way, and what is wrong with this copy of it. */
export type Letter = { readonly event: ZaloEvent; readonly trouble: Trouble["kind"] | undefined };

/** An HTTP status, or why there was none. */
export type Outcome = number | "timeout" | "no-connection";

export type Sending = OaSigning & {
  readonly urlFor: (event: ZaloEvent) => string | undefined;
  readonly timestamp: "string" | "number";
  readonly miniKey: string;
  readonly botSecret: string;
  readonly deadlineMs: number;
  readonly retrySpeed: number;
};

/** Posts one event as Zalo does: signed, and given up after two seconds. Only 200 counts. */
export async function post(sending: Sending, letter: Letter, numRetry: number): Promise<Outcome> {
  const url = sending.urlFor(letter.event);
  if (url === undefined) return "no-connection";
  const { rawBody, headers } = written(sending, letter);
  const retry: Record<string, string> = numRetry === 0 ? {} : { num_retry: String(numRetry) };
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers, ...retry },
      body: rawBody,
      redirect: "error",
      signal: AbortSignal.timeout(sending.deadlineMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch (failure) {
    const isTimeout = failure instanceof DOMException && failure.name === "TimeoutError";
    return isTimeout ? "timeout" : "no-connection";
  }
}

/** The console looks at a new address before it is used: a GET, and a sample without a signature. */
export async function probe(url: string): Promise<readonly number[]> {
  const sample = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  const answers = [await fetch(url), await fetch(url, sample)];
  return answers.map(({ status }) => status);
}

type Written = { readonly rawBody: string; readonly headers: Record<string, string> };

function written(sending: Sending, letter: Letter): Written {
  const { event, trouble } = letter;
  const isNumeric = trouble === "numeric-timestamp" || sending.timestamp === "number";
  const body =
    event.door === "oa" && isNumeric
      ? { ...event.body, timestamp: Number(event.body["timestamp"]) }
      : event.body;
  const rawBody = JSON.stringify(body);
  const [name, signature] = signed(sending, event, rawBody);
  const server: Record<string, string> = event.isZns ? { "x-zevent-server": "ZNS" } : {};
  if (trouble === "unsigned") return { rawBody, headers: server };
  const shown = trouble === "wrong-signature" ? spoilt(signature) : signature;
  return { rawBody, headers: { [name]: shown, ...server } };
}

function signed(
  sending: Sending,
  { door, body }: ZaloEvent,
  rawBody: string,
): readonly [header: string, value: string] {
  switch (door) {
    case "oa": {
      const timestamp = String(body["timestamp"]);
      return ["x-zevent-signature", oaSignature(rawBody, timestamp, sending)];
    }
    case "mini":
      return ["x-zevent-signature", miniSignature(body, sending.miniKey)];
    case "bot":
      return ["x-bot-api-secret-token", sending.botSecret];
  }
}

/** Looks like a signature and is none. */
function spoilt(signature: string): string {
  const last = signature.at(-1) === "0" ? "1" : "0";
  return signature.slice(0, -1) + last;
}
