import {
  draftFrom,
  draftOf,
  nextSummer,
  nextTet,
  readSpan,
} from "@truong-an/mini-app/staff/duty/span";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { describe, expect, test } from "vitest";
import { at } from "../../../shared/support/stories.ts";

const now = at("2026-12-04 14:05");

describe("a time that a person fills in", () => {
  test("begins now, by the clock in Viet Nam", () => {
    expect(draftFrom(now)).toEqual({
      fromDate: "2026-12-04",
      fromTime: "14:05",
      toDate: "",
      toTime: "",
    });
  });

  test.each([
    ["whole", { toDate: "2026-12-05", toTime: "07:00" }, "span"],
    ["without an end", {}, "incomplete"],
    ["without an hour", { toDate: "2026-12-05" }, "incomplete"],
    ["with the end first", { toDate: "2026-12-04", toTime: "14:00" }, "backwards"],
    [
      "over already",
      { fromDate: "2026-12-01", toDate: "2026-12-02", toTime: "07:00" },
      "backwards",
    ],
  ])("%s is read so", (_what, change, kind) => {
    expect(readSpan({ ...draftFrom(now), ...change }, now).kind).toBe(kind);
  });

  test("whole days end when the last one does", () => {
    const span = readSpan(draftOf({ from: "2027-02-05", to: "2027-02-11" }), now);

    expect(span).toEqual({
      kind: "span",
      from: at("2027-02-05 00:00"),
      to: at("2027-02-12 00:00"),
    });
  });
});

describe("the long holidays to fill in", () => {
  const from = (date: string) => [...vietnamHolidays.holidays].filter((one) => one >= date);

  test.each([
    ["2026-01-10", { from: "2026-02-14", to: "2026-02-22" }],
    ["2026-03-01", { from: "2027-02-05", to: "2027-02-11" }],
    ["2027-03-01", { from: "2028-01-25", to: "2028-01-31" }],
    ["2028-03-01", undefined],
  ])("after %s the next Tết is known as the holidays are", (date, tet) => {
    expect(nextTet(from(date))).toEqual(tet);
  });

  test.each([
    ["before it", "2026-12-04 14:05", { from: "2027-06-01", to: "2027-08-31" }],
    ["within it", "2027-07-01 08:00", { from: "2027-06-01", to: "2027-08-31" }],
    ["after it", "2027-09-01 08:00", { from: "2028-06-01", to: "2028-08-31" }],
  ])("the next summer, %s", (_when, moment, summer) => {
    expect(nextSummer({ from: "06-01", to: "08-31" }, at(moment))).toEqual(summer);
  });

  test("a summer over the turn of the year is the one that lasts", () => {
    const southern = { from: "12-15", to: "01-20" };

    expect(nextSummer(southern, at("2027-01-10 08:00"))).toEqual({
      from: "2026-12-15",
      to: "2027-01-20",
    });
  });
});
