import { bech32 } from "@scure/base";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Bytes } from "./bytes.ts";

export type CannotOpenReason =
  | "bad-identity" // what was given as a private key is not one
  | "unreadable" // another key, or bytes that were cut or changed
  | "mismatch"; // it opened, but it belongs to another report, desk or key

/** Nothing was opened. Carries a reason and no content, not even of the error underneath. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
  readonly reason: CannotOpenReason;

  constructor(reason: CannotOpenReason) {
    super(`cannot open: ${reason}`);
    this.reason = reason;
  }
}

/** A fresh age X25519 private key, `AGE-SECRET-KEY-1…`. */
export function newIdentity(): Promise<string> {
  return generateX25519Identity();
}

/**
 * The public half, `age1…`. Throws `CannotOpen` for anything but an X25519 private key. Any other
 * error is the platform's: WebCrypto exists only on HTTPS and on localhost.
 */
export async function recipientOf(identity: string): Promise<string> {
  refuseUnlessIdentity(identity);
  return identityToRecipient(identity);
}

/** The age identity whose secret scalar is these 32 bytes. */
export function identityFromBytes(scalar: Uint8Array): string {
  if (scalar.length !== 32) throw new Error("an X25519 key has 32 bytes");
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", scalar).toUpperCase();
}

/** An age v1 file that each of the recipients can open. Refuses to seal for nobody. */
export async function sealTo(recipients: readonly string[], bytes: Uint8Array): Promise<Bytes> {
  if (recipients.length === 0) throw new Error("sealing needs a recipient");
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    if (!recipientShape.test(recipient)) throw new Error("not an age X25519 recipient");
    encrypter.addRecipient(recipient);
  }
  return new Uint8Array(await encrypter.encrypt(bytes));
}

/** What was sealed, whole and unchanged, or `CannotOpen`. */
export async function openWith(identity: string, sealed: Uint8Array): Promise<Bytes> {
  refuseUnlessIdentity(identity);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return new Uint8Array(await decrypter.decrypt(sealed));
  } catch {
    throw new CannotOpen("unreadable");
  }
}

const recipientShape = /^age1[02-9ac-hj-np-z]{58}$/;
const identityShape = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

function refuseUnlessIdentity(identity: string): void {
  if (identityShape.test(identity) && bech32.decodeUnsafe(identity) !== undefined) return;
  // No cause: the library's message repeats the key.
  throw new CannotOpen("bad-identity");
}
