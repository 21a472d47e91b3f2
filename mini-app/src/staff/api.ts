import { RefusalBody, type RefusalCode } from "@truong-an/shared/api/refusal";
import {
  type AcceptInvitation,
  type Close,
  type CorrectLevel,
  type HandOver,
  InvitationAccepted,
  InvitationOpened,
  Me,
  Queue,
  type ReadAgain,
  ReadingTaken,
  ReportDetail,
  SignInStarted,
  type WriteMessage,
  type WriteNote,
} from "@truong-an/shared/api/staff";
import { z } from "zod";

/** What a door said: yes with an answer, no with a reason, or nothing at all. */
export type Answer<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly body: unknown }
  | { readonly kind: "unreachable" };

export type Refused = Exclude<Answer<never>, { kind: "ok" }>;

let onSignedOut: () => void = () => undefined;

/** Called whenever a door says that the session is over, whatever was asked. */
export function whenSignedOut(lock: () => void): void {
  onSignedOut = lock;
}

export const openInvitation = (token: string) =>
  post("invitations/open", { token }, InvitationOpened);

export const acceptInvitation = (body: z.input<typeof AcceptInvitation>) =>
  post("invitations/accept", body, InvitationAccepted);

export const confirmInvitation = (token: string, oneTimeCode: string) =>
  post("invitations/confirm", { token, oneTimeCode }, Me);

export const startSignIn = (email: string) => post("sign-in/start", { email }, SignInStarted);

export const signIn = (email: string, signInHalf: string, oneTimeCode: string) =>
  post("sign-in", { email, signInHalf, oneTimeCode }, Me);

export const signOut = () => post("sign-out", undefined, z.unknown());

/** Who is signed in here, if anybody. Asked at the start, when being signed out is no surprise. */
export const whoAmI = () => get("me", Me);

export const fetchQueue = (which: "open" | "closed") =>
  get(which === "closed" ? "reports?closed=true" : "reports", Queue);

export const fetchReport = (reportId: string) => get(`reports/${reportId}`, ReportDetail);

/** The sealed bytes of one photo. The server writes down that they were asked for. */
export async function fetchPhoto(reportId: string, sha256: string): Promise<Answer<Uint8Array>> {
  const response = await ask(`reports/${reportId}/photos/${sha256}`, { method: "GET" });
  if (!(response instanceof Response)) return response;
  const bytes = await whole(response.arrayBuffer());
  return bytes === undefined ? unreachable : { kind: "ok", value: new Uint8Array(bytes) };
}

export const takeReport = (reportId: string) =>
  post(`reports/${reportId}/take`, undefined, z.unknown());

export const writeNote = (reportId: string, body: z.input<typeof WriteNote>) =>
  post(`reports/${reportId}/notes`, body, z.unknown());

export const writeMessage = (reportId: string, body: z.input<typeof WriteMessage>) =>
  post(`reports/${reportId}/messages`, body, z.unknown());

export const handOver = (reportId: string, body: z.input<typeof HandOver>) =>
  post(`reports/${reportId}/hand-over`, body, z.unknown());

export const correctLevel = (reportId: string, body: z.input<typeof CorrectLevel>) =>
  post(`reports/${reportId}/level`, body, z.unknown());

/** Codes only: what a text says on reading it again here. */
export const raiseByReading = (reportId: string, body: z.input<typeof ReadAgain>) =>
  post(`reports/${reportId}/signals`, body, ReadingTaken);

export const closeReport = (reportId: string, body: z.input<typeof Close>) =>
  post(`reports/${reportId}/close`, body, z.unknown());

const timeoutMs = 30_000;
const unreachable = { kind: "unreachable" } as const;

export async function get<T>(path: string, schema: z.ZodType<T>): Promise<Answer<T>> {
  return parsed(await ask(path, { method: "GET" }), schema);
}

export async function post<T>(
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
): Promise<Answer<T>> {
  const headers: Record<string, string> = { "x-truong-an-console": "1" };
  if (body === undefined) return parsed(await ask(path, { method: "POST", headers }), schema);
  headers["content-type"] = "application/json";
  return parsed(await ask(path, { method: "POST", headers, body: JSON.stringify(body) }), schema);
}

/** Sends bytes as they are. */
export async function putBytes<T>(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  schema: z.ZodType<T>,
): Promise<Answer<T>> {
  const headers = {
    "x-truong-an-console": "1",
    "content-type": "application/octet-stream",
  };
  return parsed(await ask(path, { method: "PUT", headers, body: bytes }), schema);
}

/** The response when the door said yes; otherwise why there is none. */
async function ask(path: string, request: RequestInit): Promise<Response | Refused> {
  let response: Response;
  try {
    response = await fetch(`/api/staff/${path}`, {
      ...request,
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    return unreachable;
  }
  if (response.ok) return response;
  const told: unknown = await whole(response.json());
  const body = RefusalBody.safeParse(told);
  if (!body.success) return unreachable; // a gateway's own error page, not our server
  if (body.data.code === "signed-out") onSignedOut();
  return { kind: "refused", code: body.data.code, body: told };
}

/** An answer that does not fit its schema comes from another version of the server: as good as none. */
async function parsed<T>(response: Response | Refused, schema: z.ZodType<T>): Promise<Answer<T>> {
  if (!(response instanceof Response)) return response;
  if (response.status === 204) return fit(undefined, schema);
  return fit(await whole(response.json()), schema);
}

function fit<T>(body: unknown, schema: z.ZodType<T>): Answer<T> {
  const result = schema.safeParse(body);
  return result.success ? { kind: "ok", value: result.data } : unreachable;
}

/** The body once it has all come, or nothing if the line broke or it is not what was expected. */
async function whole<T>(body: Promise<T>): Promise<T | undefined> {
  try {
    return await body;
  } catch {
    return undefined;
  }
}
