import { mostTurns, pauseBeforeTurn } from "@truong-an/shared/alert-retry";
import fc from "fast-check";
import { expect, test } from "vitest";

const middle = 0.5;

test("each pause is twice the one before, up to the longest of its level", () => {
  const pauses = (level: "emergency" | "normal") =>
    [1, 2, 3, 4, 5, 6, 12].map((turn) => pauseBeforeTurn(turn, level, middle, 0));

  expect(pauses("emergency")).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(pauses("normal")).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 600_000]);
});

test("what failed together does not come back together", () => {
  expect(pauseBeforeTurn(1, "normal", 0, 0)).toBe(1_500);
  expect(pauseBeforeTurn(1, "normal", 0.999, 0)).toBe(2_499);
});

test("never sooner than Zalo asked for", () => {
  expect(pauseBeforeTurn(1, "emergency", middle, 30_000)).toBe(30_000);
});

test("no pause is ever nothing, or beyond the longest by more than its spread", () => {
  const turn = fc.integer({ min: 1, max: mostTurns });
  fc.assert(
    fc.property(turn, fc.double({ min: 0, max: 0.999, noNaN: true }), (number, chance) => {
      const pause = pauseBeforeTurn(number, "normal", chance, 0);

      expect(pause).toBeGreaterThanOrEqual(1_500);
      expect(pause).toBeLessThanOrEqual(750_000);
    }),
  );
});
