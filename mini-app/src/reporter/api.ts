import { SchoolsFound, SheetAnswer } from "@truong-an/shared/api/public";
import { RefusalBody } from "@truong-an/shared/api/refusal";
import {
  DesksChanged,
  MessageAccepted,
  Puzzle,
  ReportAccepted,
  ReporterThread,
  type SendMessage,
  type SendReport,
} from "@truong-an/shared/api/reporter";
import type { z } from "zod";

/** They said no, with a code and a sentence for people; or nobody answered. */
export type Refused = {
  readonly kind: "refused";
  readonly code: RefusalBody["code"];
  readonly message: string;
  readonly desksChanged: DesksChanged | null;
};
export type Unreachable = { readonly kind: "unreachable" };
export type Answer<Value> = { readonly kind: "ok"; readonly value: Value } | Refused | Unreachable;

const askWithinMs = 20_000;
const uploadWithinMs = 120_000;

export function findSchools(search: string): Promise<Answer<z.infer<typeof SchoolsFound>>> {
  return ask(SchoolsFound, `/api/public/schools?search=${encodeURIComponent(search)}`);
}

export function fetchSheet(schoolId: string): Promise<Answer<z.infer<typeof SheetAnswer>>> {
  return ask(SheetAnswer, `/api/public/schools/${encodeURIComponent(schoolId)}/sheet`, {
    withinMs: 8_000,
  });
}

export function fetchPuzzle(withinMs: number): Promise<Answer<Puzzle>> {
  return ask(Puzzle, "/api/reporter/puzzle", { withinMs });
}

export function postReport(body: SendReport): Promise<Answer<ReportAccepted>> {
  return ask(ReportAccepted, "/api/reporter/reports", { json: body });
}

/** The sealed bytes under their own hash: asking twice is the same as once. */
export function putPhoto(sha256: string, sealed: Uint8Array<ArrayBuffer>): Promise<Answer<null>> {
  const request = {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: sealed,
    withinMs: uploadWithinMs,
  };
  return call(`/api/reporter/photos/${sha256}`, request, async () => ({ kind: "ok", value: null }));
}

export function openThread(finder: string): Promise<Answer<ReporterThread>> {
  return ask(ReporterThread, "/api/reporter/threads/open", { json: { finder } });
}

export function postMessage(body: SendMessage): Promise<Answer<z.infer<typeof MessageAccepted>>> {
  return ask(MessageAccepted, "/api/reporter/threads/messages", { json: body });
}

export function fetchPhoto(
  finder: string,
  sha256: string,
): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  const request = { ...jsonBody({ finder, sha256 }), withinMs: uploadWithinMs };
  return call("/api/reporter/threads/photo", request, async (response) => ({
    kind: "ok",
    value: new Uint8Array(await response.arrayBuffer()),
  }));
}

const unreachable: Unreachable = { kind: "unreachable" };

function ask<Value>(
  schema: z.ZodType<Value>,
  path: string,
  options: { readonly json?: unknown; readonly withinMs?: number } = {},
): Promise<Answer<Value>> {
  const body = options.json === undefined ? { method: "GET" } : jsonBody(options.json);
  const request = { ...body, withinMs: options.withinMs ?? askWithinMs };
  return call(path, request, async (response) => {
    const parsed = schema.safeParse(await response.json());
    // An answer of another shape comes from something that is not our server: a portal, a proxy.
    return parsed.success ? { kind: "ok", value: parsed.data } : unreachable;
  });
}

function jsonBody(json: unknown) {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(json),
  };
}

/**
 * No cookie, no referrer, no cache: nothing that could tie two calls together. The time counts
 * until the whole answer has been read: one that stalls half-way is no answer.
 */
async function call<Value>(
  path: string,
  options: RequestInit & { readonly withinMs: number },
  read: (response: Response) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const { withinMs, ...request } = options;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), withinMs);
  try {
    const response = await fetch(`${__API_BASE__}${path}`, {
      ...request,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: controller.signal,
    });
    return await (response.ok ? read(response) : refusal(response));
  } catch {
    return unreachable; // no network, out of time, or an answer that is no JSON
  } finally {
    clearTimeout(timer);
  }
}

async function refusal(response: Response): Promise<Refused | Unreachable> {
  const body: unknown = await response.json();
  const known = RefusalBody.safeParse(body);
  if (!known.success) return unreachable;
  const changed = DesksChanged.safeParse(body);
  return {
    kind: "refused",
    code: known.data.code,
    message: known.data.message,
    desksChanged: known.data.code === "desks-changed" && changed.success ? changed.data : null,
  };
}
