import {
  bodyAbove,
  type Gap,
  gapsAhead,
  type NearGap,
  outdatedWarnings,
  warningsDue,
} from "@truong-an/shared/duty/gaps";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { addMinutes } from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "../support/stories.ts";
import { anyMoment, anyRoster, away, begin, dayAndNight, hanh, rosterWith } from "./rosters.ts";

const now = at("2026-12-01 09:30");
const gap = (from: string, to: string | null): Gap => ({
  from: at(from),
  to: to === null ? null : at(to),
});

describe("the gaps ahead", () => {
  const awayFor = (from: string, to: string) =>
    gapsAhead(
      rosterWith({ patterns: dayAndNight, absences: [away(hanh, [from, to])] }),
      now,
      vietnamHolidays,
    );

  test("begin within fourteen days, wherever they end", () => {
    expect(awayFor("2026-12-14 18:00", "2026-12-14 19:00")).toHaveLength(1);
    expect(awayFor("2026-12-15 09:00", "2026-12-15 12:00")).toHaveLength(1);
    expect(awayFor("2026-12-15 10:00", "2026-12-15 12:00")).toEqual([]);
  });

  test("a gap that has begun is there from now on", () => {
    expect(awayFor("2026-12-01 07:00", "2026-12-01 12:00")).toEqual([
      gap("2026-12-01 09:30", "2026-12-01 12:00"),
    ]);
  });

  test("one without an end in sight says so", () => {
    const nobody = rosterWith({
      patterns: dayAndNight,
      absences: [away(hanh, ["2026-12-03 00:00", "2028-01-01 00:00"])].flatMap((one) => [
        one,
        ...dayAndNight.map(({ staffId }) => ({ ...one, staffId })),
      ]),
    });

    expect(gapsAhead(nobody, now, vietnamHolidays)).toEqual([gap("2026-12-03 00:00", null)]);
  });
});

describe("what is to be warned about", () => {
  const holiday = gap("2026-12-10 07:00", "2026-12-12 07:00");
  const later = (days: number) => addMinutes(now, days * 24 * 60);

  test.each([
    [0, "in-sight"],
    [5, "in-sight"],
    [6, "in-three-days"],
    [7, "in-three-days"],
    [8, "in-one-day"],
    [10, "in-one-day"],
  ])("after %i days the gap is %s", (days, nearness) => {
    expect(warningsDue([holiday], [], later(days))).toEqual([{ ...holiday, nearness }]);
  });

  test("a gap is told of three times, however often one looks", () => {
    const told: NearGap[] = [];
    const hours = Array.from({ length: 12 * 24 }, (_each, hour) => addMinutes(now, hour * 60));

    for (const each of hours) told.push(...warningsDue([holiday], told, each));

    expect(told.map(({ nearness }) => nearness)).toEqual([
      "in-sight",
      "in-three-days",
      "in-one-day",
    ]);
  });

  test.each([
    ["a part of what was told of", gap("2026-12-11 07:00", "2026-12-12 07:00"), 0],
    ["longer than was told of", gap("2026-12-10 07:00", "2026-12-13 07:00"), 1],
    ["without an end, where one had been told", gap("2026-12-10 07:00", null), 1],
    ["sooner than was told of", gap("2026-12-09 07:00", "2026-12-12 07:00"), 1],
    ["another day", gap("2026-12-13 07:00", "2026-12-13 12:00"), 1],
  ])("%s", (_story, seen, expected) => {
    expect(warningsDue([seen], [{ ...holiday, nearness: "in-sight" }], now)).toHaveLength(expected);
  });

  test("a warning of what is filled is forgotten, of what is still open in part is not", () => {
    const told = [holiday, gap("2026-12-03 07:00", "2026-12-03 12:00")];

    expect(outdatedWarnings(told, [gap("2026-12-11 07:00", "2026-12-11 08:00")])).toEqual([
      told[1],
    ]);
  });

  test("whatever the roster: what was told of is not told of again at the same moment", () => {
    fc.assert(
      fc.property(anyRoster, anyMoment, (roster, moment) => {
        const gaps = gapsAhead(roster, moment, vietnamHolidays);
        const due = warningsDue(gaps, [], moment);

        expect(due).toHaveLength(gaps.length);
        expect(warningsDue(gaps, due, moment)).toEqual([]);
        expect(outdatedWarnings(due, gaps)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("one look at the fullest roster takes no time that anybody would notice", () => {
    const patterns = Array.from({ length: 60 }, (_each, index) => ({
      ...dayAndNight[0],
      staffId: hanh,
      weekdays: [1, 2, 3, 4, 5],
      days: "school-days" as const,
      from: index * 7,
      to: index * 7 + 5,
    }));
    const before = process.cpuUsage();

    gapsAhead(rosterWith({ patterns }), begin, vietnamHolidays);

    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(2_000_000); // microseconds; a tenth of it once warm
  });
});

test.each([
  ["school", "primary_lower", "commune"],
  ["school", "preschool", "commune"],
  ["school", "upper", "department"],
  ["school", "continuing", "department"],
  ["commune", "primary", "department"],
  ["police", "upper", "department"],
  ["department", "upper", null],
] as const)("above a desk of the kind %s at a %s school is: %s", (kind, stage, above) => {
  expect(bodyAbove(kind, stage)).toBe(above);
});
