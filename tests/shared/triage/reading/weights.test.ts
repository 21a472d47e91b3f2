import {
  rowOf,
  type Trained,
  weightsFrom,
  writeNames,
} from "@truong-an/shared/triage/reading/weights";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("the weights", () => {
  test("find every feature that was written at its row, and no other", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(2 ** 24 - 1), { maxLength: 200 }),
        fc.nat(2 ** 24 - 1),
        (all, other) => {
          const names = [...all].sort((a, b) => a - b);

          const weights = weightsFrom(trainedWith(names));

          names.forEach((name, row) => {
            expect(rowOf(weights, name)).toBe(row);
          });
          if (!names.includes(other)) expect(rowOf(weights, other)).toBe(-1);
        },
      ),
    );
  });

  test("are refused when the text is torn", () => {
    const torn = { ...trainedWith([5, 9]), table: "P" };

    expect(() => weightsFrom(torn)).toThrow("torn");
  });
});

function trainedWith(names: readonly number[]): Trained {
  return {
    dimensions: 1,
    names: writeNames(names),
    table: "P".repeat(names.length),
    step: 1,
    head: [],
    bias: [],
  };
}
