import { advance, type ReportEvent, ReportStatus } from "@truong-an/shared/report-status";
import { describe, expect, test } from "vitest";

describe("the life of a report", () => {
  test.each([
    ["waiting", "take", "taken"],
    ["waiting", "hand-over", "waiting"],
    ["waiting", "raise", "waiting"],
    ["taken", "hand-over", "waiting"],
    ["taken", "raise", "waiting"],
    ["taken", "close", "closed"],
    ["closed", "reopen", "waiting"],
    ["closed", "raise", "waiting"],
  ] as const)("%s, %s: %s", (from, event, to) => {
    expect(advance(from, event)).toEqual({ kind: "moved", to });
  });

  test.each([
    ["waiting", "close"],
    ["waiting", "reopen"],
    ["taken", "take"],
    ["taken", "reopen"],
    ["closed", "take"],
    ["closed", "hand-over"],
    ["closed", "close"],
  ] as const)("%s does not allow %s", (from, event) => {
    expect(advance(from, event)).toEqual({ kind: "illegal", from, event });
  });

  test("danger in a later message always asks for a person anew", () => {
    const event: ReportEvent = "raise";

    const ends = ReportStatus.options.map((from) => advance(from, event));

    expect(ends).toEqual(ReportStatus.options.map(() => ({ kind: "moved", to: "waiting" })));
  });
});
