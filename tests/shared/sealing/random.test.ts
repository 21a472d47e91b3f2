import { parseReceipt } from "@truong-an/shared/receipt";
import { newReceipt, newSubmissionId, randomBytes } from "@truong-an/shared/sealing/random";
import { expect, test } from "vitest";
import { z } from "zod";

test("a new receipt is a receipt, and no two are alike", () => {
  const receipts = Array.from({ length: 200 }, newReceipt);

  expect(receipts.map((receipt) => parseReceipt(receipt).kind)).toEqual(
    receipts.map(() => "receipt"),
  );
  expect(new Set(receipts).size).toBe(200);
});

test("each digit of a new receipt is about as likely as any other", () => {
  const digits = Array.from({ length: 25_000 }, () => newReceipt().slice(0, 19)).join("");
  const expected = digits.length / 10;

  const chiSquare = Array.from("0123456789", (digit) => digits.split(digit).length - 1)
    .map((count) => (count - expected) ** 2 / expected)
    .reduce((sum, part) => sum + part);

  // Nine degrees of freedom: fair digits pass 60 about once in a thousand million runs. Taking the
  // bytes from 250 on as well would give 180 in the mean.
  expect(chiSquare).toBeLessThan(60);
});

test("a submission id is a version 4 UUID, and no two are alike", () => {
  const ids = Array.from({ length: 200 }, newSubmissionId);

  expect(z.array(z.uuidv4()).safeParse(ids).success).toBe(true);
  expect(new Set(ids).size).toBe(200);
});

test("random bytes have the length that was asked for, and are not all zero", () => {
  const bytes = randomBytes(32);

  expect(bytes).toHaveLength(32);
  expect(bytes.some((byte) => byte !== 0)).toBe(true);
});
