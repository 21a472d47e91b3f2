import { Level } from "@truong-an/shared/report";
import { type Known, levelOfReason, triageWithNews } from "@truong-an/shared/triage/news";
import { ReasonCode, signalRules } from "@truong-an/shared/triage/rules";
import { type RaisingSignal, Signal } from "@truong-an/shared/triage/signals";
import { triageOf, urgencyRank } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietFacts } from "../../support/reporter.ts";

const quiet: Known = {
  level: "normal",
  reasons: ["matter-between-people"],
  facts: quietFacts,
  signals: [],
  isJudged: false,
};
/** What told of a goodbye, and staff have brought down to normal. */
const judged: Known = {
  ...quiet,
  reasons: ["words-goodbye", "matter-between-people"],
  signals: ["goodbye"],
  isJudged: true,
};
const nothing = { dangerNow: false, signals: [] };

describe("as long as nobody has judged", () => {
  test("everything that is known decides, the news with it", () => {
    const decided = triageWithNews(quiet, { dangerNow: false, signals: ["goodbye", "says_now"] });

    expect(decided).toEqual(triageOf(quietFacts, ["goodbye", "says_now"]));
    expect(decided.level).toBe("emergency");
  });

  test("danger now is an emergency whatever was ticked before", () => {
    expect(triageWithNews(quiet, { ...nothing, dangerNow: true })).toMatchObject({
      level: "emergency",
      reasons: ["danger-now", "matter-between-people"],
    });
  });

  test("a level that is higher than the rules would give stays", () => {
    expect(triageWithNews({ ...quiet, level: "high" }, nothing).level).toBe("high");
  });
});

describe("after staff have judged", () => {
  test("what they weighed is not weighed against them again", () => {
    expect(triageWithNews(judged, nothing).level).toBe("normal");
    expect(triageWithNews({ ...judged, facts: { ...quietFacts, danger: "me" } }, nothing)).toEqual(
      expect.objectContaining({ level: "normal" }),
    );
  });

  test("the same said again, in news, raises it as if for the first time", () => {
    expect(triageWithNews(judged, { dangerNow: false, signals: ["goodbye"] })).toMatchObject({
      level: "emergency",
      reasons: ["words-goodbye", "matter-between-people"],
    });
  });

  test("danger now in news raises it", () => {
    expect(triageWithNews(judged, { ...nothing, dangerNow: true }).level).toBe("emergency");
  });

  test("reasons that were overruled do not come back with other news", () => {
    const news = { dangerNow: false, signals: ["threat", "says_again"] as const };

    expect(triageWithNews(judged, news)).toMatchObject({
      level: "high",
      reasons: ["words-threat", "matter-between-people"],
    });
  });

  test("the reasons stay as long as nothing is raised, also below every rule", () => {
    const asNothing: Known = { ...judged, level: "not_a_report" };

    expect(triageWithNews(asNothing, nothing)).toMatchObject({
      level: "not_a_report",
      reasons: ["words-goodbye", "matter-between-people"],
    });
  });

  test("news that is worth the level it has already adds its reason, the most serious first", () => {
    const setByStaff: Known = { ...judged, level: "emergency", reasons: ["matter-between-people"] };

    expect(triageWithNews(setByStaff, { ...nothing, dangerNow: true })).toMatchObject({
      level: "emergency",
      reasons: ["danger-now", "matter-between-people"],
    });
  });
});

const known = fc.record({
  level: fc.constantFrom(...Level.options),
  reasons: fc.uniqueArray(fc.constantFrom(...ReasonCode.options), { minLength: 1 }),
  facts: fc.constant(quietFacts),
  signals: fc.uniqueArray(fc.constantFrom(...Signal.options)),
  isJudged: fc.boolean(),
});
const news = fc.record({
  dangerNow: fc.boolean(),
  signals: fc.uniqueArray(fc.constantFrom(...Signal.options)),
});

test("news never lowers a level", () => {
  fc.assert(
    fc.property(known, news, (before, said) => {
      const { level } = triageWithNews(before, said);
      expect(urgencyRank(level)).toBeLessThanOrEqual(urgencyRank(before.level));
    }),
  );
});

test("a level is never without a reason", () => {
  fc.assert(
    fc.property(known, news, (before, said) => {
      expect(triageWithNews(before, said).reasons).not.toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("the same news again changes nothing more", () => {
  fc.assert(
    fc.property(known, news, (before, said) => {
      const once = triageWithNews(before, said);
      const twice = triageWithNews({ ...before, ...once }, said);
      expect(twice.level).toBe(once.level);
    }),
  );
});

test("every reason is worth what its rule gives", () => {
  const read = Object.keys(signalRules) as RaisingSignal[];

  expect(levelOfReason("danger-now")).toBe("emergency");
  expect(levelOfReason("matter-between-people")).toBe("normal");
  expect(
    read.filter((one) => levelOfReason(signalRules[one].reason) !== signalRules[one].level),
  ).toEqual([]);
});
