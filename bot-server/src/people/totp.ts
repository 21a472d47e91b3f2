import { openWith, recipientOf, sealTo } from "@truong-an/shared/sealing/age";
import type { Instant } from "@truong-an/shared/time";
import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
const secretBytes = 20; // RFC 4226 §4: 160 bits

export type NewTotp = { readonly uri: string; readonly secret: string; readonly sealed: Buffer };

/** A fresh second factor. What is stored is sealed to the server's own key, which is not in the database. */
export async function newTotp(serverKey: string, label: string): Promise<NewTotp> {
  const secret = new Secret({ size: secretBytes });
  const sealed = await sealTo([await recipientOf(serverKey)], new Uint8Array(secret.buffer));
  return {
    uri: totpOf(secret, label).toString(),
    secret: secret.base32,
    sealed: Buffer.from(sealed),
  };
}

/**
 * The step of the clock in which this one-time code is valid (RFC 6238, one step either way), or
 * undefined. The caller remembers the step, so that a code works once.
 */
export async function validStep(
  serverKey: string,
  sealed: Buffer,
  code: string,
  now: Instant,
): Promise<number | undefined> {
  const opened = await openWith(serverKey, sealed);
  const secret = new Secret({ buffer: Uint8Array.from(opened).buffer });
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1000 / periodSeconds) + delta;
}

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: "Trường An", label, secret, digits: 6, period: periodSeconds });
}
