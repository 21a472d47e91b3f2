import { createHash } from "node:crypto";
import { identityFromBytes } from "@truong-an/shared/sealing/age";
import type { Exchange } from "./traffic.ts";

/** Private keys that these values are: the words of one, or its 32 bytes, plain, in base64 or in hex. */
export function identitiesIn(values: readonly (string | Buffer)[]): readonly string[] {
  return values.flatMap((value) => {
    const text = value.toString();
    if (text.startsWith("AGE-SECRET-KEY-1")) return [text];
    const readings = [Buffer.from(value), Buffer.from(text, "base64"), Buffer.from(text, "hex")];
    return readings.filter((bytes) => bytes.length === 32).map(identityFromBytes);
  });
}

/** Private keys that could be made of these secrets by hashing them. */
export function identitiesMadeOf(secrets: readonly string[]): readonly string[] {
  return secrets
    .flatMap((secret) => [Buffer.from(secret), Buffer.from(secret, "base64")])
    .map((bytes) => identityFromBytes(createHash("sha256").update(bytes).digest()));
}

/** Every string that ever went to the server or came from it: in bodies, paths, cookies. */
export function stringsIn(exchanges: readonly Exchange[]): readonly string[] {
  return exchanges.flatMap(({ path, sentHeaders, sent, headers, received }) => [
    ...path.split(/[/?=&]/),
    ...(sentHeaders.get("cookie")?.split(/[=;]\s*/) ?? []),
    ...(headers.get("set-cookie")?.split(/[=;]\s*/) ?? []),
    ...leavesOf(jsonOf(sent)),
    ...leavesOf(jsonOf(received)),
  ]);
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}

/** A private key as it could be written: its letters, its 32 bytes, and these in hex and base64. */
export function writingsOfKey(identity: string): readonly Buffer[] {
  const scalar = scalarOf(identity);
  const written = [identity, identity.toLowerCase(), scalar.toString("hex")];
  const base64 = [scalar.toString("base64"), scalar.toString("base64url")];
  return [scalar, ...[...written, ...base64].map((text) => Buffer.from(text))];
}

const bech32Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"; // BIP 173
const checksumLetters = 6;

function scalarOf(identity: string): Buffer {
  const letters = identity.toLowerCase().split("1").at(-1) ?? "";
  const bits = [...letters.slice(0, -checksumLetters)]
    .map((letter) => bech32Letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
