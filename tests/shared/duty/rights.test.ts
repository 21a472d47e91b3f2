import { type DutyAction, mayChangeDuty } from "@truong-an/shared/duty/rights";
import { expect, test } from "vitest";

const actions: readonly DutyAction[] = ["plan", "cover", "hand-over", "be-absent", "withdraw"];

test.each([
  ["lead", "own", ["plan", "cover", "hand-over", "be-absent", "withdraw"]],
  ["lead", "other", ["plan", "cover", "be-absent", "withdraw"]], // nobody hands over another's duty
  ["member", "own", ["hand-over", "be-absent", "withdraw"]],
  ["member", "other", []],
] as const)("a %s may, about %s turns: %j", (role, whose, allowed) => {
  expect(actions.filter((action) => mayChangeDuty(role, action, whose))).toEqual(allowed);
});
