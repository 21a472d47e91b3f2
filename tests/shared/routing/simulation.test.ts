import { DeskKind } from "@truong-an/shared/directory";
import { shownFactsOnly } from "@truong-an/shared/form";
import { DeskId } from "@truong-an/shared/ids";
import { Accused, Category, type Facts, Level } from "@truong-an/shared/report";
import {
  type Plan,
  planOf,
  type StaffedDesk,
  type StaffedPlace,
} from "@truong-an/shared/routing/simulation";
import { everySituation, type Situation } from "@truong-an/shared/routing/situations";
import type { Instant } from "@truong-an/shared/time";
import { triageOf } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anyFacts,
  anyInstant,
  anySignals,
  anyStage,
  at,
  desks,
  factsWith,
  kindsOf,
  mondayMorning,
  placeOf,
  timingAt,
} from "../support/stories.ts";

const patience = 60_000; // two cores may be busy with other tests
const situations = [...everySituation()];
const lower = staffed();

/** A place with all four desks, one person at each, changed as the story needs it. */
function staffed(changes: { readonly [K in DeskKind]?: Partial<StaffedDesk> | null } = {}) {
  const place = placeOf("lower");
  const changed = place.desks.flatMap((desk): readonly StaffedDesk[] => {
    const change = changes[desk.kind];
    if (change === null) return [];
    return [{ ...desk, isLive: true, keyHolders: [desk.kind], ...change }];
  });
  return { ...place, desks: changed };
}

function planFor(
  place: StaffedPlace,
  level: Level,
  told: Partial<Facts> = {},
  now: Instant = mondayMorning,
): Plan {
  const facts = factsWith(told);
  const decided = { level, reasons: triageOf(facts, []).reasons };
  return planOf(place, { decided, facts, hint: null, isAsked: true }, timingAt(now));
}

function hearingsOf(plan: Plan) {
  return plan.hearings.map(({ after, desks: told }) => [after, ...kindsOf(told)]);
}

describe("who hears, and after how many minutes, while nobody answers", () => {
  test("an emergency about a broken ceiling: three bodies at once, the province after five", () => {
    const plan = planFor(lower, "emergency", { categories: ["facility"], accused: null });

    expect(hearingsOf(plan)).toEqual([
      [0, "police", "school", "commune"],
      [5, "department"],
    ]);
    expect(plan).toMatchObject({ owner: desks.police, faults: [] });
  });

  test("a high report: two bodies at once, then one after two hours and one after six", () => {
    expect(hearingsOf(planFor(lower, "high", { categories: ["extortion"] }))).toEqual([
      [0, "school", "police"],
      [120, "commune"],
      [360, "department"],
    ]);
  });

  test("a quarrel told on the Friday before Tết waits for the first school days after it", () => {
    const friday = at("2026-02-13 09:00");
    const days = 24 * 60;

    expect(hearingsOf(planFor(lower, "normal", {}, friday))).toEqual([
      [0, "school"],
      [10 * days, "commune"],
      [12 * days, "department"],
    ]);
  });
});

describe("what a place does wrong is found", () => {
  const noPolice = { categories: ["staff_misconduct" as const], accused: "police" as const };
  const broken: readonly [string, StaffedPlace, Level, Partial<Facts>, Plan["faults"]][] = [
    ["no commune desk", staffed({ commune: null }), "high", noPolice, ["fewer-than-two-bodies"]],
    [
      "nobody at the police desk",
      staffed({ police: { isLive: false } }),
      "high",
      { categories: ["extortion"] },
      ["fewer-than-two-bodies"],
    ],
    [
      "nobody at two of the desks that hear of an emergency at once",
      staffed({ police: { isLive: false }, commune: { isLive: false } }),
      "emergency",
      {},
      ["fewer-than-two-bodies"],
    ],
    [
      "one person in the chairs of school and commune",
      staffed({ school: { keyHolders: ["both"] }, commune: { keyHolders: ["both"] } }),
      "high",
      {},
      ["fewer-than-two-bodies"],
    ],
    [
      "someone of the accused school in the chair of the commune",
      staffed({ commune: { keyHolders: ["commune", "school"] } }),
      "normal",
      { accused: "staff" },
      ["accused-reads"],
    ],
    [
      "nobody at any desk that hears of a suggestion",
      staffed({ school: { isLive: false }, commune: { isLive: false } }),
      "low",
      { categories: ["facility"], accused: null },
      ["nobody-hears"],
    ],
    [
      "no desk but that of the accused",
      staffed({ police: null, commune: null, department: null }),
      "high",
      { accused: "staff" },
      ["nobody-hears"],
    ],
  ];

  test.each(broken)("%s", (_story, place, level, told, faults) => {
    expect(planFor(place, level, told).faults).toEqual(faults);
  });

  test("a silent desk is no fault where two others hear of an emergency at once", () => {
    expect(planFor(staffed({ school: { isLive: false } }), "emergency").faults).toEqual([]);
  });
});

/** Places with one or two staffed desks of each kind, in any order. */
const anyCompletePlace: fc.Arbitrary<StaffedPlace> = fc
  .record({
    stage: anyStage,
    order: fc.shuffledSubarray([...DeskKind.options, ...DeskKind.options], { minLength: 8 }),
    seconds: fc.subarray([...DeskKind.options]),
  })
  .map(({ stage, order, seconds }) => {
    const ids = new Map<DeskKind, number>();
    const all = order.flatMap((kind): readonly StaffedDesk[] => {
      const number = (ids.get(kind) ?? 0) + 1;
      ids.set(kind, number);
      if (number === 2 && !seconds.includes(kind)) return [];
      const digit = DeskKind.options.indexOf(kind) + 1;
      const id = DeskId.parse(`00000000-0000-4000-8000-0000000000${number}${digit}`);
      return [{ id, kind, isLive: true, keyHolders: [id] }];
    });
    return { ...placeOf(stage), desks: all };
  });

const anySituation = fc
  .integer({ min: 0, max: situations.length - 1 })
  .map((index) => situations[index] as Situation);

describe("No lone gatekeeper, in every place that lacks nothing", () => {
  test("no report, at any moment, breaks a promise", () => {
    fc.assert(
      fc.property(anyCompletePlace, anySituation, anyInstant, (place, situation, now) => {
        expect(planOf(place, situation, timingAt(now)).faults).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  test("every level, category and accused is walked without a fault", { timeout: patience }, () => {
    const timing = timingAt(mondayMorning);

    const faulty = situations.filter((one) => planOf(lower, one, timing).faults.length > 0);

    expect(faulty).toEqual([]);
  });
});

describe("the simulation leaves nothing out", () => {
  test("every level, category and accused is among its situations, each with the other two", () => {
    const wanted = Level.options.length * Category.options.length * (Accused.options.length + 1);

    const met = new Set(
      situations
        .filter(({ facts }) => facts.categories.length === 1)
        .map(({ decided, facts }) => `${decided.level} ${facts.categories} ${facts.accused}`),
    );

    expect(met.size).toBe(wanted);
  });

  test("whatever is ticked and read goes a way that it has walked", { timeout: patience }, () => {
    const timing = timingAt(mondayMorning);
    const wayOf = (one: Pick<Situation, "decided" | "facts">): string => {
      const { accused, excluded, wantsPolice, writer } = one.facts;
      const isYoung = writer === "pupil_primary" || writer === "pupil_lower";
      const plan = planOf(lower, { ...one, hint: null, isAsked: true }, timing);
      const wish = [one.decided.level, accused, excluded, wantsPolice, isYoung];
      return JSON.stringify([...wish, plan.owner, hearingsOf(plan)]);
    };
    const walked = new Set(situations.map(wayOf));

    fc.assert(
      fc.property(anyFacts, anySignals, (told, signals) => {
        const facts = shownFactsOnly(told);

        expect(walked.has(wayOf({ facts, decided: triageOf(facts, signals) }))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
