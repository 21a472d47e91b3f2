import { createHash } from "node:crypto";

export type OaSigning = {
  readonly secret: string;
  readonly appId: string;
  readonly oaId: string;
  /** Zalo's pages put the app's id first, some working code the Official Account's. */
  readonly idFirst: "app" | "oa";
  readonly bareHex: boolean;
};

/** `X-ZEvent-Signature` of the Official Account: a plain hash over the raw body, not an HMAC. */
export function oaSignature(rawBody: string, timestamp: string, signing: OaSigning): string {
  const { secret, appId, oaId, idFirst, bareHex } = signing;
  const id = idFirst === "app" ? appId : oaId;
  const hex = sha256(id + rawBody + timestamp + secret);
  return bareHex ? hex : `mac=${hex}`;
}

/** The header of the same name on the Mini App's events: its values in the order of their names, then the key. */
export function miniSignature(body: Readonly<Record<string, unknown>>, key: string): string {
  const names = Object.keys(body).sort();
  return sha256(names.map((name) => String(body[name])).join("") + key);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
