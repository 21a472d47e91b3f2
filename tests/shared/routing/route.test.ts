import type { DeskKind, Place, Stage } from "@truong-an/shared/directory";
import { shownFactsOnly } from "@truong-an/shared/form";
import { DeskId } from "@truong-an/shared/ids";
import type { Facts } from "@truong-an/shared/report";
import { missingKinds } from "@truong-an/shared/routing/readers";
import { type Route, Rung, routeOf } from "@truong-an/shared/routing/route";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import type { RaisingSignal } from "@truong-an/shared/triage/signals";
import { triageOf } from "@truong-an/shared/triage/triage";
import { describe, expect, test } from "vitest";
import {
  at,
  desks,
  factsWith,
  kindsOf,
  mondayMorning,
  placeOf,
  timingAt,
} from "../support/stories.ts";

function routeFor(told: Partial<Facts>, stage: Stage, now: Instant = mondayMorning): Route {
  const facts = shownFactsOnly(factsWith(told));
  const { clocks, calendar } = timingAt(now);
  return routeOf(triageOf(facts, []), facts, placeOf(stage), now, clocks, calendar);
}

function ladderOf(route: Route) {
  return route.ladder.map((rung) => kindsOf(rung.desks));
}

describe("who hears, and in which order", () => {
  const school: DeskKind = "school";
  const stories: readonly [string, Partial<Facts>, Stage, DeskKind[][], DeskKind][] = [
    [
      "an emergency at a lower secondary school",
      { danger: "someone" },
      "lower",
      [["police", school, "commune"], ["department"]],
      "police",
    ],
    [
      "an emergency at an upper secondary school",
      { danger: "someone" },
      "upper",
      [["police", school, "department"], ["commune"]],
      "police",
    ],
    [
      "a wish to die, today",
      { categories: ["self_harm_suicide"], when: "today" },
      "primary_lower",
      [["police", school, "commune"], ["department"]],
      school,
    ],
    [
      "self-harm, not today: care first, no police",
      { categories: ["self_harm_suicide"], when: "days" },
      "lower",
      [[school, "commune"], ["department"]],
      school,
    ],
    [
      "self-harm, police asked for",
      { categories: ["self_harm_suicide"], when: "days", wantsPolice: true },
      "lower",
      [[school, "police"], ["commune"], ["department"]],
      school,
    ],
    [
      "extortion",
      { categories: ["extortion"] },
      "lower",
      [[school, "police"], ["commune"], ["department"]],
      school,
    ],
    [
      "beaten again and again",
      { categories: ["physical_violence"], when: "keeps" },
      "lower",
      [[school, "commune"], ["police"], ["department"]],
      school,
    ],
    [
      "beaten by a teacher",
      { categories: ["physical_violence"], accused: "staff" },
      "lower",
      [["commune", "police"], ["department"]],
      "commune",
    ],
    [
      "extortion at an upper school, by a pupil under 16",
      { categories: ["extortion"], writer: "pupil_lower" },
      "upper",
      [[school, "police"], ["department"], ["commune"]],
      school,
    ],
    [
      "extortion at an upper school, by an older pupil",
      { categories: ["extortion"], writer: "pupil_upper" },
      "continuing",
      [[school, "police"], ["department"]],
      school,
    ],
    ["teasing", {}, "primary", [[school], ["commune"], ["department"]], school],
    [
      "teasing, the school left out",
      { excluded: "school" },
      "primary",
      [["commune"], ["department"]],
      "commune",
    ],
    [
      "teasing, police asked for",
      { wantsPolice: true },
      "primary",
      [[school, "police"], ["commune"], ["department"]],
      school,
    ],
    [
      "harsh words by a teacher of an upper school",
      { categories: ["staff_misconduct"], accused: "staff" },
      "upper",
      [["department"], ["commune"]],
      "department",
    ],
    ["a broken fan", { categories: ["facility"] }, "lower", [[school], ["commune"]], school],
    [
      "an official's bribe, reported as another matter",
      { categories: ["other"], accused: "official", when: "days" },
      "lower",
      [[school], ["department"]],
      school,
    ],
  ];

  test.each(stories)("%s", (_story, told, stage, ladder, owner) => {
    const route = routeFor(told, stage);

    expect(ladderOf(route)).toEqual(ladder);
    expect(kindsOf([route.owner])).toEqual([owner]);
  });

  const hints: readonly [RaisingSignal, readonly DeskKind[][], DeskKind][] = [
    ["withdrawn", [[school, "commune"], ["department"]], school],
    ["hurting_oneself", [[school, "commune"], ["department"]], school],
    ["threat", [[school, "commune"], ["police"], ["department"]], school],
    ["reads_as_high", [[school, "commune"], ["police"], ["department"]], school],
    ["hurting_now", [["police", school, "commune"], ["department"]], school],
    ["goodbye", [["police", school, "commune"], ["department"]], school],
    ["threat_today", [["police", school, "commune"], ["department"]], "police"],
  ];

  test.each(hints)("self-harm, and the words tell of %s", (signal, ladder, owner) => {
    const facts = factsWith({ categories: ["self_harm_suicide"], accused: null, when: "days" });
    const { now, clocks, calendar } = timingAt(mondayMorning);

    const decided = triageOf(facts, [signal]);
    const route = routeOf(decided, facts, placeOf("lower"), now, clocks, calendar);

    expect(ladderOf(route)).toEqual(ladder);
    expect(kindsOf([route.owner])).toEqual([owner]);
  });

  test("all desks of one kind hear together", () => {
    const second = DeskId.parse("00000000-0000-4000-8000-000000000009");
    const place = placeOf("lower");
    const withTwo: Place = { ...place, desks: [...place.desks, { id: second, kind: "school" }] };
    const facts = factsWith();
    const { clocks, calendar } = timingAt(mondayMorning);

    const route = routeOf(triageOf(facts, []), facts, withTwo, mondayMorning, clocks, calendar);

    expect(route.ladder[0]?.desks).toEqual([desks.school, second]);
  });

  test("a place that lacks a kind of desk is named before anybody needs it", () => {
    const place = placeOf("lower");
    const withoutPolice = { ...place, desks: place.desks.filter((desk) => desk.kind !== "police") };

    expect(missingKinds(place)).toEqual([]);
    expect(missingKinds(withoutPolice)).toEqual(["police"]);
  });
});

describe("when they hear", () => {
  test("an emergency climbs in 5 minutes, on a Sunday night too", () => {
    const night = at("2026-03-08 02:30");

    const route = routeFor({ danger: "me" }, "lower", night);

    expect(route.ladder.map((rung) => rung.at)).toEqual([night, addMinutes(night, 5)]);
    expect(route.acknowledgeBy).toBe(addMinutes(night, 5));
  });

  test("a high report climbs in 2 and 6 hours, evenings included", () => {
    const evening = at("2026-03-02 20:00");

    const route = routeFor({ categories: ["extortion"] }, "lower", evening);

    expect(route.ladder.map((rung) => rung.at)).toEqual([
      evening,
      at("2026-03-02 22:00"),
      at("2026-03-03 02:00"),
    ]);
  });

  test("a quarrel told before Tết climbs after one and three school days", () => {
    const friday = at("2026-02-13 09:00");

    const route = routeFor({}, "lower", friday);

    expect(route.ladder.map((rung) => rung.at)).toEqual([
      friday,
      at("2026-02-23 09:00"),
      at("2026-02-25 09:00"),
    ]);
  });

  test("a single desk is called again when the first deadline passes", () => {
    const told = { categories: ["staff_misconduct" as const], accused: "official" as const };

    const route = routeFor({ ...told, excluded: "police" }, "lower");

    expect(route.ladder).toHaveLength(1);
    expect(route.acknowledgeBy).toBe(at("2026-03-03 08:30"));
  });

  test("a ladder survives being stored as JSON", () => {
    const { ladder } = routeFor({ danger: "me" }, "lower");

    expect(Rung.array().parse(JSON.parse(JSON.stringify(ladder)))).toEqual(ladder);
  });

  test("deadlines set out of order still climb", () => {
    const { clocks, calendar } = timingAt(mondayMorning);
    const odd = { ...clocks, high: { ...clocks.high, thirdRung: { minutes: 1 } } };
    const facts = factsWith({ categories: ["extortion"] });

    const route = routeOf(
      triageOf(facts, []),
      facts,
      placeOf("lower"),
      mondayMorning,
      odd,
      calendar,
    );

    expect(route.ladder.map((rung) => rung.at)).toEqual([
      mondayMorning,
      addMinutes(mondayMorning, 120),
      addMinutes(mondayMorning, 121),
    ]);
  });
});
