import { sha256 } from "@noble/hashes/sha2.js";
import { base64, base64urlnopad, hex, utf8 } from "@scure/base";

/** Bytes in memory of their own, as `Blob` and `fetch` ask for. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Standard base64, padded. */
export function toBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}

/** Strict: throws for anything but standard, padded base64, without repeating the text. */
export function fromBase64(text: string): Bytes {
  return decoded(() => base64.decode(text), "base64");
}

/** The alphabet that is safe in a URL, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes);
}

/** Strict: throws for anything but unpadded base64url, without repeating the text. */
export function fromBase64Url(text: string): Bytes {
  return decoded(() => base64urlnopad.decode(text), "base64url");
}

/** Lower case. */
export function toHex(bytes: Uint8Array): string {
  return hex.encode(bytes);
}

/** Throws for text with half a surrogate pair, without repeating the text. */
export function toUtf8(text: string): Bytes {
  return decoded(() => utf8.decode(text), "well-formed text");
}

/** Strict: throws for bytes that are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return utf8.encode(bytes);
}

export function sha256Hex(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}

function decoded(decode: () => Uint8Array, expected: string): Bytes {
  try {
    return new Uint8Array(decode());
  } catch {
    // No cause: the library's message may hold a piece of the text.
    throw new Error(`not ${expected}`);
  }
}
