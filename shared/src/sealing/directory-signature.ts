import { ed25519 } from "@noble/curves/ed25519.js";
import { type Bytes, toUtf8 } from "./bytes.ts";
import { randomBytes } from "./random.ts";

export type SigningKey = { readonly privateKey: Bytes; readonly publicKey: Bytes };

/** A fresh Ed25519 key pair for the administrator; the private half belongs offline. */
export function newSigningKey(): SigningKey {
  const privateKey = randomBytes(32);
  return { privateKey, publicKey: new Uint8Array(ed25519.getPublicKey(privateKey)) };
}

/** Signs the exact text of a place sheet: one changed space needs another signature. */
export function signSheet(privateKey: Uint8Array, sheetText: string): Bytes {
  return new Uint8Array(ed25519.sign(signedBytes(sheetText), privateKey));
}

/** Whether the administrator signed exactly this text. False, never an error, for anything else. */
export function verifySheet(
  publicKey: Uint8Array,
  sheetText: string,
  signature: Uint8Array,
): boolean {
  try {
    // RFC 8032 strictly: the looser ZIP 215 rules would take more than one signature for a text.
    return ed25519.verify(signature, signedBytes(sheetText), publicKey, { zip215: false });
  } catch {
    return false; // a key or signature of the wrong length, or half a surrogate pair in the text
  }
}

/** The prefix keeps a sheet's signature from standing for anything else signed with this key. */
function signedBytes(sheetText: string): Bytes {
  return toUtf8(`truong-an/sheet/v1\n${sheetText}`);
}
