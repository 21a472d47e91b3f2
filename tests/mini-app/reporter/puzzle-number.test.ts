import { puzzleNumber } from "@truong-an/mini-app/reporter/puzzle-number";
import type { Puzzle } from "@truong-an/shared/api/reporter";
import { createChallenge, verifySolution } from "altcha-lib/v1";
import { expect, test } from "vitest";

const hmacKey = "a key for the puzzles of this test, long enough";
const goOn = () => undefined;

async function puzzle(number: number, maxnumber = 20_000): Promise<Puzzle> {
  return { ...(await createChallenge({ hmacKey, number, maxnumber })), maxnumber };
}

test.each([0, 1, 9, 999, 1_000, 1_001, 12_345, 19_999, 20_000])(
  "%i is found, and altcha itself accepts it",
  async (hidden) => {
    const given = await puzzle(hidden);

    const number = await puzzleNumber(given, goOn);

    expect(number).toBe(hidden);
    expect(await verifySolution({ ...given, number: number ?? -1 } as never, hmacKey)).toBe(true);
  },
);

test("a puzzle whose number lies beyond its end has no solution", async () => {
  expect(await puzzleNumber(await puzzle(2_001, 2_000), goOn)).toBeNull();
});

test("the count pauses often enough for a page to stay alive", async () => {
  let rests = 0;
  await puzzleNumber(await puzzle(20_000), () => {
    rests += 1;
  });

  expect(rests).toBe(20);
});

test("a count that nobody needs any more ends at its next pause", async () => {
  let rests = 0;
  const counting = puzzleNumber(await puzzle(20_000), () => {
    rests += 1;
    throw new Error("nobody waits");
  });

  await expect(counting).rejects.toThrow("nobody waits");
  expect(rests).toBe(1);
});
