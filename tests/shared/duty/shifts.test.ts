import { onDuty } from "@truong-an/shared/duty/on-duty";
import { gapsBetween, onDutyUntil, type Span, shiftsBetween } from "@truong-an/shared/duty/shifts";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { addMinutes } from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "../support/stories.ts";
import {
  anyAbsence,
  anyCover,
  anyMoment,
  anyRoster,
  anySpan,
  away,
  binh,
  cover,
  dayAndNight,
  hanh,
  lan,
  rosterWith,
  turn,
} from "./rosters.ts";

const span = (from: string, to: string): Span => ({ from: at(from), to: at(to) });

const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

describe("shifts", () => {
  test("are cut where the people change, and at the ends of the time asked for", () => {
    const roster = rosterWith({ patterns: dayAndNight });

    const shifts = shiftsBetween(
      roster,
      span("2026-12-04 12:00", "2026-12-05 12:00"),
      vietnamHolidays,
    );

    expect(shifts).toEqual([
      {
        ...span("2026-12-04 12:00", "2026-12-04 19:00"),
        people: [{ staffId: hanh, insteadOf: [] }],
      },
      {
        ...span("2026-12-04 19:00", "2026-12-05 07:00"),
        people: [{ staffId: binh, insteadOf: [] }],
      },
      {
        ...span("2026-12-05 07:00", "2026-12-05 12:00"),
        people: [{ staffId: hanh, insteadOf: [] }],
      },
    ]);
  });

  test("of the same people one after the other are one shift", () => {
    const roster = rosterWith({
      patterns: [turn(hanh, { from: 0, to: 12 }), turn(hanh, { from: 12, to: 24 })],
    });

    const shifts = shiftsBetween(
      roster,
      span("2026-12-01 00:00", "2026-12-15 00:00"),
      vietnamHolidays,
    );

    expect(shifts).toHaveLength(1);
  });

  test("make up the whole time without a hole or a doubled moment, and each is true throughout", () => {
    fc.assert(
      fc.property(anyRoster, anySpan, anyMoment, (roster, whole, moment) => {
        const shifts = shiftsBetween(roster, whole, vietnamHolidays);
        const inside = shifts.find(({ from, to }) => from <= moment && moment < to);

        expect(shifts[0]?.from).toBe(whole.from);
        expect(shifts.at(-1)?.to).toBe(whole.to);
        expect(shifts.slice(1).map(({ from }) => from)).toEqual(
          shifts.slice(0, -1).map(({ to }) => to),
        );
        expect(shifts.every(({ from, to }) => from < to)).toBe(true);
        if (inside !== undefined) {
          const names = onDuty(roster, moment, vietnamHolidays).map(({ staffId }) => staffId);
          expect(new Set(inside.people.map(({ staffId }) => staffId))).toEqual(new Set(names));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("gaps", () => {
  test("are the times that nobody has, merged", () => {
    const roster = rosterWith({
      patterns: dayAndNight,
      absences: [
        away(hanh, ["2026-12-04 00:00", "2026-12-04 18:00"]),
        away(binh, ["2026-12-03 12:00", "2026-12-04 08:00"]),
      ],
    });

    const gaps = gapsBetween(roster, span("2026-12-01 00:00", "2026-12-15 00:00"), vietnamHolidays);

    expect(gaps).toEqual([span("2026-12-03 19:00", "2026-12-04 18:00")]);
  });

  test("and the shifts with people make up the whole time", () => {
    fc.assert(
      fc.property(anyRoster, anySpan, (roster, whole) => {
        const gaps = gapsBetween(roster, whole, vietnamHolidays);
        const staffed = shiftsBetween(roster, whole, vietnamHolidays).filter(
          ({ people }) => people.length > 0,
        );

        expect(lengthOf(gaps) + lengthOf(staffed)).toBe(whole.to - whole.from);
      }),
      { numRuns: 200 },
    );
  });

  test("never grow by a cover and never shrink by an absence", () => {
    fc.assert(
      fc.property(anyRoster, anyCover, anyAbsence, anySpan, (roster, added, absence, whole) => {
        const gaps = (change: object) =>
          lengthOf(gapsBetween({ ...roster, ...change }, whole, vietnamHolidays));

        expect(gaps({ covers: [...roster.covers, added] })).toBeLessThanOrEqual(gaps({}));
        expect(gaps({ absences: [...roster.absences, absence] })).toBeGreaterThanOrEqual(gaps({}));
      }),
      { numRuns: 200 },
    );
  });
});

describe("until when somebody is on duty", () => {
  const roster = rosterWith({ patterns: dayAndNight });
  const fortnight = (from: string) => ({ from: at(from), to: addMinutes(at(from), 14 * 24 * 60) });

  test.each([
    ["the end of her turn", hanh, "2026-12-04 12:00", "2026-12-04 19:00"],
    ["somebody else's turn", binh, "2026-12-04 12:00", undefined],
    ["a night, which ends in the morning", binh, "2026-12-04 23:00", "2026-12-05 07:00"],
  ])("%s", (_story, staffId, now, until) => {
    expect(onDutyUntil(roster, staffId, fortnight(now), vietnamHolidays)).toBe(
      until === undefined ? undefined : at(until),
    );
  });

  test("a colleague who joins in the middle does not end it", () => {
    const joined = {
      ...roster,
      covers: [cover(lan, null, ["2026-12-04 14:00", "2026-12-04 15:00"])],
    };

    expect(onDutyUntil(joined, hanh, fortnight("2026-12-04 12:00"), vietnamHolidays)).toBe(
      at("2026-12-04 19:00"),
    );
  });
});
