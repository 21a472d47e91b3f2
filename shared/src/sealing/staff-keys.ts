import { z } from "zod";
import { CannotOpen, identityFromBytes, recipientOf, sealTo } from "./age.ts";
import { type Argon2id, argon2idWasm } from "./argon.ts";
import { type Bytes, fromBase64Url, toBase64Url, toUtf8 } from "./bytes.ts";
import { randomBytes } from "./random.ts";
import { openJson, openText, sealJson } from "./sealed-json.ts";

export type PassphraseKeys = {
  readonly signInHalf: Bytes; // sent to sign in; the server keeps its SHA-256
  readonly unlockIdentity: string; // opens the staff member's locked key; never sent
};

export type PassphraseProblem = "too-short" | "repeats";

/** One key of one desk, private half. */
export type OpenDeskKey = {
  readonly deskId: string;
  readonly keyNumber: number;
  readonly deskIdentity: string;
};

/** What a desk key must be before it is believed; `recipient` as the signed sheet lists it. */
export type ExpectedDeskKey = {
  readonly deskId: string;
  readonly keyNumber: number;
  readonly recipient: string;
};

export type Invitation = {
  readonly token: Bytes; // the server part; the server keeps its SHA-256
  readonly secret: Bytes; // stays in the URL fragment
  readonly identity: string; // the secret as an age key: desk keys for the newcomer are sealed to it
};

/** Sixteen random bytes, one salt per staff member. */
export function newSalt(): Bytes {
  return randomBytes(16);
}

/** What is wrong with a passphrase, if anything: 12 characters or 4 words, not one thing repeated. */
export function passphraseProblem(text: string): PassphraseProblem | undefined {
  const passphrase = text.normalize("NFC").trim().toLowerCase();
  const characters = [...passphrase];
  const words = passphrase.split(/\s+/).filter((word) => [...word].length > 1);
  if (characters.length < 12 && words.length < 4) return "too-short";
  if (new Set(characters).size < 4) return "repeats";
  if (words.length > 1 && new Set(words).size === 1) return "repeats";
  return undefined;
}

/** The two halves of a passphrase. The same words give the same halves however accents are typed. */
export async function passphraseKeys(
  passphrase: string,
  salt: Uint8Array,
  argon: Argon2id = argon2idWasm,
): Promise<PassphraseKeys> {
  const halves = await argon({
    password: toUtf8(passphrase.normalize("NFC")),
    salt,
    memoryKib: 65_536, // RFC 9106 §4, second recommended option: 64 MiB, three passes
    passes: 3,
    outputBytes: 64,
  });
  return {
    signInHalf: new Uint8Array(halves.subarray(0, 32)),
    unlockIdentity: identityFromBytes(halves.subarray(32)),
  };
}

/** The staff member's private key in the only form that the server may keep. */
export async function lockIdentity(identity: string, unlockKey: string): Promise<Bytes> {
  return sealTo([await recipientOf(unlockKey)], toUtf8(identity));
}

/** The staff member's private key, or `CannotOpen` when the passphrase was another. */
export async function unlockIdentity(locked: Uint8Array, unlockKey: string): Promise<string> {
  const identity = await openText(unlockKey, locked);
  await recipientOf(identity); // throws for anything but a private key
  return identity;
}

/** Lets a member in: the desk's private key sealed to the member's (or the invitation's) public key. */
export function sealDeskKey(key: OpenDeskKey, memberRecipient: string): Promise<Bytes> {
  const { deskId, keyNumber, deskIdentity } = key;
  return sealJson(memberRecipient, { v: 1, deskId, keyNumber, deskIdentity });
}

/** The desk's private key, once it is shown to be the private half of the key that was expected. */
export async function openDeskKey(
  memberIdentity: string,
  sealed: Uint8Array,
  expected: ExpectedDeskKey,
): Promise<string> {
  const content = DeskKeyContent.safeParse(await openJson(memberIdentity, sealed));
  if (!content.success) throw new CannotOpen("unreadable");
  const { deskId, keyNumber, deskIdentity } = content.data;
  if (deskId !== expected.deskId) throw new CannotOpen("mismatch");
  if (keyNumber !== expected.keyNumber) throw new CannotOpen("mismatch");
  if ((await recipientOf(deskIdentity)) !== expected.recipient) throw new CannotOpen("mismatch");
  return deskIdentity;
}

/** A fresh invitation; only its printed form ever leaves the inviting browser. */
export function newInvitation(): Invitation {
  return invitationOf(randomBytes(32), randomBytes(32));
}

/** `<token>.<secret>`, the last part of the invitation link's fragment. */
export function printInvitation({ token, secret }: Invitation): string {
  return `${toBase64Url(token)}.${toBase64Url(secret)}`;
}

/** The invitation in a link's fragment, or nothing if the link was cut or changed in shape. */
export function parseInvitation(printed: string): Invitation | undefined {
  const parts = /^([\w-]{43})\.([\w-]{43})$/.exec(printed.trim());
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined;
  try {
    return invitationOf(fromBase64Url(parts[1]), fromBase64Url(parts[2]));
  } catch {
    return undefined; // the unused bits of the last letter are not zero
  }
}

const DeskKeyContent = z.strictObject({
  v: z.literal(1),
  deskId: z.string(),
  keyNumber: z.int(),
  deskIdentity: z.string(),
});

function invitationOf(token: Bytes, secret: Bytes): Invitation {
  return { token, secret, identity: identityFromBytes(secret) };
}
