import {
  fromBase64,
  fromBase64Url,
  fromUtf8,
  sha256Hex,
  toBase64,
  toBase64Url,
  toHex,
  toUtf8,
} from "@truong-an/shared/sealing/bytes";
import fc from "fast-check";
import { expect, test } from "vitest";

const bytes = fc.uint8Array({ maxLength: 200 });

test("base64 and hex agree with the platform's own", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(toBase64(some)).toBe(Buffer.from(some).toString("base64"));
      expect(toBase64Url(some)).toBe(Buffer.from(some).toString("base64url"));
      expect(toHex(some)).toBe(Buffer.from(some).toString("hex"));
    }),
  );
});

test("what was written as base64 is read back", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(fromBase64(toBase64(some))).toEqual(some);
      expect(fromBase64Url(toBase64Url(some))).toEqual(some);
    }),
  );
});

test.each([
  ["QUJ", "without padding"],
  ["QU-_", "of the URL alphabet"],
  ["bí mật", "that is words"],
])("fromBase64 refuses text %j %s, and does not repeat it", (text) => {
  expect(() => fromBase64(text)).toThrow(/^not base64$/);
});

test("Vietnamese and emoji keep every code point through UTF-8", () => {
  const text = "Trường học của em 😢, tiếng Việt dựng sẵn và tổ hợp: ệ ệ";

  expect(fromUtf8(toUtf8(text))).toBe(text);
});

test("half a surrogate pair is refused without repeating the text", () => {
  expect(() => toUtf8("bí mật \ud83d")).toThrow(/^not well-formed text$/);
});

test("sha256Hex is SHA-256", () => {
  // FIPS 180-2, appendix B.1.
  expect(sha256Hex(toUtf8("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
