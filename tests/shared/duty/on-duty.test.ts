import { calledAt, onDuty } from "@truong-an/shared/duty/on-duty";
import { noPlan, type Roster } from "@truong-an/shared/duty/roster";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { addMinutes, instant } from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "../support/stories.ts";
import {
  anyAbsence,
  anyCover,
  anyMoment,
  anyRoster,
  away,
  binh,
  cover,
  dayAndNight,
  hanh,
  lan,
  rosterWith,
  turn,
} from "./rosters.ts";

const names = new Map([
  [hanh, "Hạnh"],
  [binh, "Bình"],
  [lan, "Lan"],
]);

function whoIsOn(roster: Roster, local: string): string {
  return onDuty(roster, at(local), vietnamHolidays)
    .map(({ staffId }) => names.get(staffId))
    .sort()
    .join(" ");
}

describe("weekly turns", () => {
  const roster = rosterWith({
    patterns: [
      ...dayAndNight.filter(({ staffId }) => staffId === hanh),
      turn(binh, { from: 19, to: 7 }, { weekdays: [5] }), // Friday's night
      turn(lan, { from: 0, to: 24 }, { weekdays: [7] }),
    ],
  });

  test.each([
    ["a Friday just before the turn", "2026-12-04 06:59", ""],
    ["its first minute", "2026-12-04 07:00", "Hạnh"],
    ["its last minute", "2026-12-04 18:59", "Hạnh"],
    ["when the night begins", "2026-12-04 19:00", "Bình"],
    ["after midnight, on Saturday", "2026-12-05 06:59", "Bình"],
    ["Saturday's own night", "2026-12-05 19:00", ""],
    ["Friday before dawn, which would be Thursday's night", "2026-12-04 03:00", ""],
    ["Sunday at noon", "2026-12-06 12:00", "Hạnh Lan"],
    ["the last minute of Sunday", "2026-12-06 23:59", "Lan"],
    ["the first minute of Monday", "2026-12-07 00:00", ""],
  ])("%s", (_when, local, expected) => {
    expect(whoIsOn(roster, local)).toBe(expected);
  });

  test("from an hour to the same hour is a whole day and night", () => {
    const whole = rosterWith({ patterns: [turn(hanh, { from: 7, to: 7 }, { weekdays: [1] })] });

    expect(whoIsOn(whole, "2026-12-07 07:00")).toBe("Hạnh");
    expect(whoIsOn(whole, "2026-12-08 06:59")).toBe("Hạnh");
    expect(whoIsOn(whole, "2026-12-08 07:00")).toBe("");
  });
});

describe("school days only", () => {
  const schoolDays = { days: "school-days", weekdays: [1, 2, 3, 4, 5, 6] } as const;
  const roster = rosterWith({
    patterns: [
      turn(hanh, { from: 7, to: 17 }, { ...schoolDays, weekdays: [...schoolDays.weekdays] }),
      turn(binh, { from: 19, to: 7 }, { ...schoolDays, weekdays: [...schoolDays.weekdays] }),
    ],
  });

  test.each([
    ["an ordinary Monday", "2027-01-25 08:00", "Hạnh"],
    ["an ordinary Saturday", "2027-01-30 08:00", "Hạnh"],
    ["a Sunday", "2027-01-31 08:00", ""],
    ["the eve of Tết, a Friday", "2027-02-05 08:00", ""],
    ["Saturday, the first day of the year", "2027-02-06 08:00", ""],
    ["the last night before Tết, in the holidays already", "2027-02-05 03:00", "Bình"],
    ["the first night of Tết", "2027-02-05 20:00", ""],
    ["the Friday after Tết", "2027-02-12 08:00", "Hạnh"],
    ["Reunification Day", "2027-04-30 08:00", ""],
    ["the last day of May", "2027-05-31 08:00", "Hạnh"],
    ["the first day of June", "2027-06-01 08:00", ""],
    ["the last day of August", "2027-08-31 08:00", ""],
    ["the first of September", "2027-09-01 08:00", "Hạnh"],
    ["National Day", "2027-09-02 08:00", ""],
  ])("%s", (_when, local, expected) => {
    expect(whoIsOn(roster, local)).toBe(expected);
  });

  test("the summer is as the desk sets it, also over the turn of the year", () => {
    const later = { ...roster, summer: { from: "06-15", to: "08-20" } };
    const turning = { ...roster, summer: { from: "12-28", to: "01-05" } };

    expect(whoIsOn(later, "2027-06-14 08:00")).toBe("Hạnh");
    expect(whoIsOn(later, "2027-08-20 08:00")).toBe("");
    expect(whoIsOn(later, "2027-08-21 08:00")).toBe("Hạnh");
    expect(whoIsOn(turning, "2027-01-05 08:00")).toBe("");
    expect(whoIsOn(turning, "2026-12-28 08:00")).toBe("");
    expect(whoIsOn(turning, "2027-01-06 08:00")).toBe("Hạnh");
  });
});

describe("covers and absences", () => {
  const tet = ["2027-02-05 00:00", "2027-02-12 00:00"] as const;
  const day = "2027-02-08 10:00";
  const night = "2027-02-08 22:00";

  test.each([
    ["nothing written: as planned", {}, "Hạnh", "Bình"],
    ["taken over by day: only her turns", { covers: [cover(lan, hanh, tet)] }, "Lan", "Bình"],
    ["besides everyone", { covers: [cover(lan, null, tet)] }, "Hạnh Lan", "Bình Lan"],
    ["away and not covered", { absences: [away(hanh, tet)] }, "", "Bình"],
    [
      "away and covered",
      { absences: [away(hanh, tet)], covers: [cover(lan, hanh, tet)] },
      "Lan",
      "Bình",
    ],
    [
      "covered by somebody who is away: the cover does nothing",
      { absences: [away(lan, tet)], covers: [cover(lan, hanh, tet)] },
      "Hạnh",
      "Bình",
    ],
    [
      "two covers of one person: the later prevails",
      { covers: [cover(lan, hanh, tet), cover(binh, hanh, tet)] },
      "Bình",
      "Bình",
    ],
    [
      "taken over, then given on",
      { covers: [cover(binh, hanh, tet), cover(lan, binh, tet)] },
      "Lan",
      "Lan",
    ],
    [
      "given, then given back",
      { covers: [cover(binh, hanh, tet), cover(hanh, binh, tet)] },
      "Hạnh",
      "Hạnh",
    ],
    [
      "somebody's cover of long ago is not given on by a newer one",
      { covers: [cover(lan, binh, tet), cover(binh, hanh, tet)] },
      "Bình",
      "Lan",
    ],
    [
      "a swap: each has the other's turns",
      {
        covers: [
          cover(hanh, binh, ["2027-02-08 19:00", "2027-02-09 07:00"]),
          cover(binh, hanh, ["2027-02-08 07:00", "2027-02-08 19:00"]),
        ],
      },
      "Bình",
      "Hạnh",
    ],
  ])("%s", (_story, change, byDay, byNight) => {
    const roster = rosterWith({ patterns: dayAndNight, ...change });

    expect(whoIsOn(roster, day)).toBe(byDay);
    expect(whoIsOn(roster, night)).toBe(byNight);
  });

  test("it is said whose turn somebody has taken over", () => {
    const roster = rosterWith({ patterns: dayAndNight, covers: [cover(lan, hanh, tet)] });

    expect(onDuty(roster, at(day), vietnamHolidays)).toEqual([{ staffId: lan, insteadOf: [hanh] }]);
  });
});

describe("when nobody has a turn", () => {
  test("without any plan everyone is on duty, all the time", () => {
    expect(whoIsOn(rosterWith(noPlan), "2027-02-06 03:00")).toBe("Bình Hạnh Lan");
  });

  const school = rosterWith({ patterns: [turn(hanh, { from: 7, to: 17 })], otherwise: "everyone" });
  const night = "2027-02-08 22:00";

  test("everyone is, where the desk says so, but for whoever is away or has handed over", () => {
    const spring = ["2027-02-01 00:00", "2027-03-01 00:00"] as const;

    expect(whoIsOn(school, night)).toBe("Bình Hạnh Lan");
    expect(whoIsOn({ ...school, absences: [away(lan, spring)] }, night)).toBe("Bình Hạnh");
    expect(whoIsOn({ ...school, covers: [cover(lan, hanh, spring)] }, night)).toBe("Bình Lan");
    expect(whoIsOn({ ...school, covers: [cover(lan, null, spring)] }, night)).toBe("Lan");
  });

  test("everyone else is as well when the one who has the turn is away", () => {
    const ill = ["2027-02-08 00:00", "2027-02-09 00:00"] as const;
    const roster = { ...school, absences: [away(hanh, ill)] };

    expect(whoIsOn(roster, "2027-02-08 10:00")).toBe("Bình Lan");
  });

  test("it is a gap, where the desk says so, and everyone is called", () => {
    const roster = { ...school, otherwise: "nobody" } as const;

    expect(whoIsOn(roster, night)).toBe("");
    expect(calledAt(roster, at(night), vietnamHolidays)).toEqual({
      staffIds: [hanh, binh, lan],
      isFallback: true,
    });
  });
});

describe("whatever the roster", () => {
  const isAnybodyOn = (roster: Roster, moment: number) =>
    onDuty(roster, instant(moment), vietnamHolidays).length > 0;

  test("somebody is called at every moment", () => {
    fc.assert(
      fc.property(anyRoster, anyMoment, (roster, moment) => {
        const { staffIds } = calledAt(roster, moment, vietnamHolidays);

        expect(staffIds.length).toBeGreaterThan(0);
        expect(new Set(staffIds).size).toBe(staffIds.length);
      }),
    );
  });

  test("writing a cover, anywhere in their order, never takes the last person away", () => {
    fc.assert(
      fc.property(anyRoster, anyCover, fc.nat(5), anyMoment, (roster, added, place, moment) => {
        fc.pre(isAnybodyOn(roster, moment));
        const covers = roster.covers.toSpliced(place, 0, added);

        expect(isAnybodyOn({ ...roster, covers }, moment)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("somebody's absence never puts anybody on duty where nobody was", () => {
    fc.assert(
      fc.property(anyRoster, anyAbsence, anyMoment, (roster, added, moment) => {
        fc.pre(!isAnybodyOn(roster, moment));
        const absences = [...roster.absences, added];

        expect(isAnybodyOn({ ...roster, absences }, moment)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("nobody is on duty who is away", () => {
    fc.assert(
      fc.property(anyRoster, anyMoment, (roster, moment) => {
        const isAway = roster.absences
          .filter(({ from, to }) => from <= moment && moment < to)
          .map(({ staffId }) => staffId);
        const on = onDuty(roster, moment, vietnamHolidays).map(({ staffId }) => staffId);

        expect(on.filter((one) => isAway.includes(one))).toEqual([]);
      }),
    );
  });

  test("what is planned every day is the same a week later where no date intervenes", () => {
    fc.assert(
      fc.property(anyRoster, anyMoment, (given, moment) => {
        const patterns = given.patterns.map((pattern) => ({
          ...pattern,
          days: "every-day" as const,
        }));
        const roster = { ...given, patterns, covers: [], absences: [] };
        const nextWeek = addMinutes(moment, 7 * 24 * 60);

        expect(onDuty(roster, nextWeek, vietnamHolidays)).toEqual(
          onDuty(roster, moment, vietnamHolidays),
        );
      }),
    );
  });
});
