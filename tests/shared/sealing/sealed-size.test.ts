import { toUtf8 } from "@truong-an/shared/sealing/bytes";
import { newReceipt, newSubmissionId } from "@truong-an/shared/sealing/random";
import { resealEnvelopes, sealMessage, sealReport } from "@truong-an/shared/sealing/report";
import { TooLargeToSeal } from "@truong-an/shared/sealing/sealed-json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aDesk, aKeyPair, jpegOf } from "./fixtures.ts";

const submissionId = newSubmissionId();
const shortText = fc
  .string({ unit: "grapheme", maxLength: 100 })
  .filter((text) => toUtf8(text).length < 500);

test("all texts of one bucket are sealed to one size", async () => {
  const { recipient } = await aKeyPair();
  const sizes = new Set<number>();

  await fc.assert(
    fc.asyncProperty(shortText, async (text) => {
      sizes.add((await sealMessage(recipient, { text }, [])).sealed.length);
    }),
    { numRuns: 40 },
  );

  expect([...sizes]).toEqual([1_224]);
});

test("the sealed sizes of stories are as few as the buckets", async () => {
  const { recipient } = await aKeyPair();
  const sizes = new Set<number>();

  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 65_000 }), async (length) => {
      sizes.add((await sealMessage(recipient, { text: "a".repeat(length) }, [])).sealed.length);
    }),
    { numRuns: 40, examples: [[0], [1_000], [3_000], [10_000], [65_000]] },
  );

  expect([...sizes].sort((one, other) => one - other)).toEqual([1_224, 4_296, 16_584, 65_736]);
});

test("envelopes of all desks have one size when their ids do", async () => {
  const { identity, recipient } = await aKeyPair();
  const desks = await Promise.all([newSubmissionId(), newSubmissionId()].map(aDesk));
  const keys = desks.map(({ key }) => key);

  const envelopes = await resealEnvelopes(identity, submissionId, recipient, keys);

  expect(new Set(envelopes.map(({ sealed }) => sealed.length)).size).toBe(1);
});

test("a story or photo beyond the largest bucket is refused, without its content", async () => {
  const { recipient } = await aKeyPair();

  await expect(sealMessage(recipient, { text: "bí mật ".repeat(10_000) }, [])).rejects.toEqual(
    new TooLargeToSeal("text"),
  );
  await expect(sealMessage(recipient, { text: "" }, [jpegOf(1_179_649)])).rejects.toEqual(
    new TooLargeToSeal("photo"),
  );
});

test("no sealed output contains any 8 bytes of what was sealed", async () => {
  const receipt = newReceipt();
  const desks = [(await aDesk("school")).key, (await aDesk("police")).key];
  const words = fc.string({ unit: "grapheme", minLength: 8, maxLength: 300 });
  const photo = fc.uint8Array({ minLength: 8, maxLength: 2_000 });

  await fc.assert(
    fc.asyncProperty(words, photo, async (story, jpeg) => {
      const input = { submissionId, narrative: { story }, photos: [jpeg], desks, receipt };
      const sealed = await sealReport(input);
      const secrets = [toUtf8(story), jpeg, toUtf8(sealed.reportIdentity), toUtf8(receipt)];
      const sent = [
        sealed.story,
        sealed.receipt.envelope,
        ...sealed.photos.map((each) => each.sealed),
        ...sealed.envelopes.map((each) => each.sealed),
      ];

      expect(sharedWindows(secrets, sent)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

function sharedWindows(secrets: readonly Uint8Array[], sent: readonly Uint8Array[]): string[] {
  const sought = new Set(secrets.flatMap(windowsOf));
  return sent.flatMap(windowsOf).filter((window) => sought.has(window));
}

function windowsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString("latin1");
  return Array.from({ length: Math.max(0, text.length - 7) }, (_, at) => text.slice(at, at + 8));
}
