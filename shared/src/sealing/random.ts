import { randomBytes as secureRandomBytes } from "@noble/hashes/utils.js";
import { type ReceiptDigits, randomDigitsInReceipt, receiptFrom } from "../receipt.ts";
import { type Bytes, toHex } from "./bytes.ts";

/** From the platform's secure source; throws where there is none. The only door to chance in shared. */
export function randomBytes(length: number): Bytes {
  return new Uint8Array(secureRandomBytes(length));
}

/** Nineteen digits, each equally likely, and their check digit: about 63 bits. */
export function newReceipt(): ReceiptDigits {
  let digits = "";
  while (digits.length < randomDigitsInReceipt) {
    digits += [...randomBytes(32)].filter(isFair).map(lastDigit).join("");
  }
  return receiptFrom(digits.slice(0, randomDigitsInReceipt));
}

/** A version 4 UUID. Made by hand because `crypto.randomUUID` is missing in older WebViews. */
export function newSubmissionId(): string {
  const bytes = randomBytes(16);
  const view = new DataView(bytes.buffer);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x40); // RFC 9562 §4.2: version 4
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80); // RFC 9562 §4.1: variant 10
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** 250 to 255 would make the digits 0 to 5 likelier than the rest. */
function isFair(byte: number): boolean {
  return byte < 250;
}

function lastDigit(byte: number): string {
  return String(byte % 10);
}
