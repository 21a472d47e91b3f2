import { createHash, timingSafeEqual } from "node:crypto";
import type { Config } from "../config.ts";

/**
 * Whether this body, to the byte, was signed for our Official Account (`X-ZEvent-Signature`):
 * SHA-256 of id + body + timestamp + secret. Zalo's pages and working code disagree about the
 * id (the app's or the account's) and about which secret it is: ZALO_SIGNATURE_ID and
 * ZALO_SIGNATURE_SECRET say. Never for anyone while these are not configured.
 */
export function isSignedOaEvent(config: Config, rawBody: Buffer, header: unknown): boolean {
  const id = config.ZALO_SIGNATURE_ID === "app" ? config.ZALO_APP_ID : config.ZALO_OA_ID;
  const secret =
    config.ZALO_SIGNATURE_SECRET === "oa" ? config.ZALO_OA_SECRET : config.ZALO_APP_SECRET;
  const timestamp = timestampIn(rawBody);
  if (id === undefined || secret === undefined || timestamp === undefined) return false;
  const hash = createHash("sha256").update(id).update(rawBody).update(timestamp).update(secret);
  return isHexOf(header, hash.digest());
}

/**
 * Whether this body was signed for our Mini App: SHA-256 of its values in the order of their
 * names, followed by the Open API key.
 */
export function isSignedMiniEvent(config: Config, rawBody: Buffer, header: unknown): boolean {
  const body = objectIn(rawBody);
  const key = config.ZALO_MINI_APP_KEY;
  if (body === undefined || key === undefined) return false;
  const values = Object.keys(body)
    .sort()
    .map((name) => textOf(body[name]));
  return isHexOf(
    header,
    createHash("sha256")
      .update(`${values.join("")}${key}`)
      .digest(),
  );
}

/** Whether the header (`X-Bot-Api-Secret-Token`) carries the secret that we gave with `setWebhook`. */
export function isBotSecret(config: Config, header: unknown): boolean {
  const secret = config.ZALO_BOT_SECRET;
  if (secret === undefined || typeof header !== "string") return false;
  return timingSafeEqual(hashOf(header), hashOf(secret)); // of equal length whatever was sent
}

/** With `mac=` before it or bare. */
function isHexOf(header: unknown, wanted: Buffer): boolean {
  const [, hex] = /^(?:mac=)?([0-9a-f]{64})$/i.exec(typeof header === "string" ? header : "") ?? [];
  return hex !== undefined && timingSafeEqual(Buffer.from(hex, "hex"), wanted);
}

/** As text, also where an event writes it as a number. */
function timestampIn(rawBody: Buffer): string | undefined {
  const timestamp = objectIn(rawBody)?.["timestamp"];
  return typeof timestamp === "string" || typeof timestamp === "number"
    ? String(timestamp)
    : undefined;
}

function objectIn(rawBody: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const body: unknown = JSON.parse(rawBody.toString("utf8"));
    return typeof body === "object" && body !== null ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
