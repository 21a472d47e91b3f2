import { DeskKind, Stage } from "@truong-an/shared/directory";
import { shownFactsOnly } from "@truong-an/shared/form";
import { Accused, Category, type Facts, Level, type Writer } from "@truong-an/shared/report";
import { allowedKinds, type Decided } from "@truong-an/shared/routing/ladder";
import { desksThatMayRead, excludableKinds } from "@truong-an/shared/routing/readers";
import { type Route, routeOf } from "@truong-an/shared/routing/route";
import { addSchoolDays, type Instant } from "@truong-an/shared/time";
import { triageOf, urgencyRank } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anyFacts,
  anySignals,
  anyStage,
  desks,
  factsWith,
  kindsOf,
  mondayMorning,
  placeOf,
  timingAt,
} from "../support/stories.ts";

type Case = {
  readonly decided: Decided;
  readonly facts: Facts;
  readonly stage: Stage;
  readonly route: Route;
};

const writers: readonly Writer[] = ["pupil_lower", "pupil_upper"];

/** Every school × level × accused × wish × category: whatever its level may come to be. */
const everyCase: readonly Case[] = [...casesAt(mondayMorning)];

function* casesAt(now: Instant): Generator<Case> {
  const { clocks, calendar } = timingAt(now);
  for (const facts of everyTick()) {
    const { reasons } = triageOf(facts, []);
    for (const level of Level.options) {
      const decided: Decided = { level, reasons };
      for (const stage of Stage.options) {
        const place = placeOf(stage);
        yield {
          decided,
          facts,
          stage,
          route: routeOf(decided, facts, place, now, clocks, calendar),
        };
      }
    }
  }
}

function* everyTick(): Generator<Facts> {
  for (const category of Category.options)
    for (const accused of Accused.options)
      for (const excluded of [...DeskKind.options, null])
        for (const wantsPolice of [true, false])
          for (const writer of writers)
            yield shownFactsOnly(
              factsWith({ categories: [category], accused, excluded, wantsPolice, writer }),
            );
}

function gapsWhere(isGap: (one: Case) => boolean): readonly string[] {
  return everyCase
    .filter(isGap)
    .map(({ stage, decided, facts }) => `${stage} ${decided.level} ${JSON.stringify(facts)}`);
}

const isSerious = ({ decided }: Case) => decided.level === "emergency" || decided.level === "high";

describe("No lone gatekeeper", () => {
  test("a serious report reaches at least two independent bodies, at once", () => {
    const gaps = gapsWhere(
      (one) => isSerious(one) && new Set(kindsOf(one.route.ladder[0]?.desks ?? [])).size < 2,
    );

    expect(gaps).toEqual([]);
  });

  test("so does one of several matters, with whatever hints, at the level that triage gives it", () => {
    fc.assert(
      fc.property(anyFacts, anySignals, anyStage, (told, signals, stage) => {
        const facts = shownFactsOnly(told);
        const decided = triageOf(facts, signals);
        const { now, clocks, calendar } = timingAt(mondayMorning);

        const route = routeOf(decided, facts, placeOf(stage), now, clocks, calendar);

        const bodies = new Set(kindsOf(route.ladder[0]?.desks ?? [])).size;
        expect(bodies).toBeGreaterThanOrEqual(urgencyRank(decided.level) <= 1 ? 2 : 1);
      }),
    );
  });

  test("whoever is accused is not among the readers", () => {
    const gaps = gapsWhere(({ facts, route }) => {
      const readers = kindsOf(route.readers);
      const isStaff = facts.accused === "staff" || facts.categories.includes("staff_misconduct");
      return (
        (isStaff && readers.includes("school")) ||
        (facts.accused === "police" && readers.includes("police")) ||
        (facts.accused === "official" && readers.includes("commune"))
      );
    });

    expect(gaps).toEqual([]);
  });

  test("whom the writer leaves out does not read, as long as two bodies remain without them", () => {
    const gaps = gapsWhere(({ decided, facts, stage, route }) => {
      if (facts.excluded === null || !kindsOf(route.readers).includes(facts.excluded)) return false;
      return excludableKinds(decided, facts, placeOf(stage)).includes(facts.excluded);
    });

    expect(gaps).toEqual([]);
  });

  test("the form offers to leave out any reader, if nobody is accused and police may step in", () => {
    const facts = factsWith({ categories: ["bullying"], accused: "peer" });
    const decided: Decided = { level: "normal", reasons: ["matter-between-people"] };

    expect(excludableKinds(decided, facts, placeOf("lower"))).toEqual([
      "school",
      "commune",
      "department",
    ]);
  });

  test("the form does not offer to leave out one of the last two bodies of a serious report", () => {
    const facts = factsWith({
      categories: ["staff_misconduct"],
      accused: "official",
      when: "keeps",
    });
    const decided = triageOf(facts, []);

    expect(excludableKinds(decided, facts, placeOf("lower"))).toEqual([]);
    expect(
      kindsOf(desksThatMayRead(decided, { ...facts, excluded: "police" }, placeOf("lower"))),
    ).toEqual(["police", "department"]);
  });

  test("police asked for, or needed for a serious report, are among the readers", () => {
    const gaps = gapsWhere(({ decided, facts, route }) => {
      if (facts.accused === "police" || facts.excluded === "police") return false;
      if (decided.level === "not_a_report") return false;
      const isSelfHarmAlone = facts.categories.every(
        (category) => category === "self_harm_suicide" || category === "counselling_request",
      );
      const isCalled =
        facts.wantsPolice ||
        decided.level === "emergency" ||
        (decided.level === "high" && !isSelfHarmAlone);
      return isCalled && !route.readers.includes(desks.police);
    });

    expect(gaps).toEqual([]);
  });

  test("few eyes by default: no police for a quarrel nobody asked them into", () => {
    const gaps = gapsWhere(
      ({ decided, facts, route }) =>
        decided.level === "normal" &&
        facts.categories.includes("bullying") &&
        !facts.wantsPolice &&
        route.readers.includes(desks.police),
    );

    expect(gaps).toEqual([]);
  });
});

describe("Deciding never waits and never fails", () => {
  test("the simulation covers a hundred thousand reports", () => {
    expect(everyCase.length).toBeGreaterThan(100_000);
  });

  test("no desk is left alone with its silence: another hears, if two may read at all", () => {
    const gaps = gapsWhere(({ decided, facts, stage, route }) => {
      const allowed = [...allowedKinds(decided, facts, placeOf(stage))].filter(
        (kind) => kind !== "police",
      );
      return allowed.length > 1 && kindsOf(route.readers).length < 2;
    });

    expect(gaps).toEqual([]);
  });

  test("every route has an owner, and the owner hears at once", () => {
    const gaps = gapsWhere(({ route }) => !route.ladder[0]?.desks.includes(route.owner));

    expect(gaps).toEqual([]);
  });

  test("the readers are exactly the desks on the ladder, each once, as the phone computed them", () => {
    const gaps = gapsWhere(({ decided, facts, stage, route }) => {
      const onLadder = route.ladder.flatMap((rung) => rung.desks);
      const sealedTo = desksThatMayRead(decided, facts, placeOf(stage));
      return (
        new Set(onLadder).size !== onLadder.length ||
        onLadder.join() !== route.readers.join() ||
        onLadder.join() !== sealedTo.join()
      );
    });

    expect(gaps).toEqual([]);
  });

  test("the order in which a directory lists its desks does not change who reads", () => {
    const gaps = gapsWhere(({ decided, facts, stage, route }) => {
      const place = placeOf(stage);
      const turned = { ...place, desks: [...place.desks].reverse() };
      return desksThatMayRead(decided, facts, turned).join() !== route.readers.join();
    });

    expect(gaps).toEqual([]);
  });

  test("every ladder starts now and climbs strictly, within a school week", () => {
    const { calendar } = timingAt(mondayMorning);
    const latest = addSchoolDays(mondayMorning, 5, calendar);
    const gaps = gapsWhere(({ route }) => {
      const times = route.ladder.map((rung) => rung.at);
      const climbs = times.every((time, index) => index === 0 || time > (times[index - 1] ?? time));
      return (
        times[0] !== mondayMorning ||
        !climbs ||
        times.some((time) => time > latest) ||
        route.acknowledgeBy > latest ||
        route.acknowledgeBy <= mondayMorning
      );
    });

    expect(gaps).toEqual([]);
  });

  test("the rungs are numbered from 0 without a gap", () => {
    const gaps = gapsWhere(({ route }) =>
      route.ladder.some((rung, index) => rung.number !== index || rung.desks.length === 0),
    );

    expect(gaps).toEqual([]);
  });
});
