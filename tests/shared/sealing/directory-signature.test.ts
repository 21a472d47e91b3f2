import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { toUtf8 } from "@truong-an/shared/sealing/bytes";
import {
  newSigningKey,
  signSheet,
  verifySheet,
} from "@truong-an/shared/sealing/directory-signature";
import { expect, test } from "vitest";

const sheet = '{"schoolId":"s-1","desks":[{"deskId":"Công an xã"}]}';
const key = newSigningKey();
const signature = signSheet(key.privateKey, sheet);

test("a sheet signed by the administrator is accepted", () => {
  expect(verifySheet(key.publicKey, sheet, signature)).toBe(true);
});

test.each([
  [sheet.replace("s-1", "s-2"), "another school"],
  [`${sheet} `, "one more space"],
  ["", "nothing"],
  [`${sheet}\ud83d`, "half a surrogate pair"],
])("the signature does not stand for %j: %s", (text) => {
  expect(verifySheet(key.publicKey, text, signature)).toBe(false);
});

test("a sheet signed with another key is refused", () => {
  const stranger = newSigningKey();

  expect(verifySheet(key.publicKey, sheet, signSheet(stranger.privateKey, sheet))).toBe(false);
  expect(verifySheet(stranger.publicKey, sheet, signature)).toBe(false);
});

test("a changed, cut or missing signature or key is refused, without an error", () => {
  const flipped = signature.map((byte, index) => (index === 40 ? byte ^ 1 : byte));

  expect(verifySheet(key.publicKey, sheet, flipped)).toBe(false);
  expect(verifySheet(key.publicKey, sheet, signature.subarray(0, 63))).toBe(false);
  expect(verifySheet(key.publicKey, sheet, new Uint8Array())).toBe(false);
  expect(verifySheet(key.publicKey.subarray(1), sheet, signature)).toBe(false);
  expect(verifySheet(new Uint8Array(32).fill(255), sheet, signature)).toBe(false);
});

test("a signature over the bare text, without our prefix, is refused", () => {
  const bare = sign(null, Buffer.from(sheet), nodePrivateKey(key.privateKey));

  expect(verifySheet(key.publicKey, sheet, bare)).toBe(false);
});

test("Node's own Ed25519 makes and accepts the same signature", () => {
  const message = toUtf8(`truong-an/sheet/v1\n${sheet}`);
  const privateKey = nodePrivateKey(key.privateKey);

  expect(verify(null, message, createPublicKey(privateKey), signature)).toBe(true);
  expect(new Uint8Array(sign(null, message, privateKey))).toEqual(signature);
});

function nodePrivateKey(seed: Uint8Array) {
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  return createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
}
