import { padPhoto, padText, photoBuckets, textBuckets } from "@truong-an/shared/sealing/buckets";
import { fromUtf8 } from "@truong-an/shared/sealing/bytes";
import fc from "fast-check";
import { expect, test } from "vitest";

function sizeOf(padded: ReturnType<typeof padText>): number | "too-large" {
  return padded.kind === "padded" ? padded.bytes.length : padded.kind;
}

test("the buckets are those of the protocol", () => {
  expect(textBuckets).toEqual([1_024, 4_096, 16_384, 65_536]);
  expect(photoBuckets).toEqual([65_536, 131_072, 262_144, 524_288, 1_048_576, 1_179_648]);
});

test.each([
  [0, 1_024],
  [1_024, 1_024],
  [1_025, 4_096],
  [4_096, 4_096],
  [16_384, 16_384],
  [16_385, 65_536],
  [65_536, 65_536],
  [65_537, "too-large"],
])("a text of %i bytes is padded to %s", (bytes, size) => {
  expect(sizeOf(padText("a".repeat(bytes)))).toBe(size);
});

test.each([
  [1, 65_536],
  [65_537, 131_072],
  [300_000, 524_288],
  [1_048_576, 1_048_576],
  [1_048_577, 1_179_648],
  [1_179_649, "too-large"],
])("a photo of %i bytes is padded to %s", (bytes, size) => {
  expect(sizeOf(padPhoto(new Uint8Array(bytes)))).toBe(size);
});

test("a text's size is counted in UTF-8 bytes, not in characters", () => {
  expect(sizeOf(padText("ệ".repeat(341)))).toBe(1_024);
  expect(sizeOf(padText("ệ".repeat(342)))).toBe(4_096);
});

test("padded JSON is still the same JSON", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 2 }), (json) => {
      const padded = padText(json);

      expect(padded.kind === "padded" && JSON.parse(fromUtf8(padded.bytes))).toEqual(
        JSON.parse(json),
      );
    }),
  );
});

test("a padded photo is the photo and then zeros", () => {
  const padded = padPhoto(new Uint8Array([255, 216, 255]));

  expect(padded.kind === "padded" && [...padded.bytes.subarray(0, 5)]).toEqual([
    255, 216, 255, 0, 0,
  ]);
  expect(padded.kind === "padded" && padded.bytes.lastIndexOf(255)).toBe(2);
});
