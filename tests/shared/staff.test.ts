import { may } from "@truong-an/shared/staff";
import { describe, expect, test } from "vitest";

const everyAction = [
  "read",
  "take",
  "note",
  "reply",
  "raise",
  "lower",
  "hand-over",
  "close",
] as const;

describe("what staff may do", () => {
  test.each(everyAction)("the owner's desk may %s, whoever sits at it", (action) => {
    expect(may("member", action, "owner")).toBe(true);
    expect(may("lead", action, "owner")).toBe(true);
  });

  test.each([
    ["read", true],
    ["take", true],
    ["note", true],
    ["reply", true],
    ["raise", true],
    ["lower", false],
    ["hand-over", false],
    ["close", false],
  ] as const)("a desk that was told: %s %s", (action, expected) => {
    expect(may("member", action, "told")).toBe(expected);
    expect(may("lead", action, "told")).toBe(expected);
  });

  test.each(everyAction)("a stranger may not %s", (action) => {
    expect(may("member", action, "stranger")).toBe(false);
    expect(may("lead", action, "stranger")).toBe(false);
  });
});
