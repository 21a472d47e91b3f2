import { newIdentity, recipientOf, sealTo } from "@truong-an/shared/sealing/age";
import { fromBase64Url, toBase64, toBase64Url } from "@truong-an/shared/sealing/bytes";
import { parseInvitation } from "@truong-an/shared/sealing/staff-keys";
import { Secret, TOTP } from "otpauth";
import { people } from "../../demo/directory.ts";
import type { Doorstep } from "../../support/doorstep.ts";

/** A person with an invitation and a browser, as the doors see them: bytes, codes and a cookie. */

export type Sent = {
  readonly status: number;
  readonly code: string | undefined; // of a refusal
  readonly body: Record<string, unknown>;
  readonly cookie: string | undefined; // as set by this answer
  readonly setCookie: string;
};

export const person = people[0] ?? failNobody();
const signInHalf = toBase64(new Uint8Array(32).fill(1));
export const otherHalf = toBase64(new Uint8Array(32).fill(2));
export const salt = toBase64(new Uint8Array(16).fill(3));

const pageHeader = { "x-truong-an-console": "1" };

export async function knock(
  { app }: Doorstep,
  method: "GET" | "POST",
  url: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const answer = await app.inject({
    method,
    url,
    headers: { ...pageHeader, ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });
  const parsed = answer.body === "" ? {} : answer.json();
  const setCookie = String(answer.headers["set-cookie"] ?? "");
  const cookie = setCookie === "" ? undefined : setCookie.split(";")[0];
  return { status: answer.statusCode, code: parsed.code, body: parsed, cookie, setCookie };
}

/** The part of this person's invitation that is sent. */
export function tokenOf({ invitations }: Doorstep, personId = person.id): string {
  const printed = invitations.find((one) => one.personId === personId)?.printed ?? "";
  const invitation = parseInvitation(printed);
  return invitation === undefined ? "" : toBase64Url(invitation.token);
}

/** The same invitation with its last bit turned. */
export function almost(token: string): string {
  const bytes = Buffer.from(fromBase64Url(token));
  bytes[31] = (bytes[31] ?? 0) ^ 1;
  return toBase64Url(bytes);
}

export async function acceptWith(doorstep: Doorstep, token: string, half = signInHalf) {
  const recipient = await recipientOf(await newIdentity());
  const sealed = toBase64(await sealTo([recipient], Buffer.from("a key")));
  const answer = await knock(doorstep, "POST", "/api/staff/invitations/accept", {
    token,
    salt,
    signInHalf: half,
    recipient,
    lockedIdentity: sealed,
    deskKeyEnvelope: sealed,
  });
  return { ...answer, totpSecret: String(answer.body["totpSecret"]) };
}

export function confirmWith(doorstep: Doorstep, token: string, oneTimeCode: string) {
  return knock(doorstep, "POST", "/api/staff/invitations/confirm", { token, oneTimeCode });
}

/** The code that an authenticator shows on the doorstep's clock, some seconds away from now. */
export function codeNow({ clock }: Doorstep, secret: string, secondsFromNow = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  return totp.generate({ timestamp: clock.now() + secondsFromNow * 1000 });
}

/** Joins this person's desk, from invitation to session. */
export async function join(doorstep: Doorstep, personId = person.id) {
  const token = tokenOf(doorstep, personId);
  const { totpSecret } = await acceptWith(doorstep, token);
  const confirmed = await confirmWith(doorstep, token, codeNow(doorstep, totpSecret));
  return { token, totpSecret, cookie: confirmed.cookie ?? "" };
}

export function signIn(
  doorstep: Doorstep,
  oneTimeCode: string,
  { email = person.email, half = signInHalf }: { email?: string; half?: string } = {},
): Promise<Sent> {
  const body = { email, signInHalf: half, oneTimeCode };
  return knock(doorstep, "POST", "/api/staff/sign-in", body);
}

function failNobody(): never {
  throw new Error("the demo directory names nobody");
}
