import { CorrectionReason, correctionReasons, directionOf } from "@truong-an/shared/correction";
import { correctionReasonLabels } from "@truong-an/shared/text/vi";
import { expect, test } from "vitest";

test.each([
  ["normal", "emergency", "raise"],
  ["not_a_report", "low", "raise"],
  ["emergency", "high", "lower"],
  ["low", "not_a_report", "lower"],
  ["high", "high", null],
] as const)("from %s to %s is to %s", (from, to, direction) => {
  expect(directionOf(from, to)).toBe(direction);
});

test("every reason fits some way, and has words", () => {
  const offered = new Set([...correctionReasons.raise, ...correctionReasons.lower]);

  expect([...offered].sort()).toEqual([...CorrectionReason.options].sort());
  expect(Object.keys(correctionReasonLabels).sort()).toEqual([...CorrectionReason.options].sort());
});

test("nothing is raised because danger is over, nor lowered because it is nearer", () => {
  expect(correctionReasons.raise).not.toContain("danger_is_over");
  expect(correctionReasons.lower).not.toContain("danger_is_nearer");
});
