import { shownFactsOnly } from "@truong-an/shared/form";
import { Accused, Category, type Facts, Level, When } from "@truong-an/shared/report";
import { ReasonCode, rules, rulesVersion, signalRules } from "@truong-an/shared/triage/rules";
import { RaisingSignal } from "@truong-an/shared/triage/signals";
import { higherOf, triageOf, urgencyRank } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyFacts, anySignal, anySignals, factsWith } from "../support/stories.ts";

describe("the level of a report", () => {
  const stories: readonly [string, Partial<Facts>, Level][] = [
    ["someone in danger now", { danger: "someone", categories: ["facility"] }, "emergency"],
    ["the writer in danger now", { danger: "me", categories: ["other"] }, "emergency"],
    ["teased, perhaps in danger", { danger: "unsure" }, "high"],
    ["praise, perhaps in danger", { danger: "unsure", categories: ["praise"] }, "high"],
    ["drugs, perhaps danger", { danger: "unsure", categories: ["drugs_stimulants"] }, "emergency"],
    ["self-harm today", { categories: ["self_harm_suicide"], when: "today" }, "emergency"],
    ["self-harm soon", { categories: ["self_harm_suicide"], when: "soon" }, "emergency"],
    ["self-harm that keeps on", { categories: ["self_harm_suicide"], when: "keeps" }, "high"],
    ["self-harm long ago", { categories: ["self_harm_suicide"], when: "long_ago" }, "high"],
    ["a weapon today", { categories: ["weapon"], when: "today" }, "emergency"],
    ["a weapon some days ago", { categories: ["weapon"], when: "days" }, "high"],
    ["a weapon long ago", { categories: ["weapon"], when: "long_ago" }, "normal"],
    ["a fight that is planned", { categories: ["physical_violence"], when: "soon" }, "emergency"],
    ["beaten again and again", { categories: ["physical_violence"], when: "keeps" }, "high"],
    ["one scuffle today", { categories: ["physical_violence"], when: "today" }, "normal"],
    ["hit by staff", { categories: ["physical_violence"], accused: "staff" }, "high"],
    ["hit at home", { categories: ["physical_violence"], accused: "family" }, "high"],
    ["a threat for today", { categories: ["threat"], when: "today" }, "emergency"],
    ["a threat without a time", { categories: ["threat"], when: "days" }, "high"],
    [
      "abuse that keeps on",
      { categories: ["sexual_abuse_harassment"], when: "keeps" },
      "emergency",
    ],
    ["abuse today", { categories: ["sexual_abuse_harassment"], when: "today" }, "emergency"],
    ["abuse long ago", { categories: ["sexual_abuse_harassment"], when: "long_ago" }, "high"],
    ["unsafe at home tonight", { categories: ["family_abuse"], when: "today" }, "emergency"],
    ["neglect that keeps on", { categories: ["family_abuse"], when: "keeps" }, "high"],
    ["extortion, whenever", { categories: ["extortion"], when: "long_ago" }, "high"],
    ["drugs, whenever", { categories: ["drugs_stimulants"], when: "long_ago" }, "high"],
    ["harsh words by staff", { categories: ["staff_misconduct"], accused: "staff" }, "normal"],
    ["staff, again and again", { categories: ["staff_misconduct"], when: "keeps" }, "high"],
    ["staff hides a beating", { categories: ["staff_misconduct", "physical_violence"] }, "high"],
    ["humiliated by staff daily", { accused: "staff", when: "keeps" }, "high"],
    ["teased by peers daily", { when: "keeps" }, "normal"],
    ["open wiring in use", { categories: ["fire_safety"], when: "today" }, "high"],
    ["a hazard put right", { categories: ["fire_safety"], when: "long_ago" }, "normal"],
    ["stale milk", { categories: ["food_safety"], when: "today" }, "normal"],
    ["an ordinary vape", { categories: ["vaping_alcohol"], when: "today" }, "normal"],
    ["a wish to talk", { categories: ["counselling_request"], when: null }, "normal"],
    ["something else, now", { categories: ["other"], when: "today" }, "normal"],
    ["something else, past", { categories: ["other"], when: "long_ago" }, "low"],
    ["a broken fan", { categories: ["facility"], when: null }, "low"],
    ["praise", { categories: ["praise"], when: null }, "low"],
    ["a broken fan and a threat", { categories: ["facility", "threat"], when: "days" }, "high"],
  ];

  test.each(stories)("%s", (_story, told, expected) => {
    expect(triageOf(shownFactsOnly(factsWith(told)), []).level).toBe(expected);
  });

  test.each(RaisingSignal.options)("is at least what the hint %s is worth", (signal) => {
    const told = triageOf(factsWith({ categories: ["praise"] }), [signal]);

    expect(told.level).toBe(signalRules[signal].level);
    expect(told.reasons[0]).toBe(signalRules[signal].reason);
  });
});

describe("the reasons", () => {
  test("name every rule that holds, the most serious first, each once", () => {
    const facts = factsWith({
      categories: ["bullying", "physical_violence"],
      accused: "staff",
      when: "keeps",
    });

    const told = triageOf(facts, ["weapon_here"]);

    expect(told.reasons).toEqual([
      "words-weapon-here",
      "violence-keeps",
      "violence-by-adult",
      "staff-keeps",
      "matter-between-people",
    ]);
    expect(told.rulesVersion).toBe(rulesVersion);
  });

  test("say nothing about a time that nobody was asked for", () => {
    const facts = shownFactsOnly(factsWith({ danger: "me", categories: ["physical_violence"] }));

    expect(triageOf(facts, []).reasons).toEqual(["danger-now", "matter-between-people"]);
  });

  test("are all in use: no code without a rule", () => {
    const used = new Set<ReasonCode>([
      ...rules.map((rule) => rule.reason),
      ...Object.values(signalRules).map((rule) => rule.reason),
      "danger-unsure",
    ]);

    expect(used).toEqual(new Set(ReasonCode.options));
  });
});

describe("Deciding never waits and never fails", () => {
  test("triage gives a level and a reason for any facts and hints", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, (facts, signals) => {
        const told = triageOf(facts, signals);

        expect(Level.options).toContain(told.level);
        expect(told.reasons.length).toBeGreaterThan(0);
        expect(told).toEqual(triageOf(facts, signals));
      }),
    );
  });

  test("every category has a level of its own, whoever did it and whenever", () => {
    const silent = Category.options.flatMap((category) =>
      Accused.options.flatMap((accused) =>
        When.options
          .map((when) => factsWith({ categories: [category], accused, when }))
          .filter((facts) => triageOf(facts, []).reasons.length === 0),
      ),
    );

    expect(silent).toEqual([]);
  });

  test("ticks and hints never say that something is no report", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, (facts, signals) => {
        expect(triageOf(facts, signals).level).not.toBe("not_a_report");
      }),
    );
  });
});

describe("learning more never lowers the level", () => {
  const isAtLeast = (higher: Level, lower: Level) =>
    expect(urgencyRank(higher)).toBeLessThanOrEqual(urgencyRank(lower));

  test("a hint more", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, anySignal, (facts, signals, added) => {
        isAtLeast(triageOf(facts, [...signals, added]).level, triageOf(facts, signals).level);
      }),
    );
  });

  test("a category more", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, fc.constantFrom(...Category.options), (facts, s, added) => {
        const more = { ...facts, categories: [...facts.categories, added] };

        isAtLeast(triageOf(more, s).level, triageOf(facts, s).level);
      }),
    );
  });

  test("a danger", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, (facts, signals) => {
        const safe = triageOf({ ...facts, danger: "no" }, signals).level;
        const unsure = triageOf({ ...facts, danger: "unsure" }, signals).level;
        const danger = triageOf({ ...facts, danger: "someone" }, signals).level;

        isAtLeast(unsure, safe);
        isAtLeast(danger, unsure);
        expect(danger).toBe("emergency");
      }),
    );
  });

  test("an unknown answer counts as the gravest", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, (facts, signals) => {
        const level = triageOf(facts, signals).level;

        isAtLeast(triageOf({ ...facts, when: null }, signals).level, level);
        isAtLeast(triageOf({ ...facts, accused: null }, signals).level, level);
      }),
    );
  });

  test("of two levels the higher is the more urgent one, in either order", () => {
    expect(higherOf<Level>("high", "emergency")).toBe("emergency");
    expect(higherOf<Level>("emergency", "high")).toBe("emergency");
    expect(higherOf<Level>("low", "low")).toBe("low");
  });
});
