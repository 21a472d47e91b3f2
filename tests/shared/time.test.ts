import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import {
  addMinutes,
  addSchoolDays,
  dateInVietnam,
  isSchoolDay,
  minutesBetween,
  nextSchoolMorning,
  toTheDay,
  toTheMinute,
} from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyInstant, at } from "./support/stories.ts";

describe("what is kept of a moment", () => {
  test("loses its seconds while a report is open", () => {
    const moment = addMinutes(at("2026-03-02 08:30"), 0.7);

    expect(toTheMinute(moment)).toBe(at("2026-03-02 08:30"));
  });

  test("loses its hour in Viet Nam, not in London, once it is closed", () => {
    expect(toTheDay(at("2026-03-02 23:59"))).toBe(at("2026-03-02 00:00"));
    expect(toTheDay(at("2026-03-02 00:01"))).toBe(at("2026-03-02 00:00"));
  });

  test("never lies later than the moment, nor a whole day before it", () => {
    fc.assert(
      fc.property(anyInstant, (moment) => {
        const lost = minutesBetween(toTheDay(moment), moment);

        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThan(24 * 60);
      }),
    );
  });

  test("has the date that the calendar on the wall in Viet Nam shows", () => {
    expect(dateInVietnam(at("2026-03-03 00:00"))).toBe("2026-03-03");
    expect(dateInVietnam(at("2026-03-02 23:59"))).toBe("2026-03-02");
  });
});

describe("school days", () => {
  test.each([
    ["a Monday", "2026-03-02 10:00", true],
    ["a Saturday", "2026-03-07 10:00", false],
    ["a Sunday", "2026-03-08 10:00", false],
    ["the first day of Tết", "2026-02-17 10:00", false],
    ["Hùng Kings' day given in lieu of a Sunday", "2026-04-27 10:00", false],
    ["30 April", "2027-04-30 10:00", false],
    ["National Day", "2026-09-02 10:00", false],
    ["the Monday after Tết", "2026-02-23 10:00", true],
  ])("%s", (_day, moment, expected) => {
    expect(isSchoolDay(at(moment), vietnamHolidays)).toBe(expected);
  });

  test.each([
    ["within the week", "2026-03-02 10:15", 1, "2026-03-03 10:15"],
    ["over a weekend", "2026-03-06 10:15", 1, "2026-03-09 10:15"],
    ["from a Saturday, as from Monday at 7:00", "2026-03-07 22:00", 1, "2026-03-10 07:00"],
    ["from an evening, as from the next morning", "2026-03-02 21:30", 1, "2026-03-04 07:00"],
    ["from the small hours, as from 7:00", "2026-03-02 03:00", 1, "2026-03-03 07:00"],
    ["from a Friday evening", "2026-03-06 18:00", 3, "2026-03-12 07:00"],
    ["over Tết", "2026-02-13 09:00", 1, "2026-02-23 09:00"],
    ["over Tết, three days", "2026-02-13 09:00", 3, "2026-02-25 09:00"],
    ["from within Tết", "2026-02-18 09:00", 1, "2026-02-24 07:00"],
    ["over 30 April and 1 May", "2026-04-29 09:00", 1, "2026-05-04 09:00"],
  ])("are counted %s", (_span, from, days, expected) => {
    expect(addSchoolDays(at(from), days, vietnamHolidays)).toBe(at(expected));
  });

  test("end in school hours of a school day, later than they began, and more days end later", () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 10 }), (from, days) => {
        const due = addSchoolDays(from, days, vietnamHolidays);

        expect(due).toBeGreaterThan(from);
        expect(isSchoolDay(due, vietnamHolidays)).toBe(true);
        expect(minutesBetween(toTheDay(due), due)).toBeGreaterThanOrEqual(7 * 60);
        expect(minutesBetween(toTheDay(due), due)).toBeLessThan(17 * 60);
        expect(addSchoolDays(from, days + 1, vietnamHolidays)).toBeGreaterThan(due);
      }),
    );
  });

  test("begin at 7:00 on the next of them", () => {
    expect(nextSchoolMorning(at("2026-03-06 06:00"), vietnamHolidays)).toBe(at("2026-03-09 07:00"));
  });
});
