import type { ReceiptDigits } from "../receipt.ts";
import { identityFromBytes } from "./age.ts";
import { type Argon2id, argon2idWasm } from "./argon.ts";
import { type Bytes, toUtf8 } from "./bytes.ts";

export type ReceiptKeys = {
  readonly finder: Bytes; // sent to find the thread; the server keeps its SHA-256
  readonly identity: string; // opens the thread; never sent
};

/**
 * The two halves of a receipt. Neither half tells anything of the other or of the digits. The
 * numbers are part of every receipt ever given out: changing one makes old receipts useless.
 */
export async function receiptKeys(
  digits: ReceiptDigits,
  argon: Argon2id = argon2idWasm,
): Promise<ReceiptKeys> {
  const halves = await argon({
    password: toUtf8(digits),
    salt: toUtf8("truong-an/receipt/v1"),
    memoryKib: 19_456, // OWASP Password Storage Cheat Sheet: 19 MiB, two passes
    passes: 2,
    outputBytes: 64,
  });
  return {
    finder: new Uint8Array(halves.subarray(0, 32)),
    identity: identityFromBytes(halves.subarray(32)),
  };
}
