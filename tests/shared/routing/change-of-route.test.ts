import type { DeskKind } from "@truong-an/shared/directory";
import { shownFactsOnly } from "@truong-an/shared/form";
import type { Facts } from "@truong-an/shared/report";
import { desksForHandOver } from "@truong-an/shared/routing/readers";
import { type Route, routeAfterHandOver, routeAfterRaise } from "@truong-an/shared/routing/route";
import { addMinutes } from "@truong-an/shared/time";
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

function ladderOf(route: Route) {
  return route.ladder.map((rung) => kindsOf(rung.desks));
}

describe("a report that a later message raises", () => {
  const facts = factsWith();
  const raised = triageOf({ ...facts, danger: "me" }, []);

  test("climbs the ladder of its new level from now, and keeps its owner", () => {
    const from = { owner: desks.school, told: [desks.school] };

    const route = routeAfterRaise(from, raised, facts, placeOf("lower"), timingAt(mondayMorning));

    expect(ladderOf(route)).toEqual([["police", "school", "commune"], ["department"]]);
    expect(route.owner).toBe(desks.school);
    expect(route.acknowledgeBy).toBe(addMinutes(mondayMorning, 5));
  });

  test("is told at once to everyone who knew of it", () => {
    const from = { owner: desks.department, told: [desks.school, desks.department] };

    const route = routeAfterRaise(from, raised, facts, placeOf("lower"), timingAt(mondayMorning));

    expect(ladderOf(route)).toEqual([["police", "school", "commune", "department"]]);
    expect(route.owner).toBe(desks.department);
  });
});

describe("a report that is handed over", () => {
  const facts = factsWith();
  const decided = triageOf(facts, []);
  const place = placeOf("lower");
  const from = { owner: desks.school, told: [desks.school] };

  test("belongs to the new desk now; those who knew are called back if it stays silent", () => {
    const timing = timingAt(mondayMorning);

    const route = routeAfterHandOver(from, desks.commune, decided, facts, place, timing);

    expect(route?.owner).toBe(desks.commune);
    expect(route?.ladder.map((rung) => kindsOf(rung.desks))).toEqual([
      ["commune"],
      ["school", "department"],
    ]);
    expect(route?.acknowledgeBy).toBe(at("2026-03-03 08:30"));
  });

  test("may go to any desk of the place that is neither accused, left out nor its owner", () => {
    const wish = factsWith({ accused: "police", excluded: "commune" });

    expect(kindsOf(desksForHandOver(decided, wish, place, desks.school))).toEqual(["department"]);
  });

  test("may not go to the accused", () => {
    const accusing = factsWith({ accused: "police" });
    const timing = timingAt(mondayMorning);

    expect(routeAfterHandOver(from, desks.police, decided, accusing, place, timing)).toBeNull();
  });

  test("keeps the accused out and climbs strictly, whatever is reported and whoever knew", () => {
    const anyDesks = fc.subarray(Object.values(desks));
    const anyDesk = fc.constantFrom(...Object.values(desks));
    fc.assert(
      fc.property(
        fc.record({ facts: anyFacts, signals: anySignals, stage: anyStage, now: anyInstant }),
        anyDesks,
        anyDesk,
        ({ facts: told, signals, stage, now }, knew, to) => {
          const shown = shownFactsOnly(told);
          const standpoint = { owner: knew[0] ?? to, told: knew };
          const where = placeOf(stage);
          const triage = triageOf(shown, signals);

          const routes = [
            routeAfterRaise(standpoint, triage, shown, where, timingAt(now)),
            routeAfterHandOver(standpoint, to, triage, shown, where, timingAt(now)),
          ].filter((route) => route !== null);

          for (const route of routes) {
            const times = route.ladder.map((rung) => rung.at);
            expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
            expect(route.ladder[0]?.desks).toContain(route.owner);
            expect(kindsOf(route.readers)).not.toContain(kindAccusedIn(shown));
          }
        },
      ),
    );
  });
});

function kindAccusedIn(facts: Facts): DeskKind | "nobody" {
  switch (facts.accused) {
    case "staff":
      return "school";
    case "police":
      return "police";
    case "official":
      return "commune";
    default:
      return "nobody";
  }
}
