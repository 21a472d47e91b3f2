import { daysOf, isWholeDay } from "@truong-an/mini-app/staff/duty/days";
import type { Shift } from "@truong-an/shared/duty/shifts";
import { StaffId } from "@truong-an/shared/ids";
import { expect, test } from "vitest";
import { at } from "../../../shared/support/stories.ts";

const people = [
  { staffId: StaffId.parse("00000000-0000-4000-8000-000000000001"), insteadOf: [] },
] as const;
const shift = (from: string, to: string): Shift => ({ from: at(from), to: at(to), people });

test("a night stands once, under its evening", () => {
  const night = shift("2026-12-04 19:00", "2026-12-05 07:00");
  const day = shift("2026-12-05 07:00", "2026-12-05 19:00");

  const days = daysOf([night, day], new Set());

  expect(days.map(({ date, shifts }) => [date, shifts])).toEqual([
    ["2026-12-04", [night]],
    ["2026-12-05", [day]],
  ]);
});

test("what lasts longer than a day and a night is told of under each day", () => {
  const weekend = shift("2026-12-04 17:00", "2026-12-07 07:00");

  const days = daysOf([weekend], new Set(["2026-12-05"]));

  expect(days.map(({ date, shifts, isHoliday }) => [date, shifts, isHoliday])).toEqual([
    ["2026-12-04", [shift("2026-12-04 17:00", "2026-12-05 00:00")], false],
    ["2026-12-05", [shift("2026-12-05 00:00", "2026-12-06 00:00")], true],
    ["2026-12-06", [shift("2026-12-06 00:00", "2026-12-07 00:00")], false],
    ["2026-12-07", [shift("2026-12-07 00:00", "2026-12-07 07:00")], false],
  ]);
  expect(days.map(({ shifts }) => shifts.map(isWholeDay))).toEqual([
    [false],
    [true],
    [true],
    [false],
  ]);
});
