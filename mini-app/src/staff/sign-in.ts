import type { Me } from "@truong-an/shared/api/staff";
import { CannotOpen } from "@truong-an/shared/sealing/age";
import { fromBase64, toBase64 } from "@truong-an/shared/sealing/bytes";
import { passphraseKeys } from "@truong-an/shared/sealing/staff-keys";
import { type Refused, signIn, signOut, startSignIn } from "./api.ts";
import { unlock } from "./keys.ts";

export type Credentials = {
  readonly email: string;
  readonly passphrase: string;
  readonly oneTimeCode: string;
};

export type SignInStep = "asking" | "computing" | "opening";

export type SignInResult =
  | { readonly kind: "in"; readonly me: Me; readonly closedDesks: readonly string[] }
  | { readonly kind: "key-does-not-open" }
  | Refused;

/**
 * Signs in and opens the desk keys. The passphrase stays here: half of what it yields is sent, the
 * other half opens the key. A session whose key does not open is ended at once.
 */
export async function signInWith(
  credentials: Credentials,
  onStep: (step: SignInStep) => void,
): Promise<SignInResult> {
  const { email, passphrase, oneTimeCode } = credentials;
  onStep("asking");
  const started = await startSignIn(email);
  if (started.kind !== "ok") return started;

  onStep("computing");
  await letPaint();
  const keys = await passphraseKeys(passphrase, fromBase64(started.value.salt));

  onStep("asking");
  const answer = await signIn(email, toBase64(keys.signInHalf), oneTimeCode);
  if (answer.kind !== "ok") return answer;

  onStep("opening");
  try {
    const closedDesks = await unlock(answer.value, keys.unlockIdentity);
    return { kind: "in", me: answer.value, closedDesks };
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    await signOut();
    return { kind: "key-does-not-open" };
  }
}

/** Argon2id holds the page for a second or two: first let it show that it is working. */
export function letPaint(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, 60);
  });
}

/** "123 456" is a one-time code too; anything but six digits is none. */
export function parseOneTimeCode(typed: string): string | undefined {
  const digits = typed.replace(/[\s.-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
