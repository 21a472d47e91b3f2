import { hashRaw } from "@node-rs/argon2";
import { receiptFrom } from "@truong-an/shared/receipt";
import { identityFromBytes, openWith, recipientOf, sealTo } from "@truong-an/shared/sealing/age";
import type { Argon2id } from "@truong-an/shared/sealing/argon";
import { toHex, toUtf8 } from "@truong-an/shared/sealing/bytes";
import { newReceipt } from "@truong-an/shared/sealing/random";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import { expect, test } from "vitest";

test("a known receipt gives the known halves", async () => {
  const keys = await receiptKeys(receiptFrom("1234567890123456789"));

  expect(toHex(keys.finder)).toBe(
    "63668ea07e4d813411daf5392414f09930c1c8335584862f64b2aac14e412dc6",
  );
  expect(keys.identity).toBe(
    "AGE-SECRET-KEY-1GPDY8QZK4AY2WAMJ900YK30ENYJD0CWWGAQYLECX9M8LC4V99GFS35PRJU",
  );
});

test("the native Argon2id gives the same halves", async () => {
  const receipt = newReceipt();
  const reference = await hashRaw(receipt, {
    algorithm: 2, // Argon2id
    salt: Buffer.from("truong-an/receipt/v1"),
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
    outputLen: 64,
  });

  const keys = await receiptKeys(receipt);

  expect(toHex(keys.finder)).toBe(reference.subarray(0, 32).toString("hex"));
  expect(keys.identity).toBe(identityFromBytes(reference.subarray(32)));
});

test("an Argon2id passed in is the one that is used", async () => {
  const asked: number[] = [];
  const native: Argon2id = async ({ memoryKib, passes, outputBytes }) => {
    asked.push(memoryKib, passes, outputBytes);
    return new Uint8Array(64).map((_, index) => (index < 32 ? 1 : 2));
  };

  const keys = await receiptKeys(newReceipt(), native);

  expect(asked).toEqual([19_456, 2, 64]);
  expect(keys.finder).toEqual(new Uint8Array(32).fill(1));
  expect(keys.identity).toBe(identityFromBytes(new Uint8Array(32).fill(2)));
});

test("the opening half opens, and the finding half does not", async () => {
  const { finder, identity } = await receiptKeys(newReceipt());

  const sealed = await sealTo([await recipientOf(identity)], toUtf8("bí mật"));

  expect(await openWith(identity, sealed)).toEqual(toUtf8("bí mật"));
  await expect(openWith(identityFromBytes(finder), sealed)).rejects.toThrow("unreadable");
});
