import {
  changePlan,
  emptyTurn,
  isFull,
  monthDayOf,
  readTurn,
} from "@truong-an/mini-app/staff/duty/plan-draft";
import { turnInWords } from "@truong-an/mini-app/staff/duty/turn-in-words";
import { noPlan, type Pattern } from "@truong-an/shared/duty/roster";
import { StaffId } from "@truong-an/shared/ids";
import { expect, test } from "vitest";

const hanh = StaffId.parse("00000000-0000-4000-8000-000000000001");
const binh = StaffId.parse("00000000-0000-4000-8000-000000000002");
const pattern: Pattern = {
  staffId: hanh,
  weekdays: [1, 2, 3, 4, 5],
  from: 420,
  to: 1020,
  days: "school-days",
};

test("turns are added and taken out", () => {
  const one = changePlan(noPlan, { kind: "add", pattern });
  const two = changePlan(one, { kind: "add", pattern: { ...pattern, staffId: binh } });

  expect(changePlan(two, { kind: "remove", index: 0 }).patterns).toEqual([
    { ...pattern, staffId: binh },
  ]);
});

test("no more turns are added than a plan may hold", () => {
  const full = { ...noPlan, patterns: Array.from({ length: 60 }, () => pattern) };

  expect(isFull(full)).toBe(true);
  expect(changePlan(full, { kind: "add", pattern })).toBe(full);
});

test("the day and night preset replaces all turns and leaves no hour out", () => {
  const plan = changePlan(
    { ...noPlan, patterns: [pattern] },
    { kind: "day-and-night", day: hanh, night: binh },
  );

  expect(plan.patterns).toMatchObject([
    { staffId: hanh, from: 420, to: 1140, days: "every-day" },
    { staffId: binh, from: 1140, to: 420, days: "every-day" },
  ]);
  expect(plan.patterns.every(({ weekdays }) => weekdays.length === 7)).toBe(true);
  expect(plan.otherwise).toBe("nobody");
});

test.each([
  ["nobody", {}, "needPerson"],
  ["no day", { staffId: hanh, weekdays: [] }, "needWeekday"],
  ["no hour", { staffId: hanh, to: "" }, "needTime"],
  ["all", { staffId: hanh }, "turn"],
])("a turn that names %s", (_what, change, kind) => {
  expect(readTurn({ ...emptyTurn, ...change }).kind).toBe(kind);
});

test.each([
  ["1/6", "06-01"],
  ["31/08", "08-31"],
  [" 5-9 ", "09-05"],
  ["29/2", "02-29"],
  ["31/6", undefined],
  ["0/6", undefined],
  ["6", undefined],
  ["", undefined],
])("the day %j of a year is kept as %s", (written, kept) => {
  expect(monthDayOf(written)).toBe(kept);
});

test.each([
  [pattern, "Thứ Hai đến thứ Sáu, 07:00 – 17:00, chỉ ngày học"],
  [
    { ...pattern, weekdays: [1, 2, 3, 4, 5, 6, 7], from: 1140, to: 420, days: "every-day" },
    "Mọi ngày, 19:00 – 07:00 hôm sau",
  ],
  [
    { ...pattern, weekdays: [6, 7], from: 0, to: 0, days: "every-day" },
    "Thứ Bảy và Chủ nhật, 00:00 – 24:00",
  ],
  [{ ...pattern, weekdays: [2, 4], days: "every-day" }, "Thứ Ba và thứ Năm, 07:00 – 17:00"],
] as const)("a turn in words", (turn, words) => {
  expect(turnInWords({ ...turn, weekdays: [...turn.weekdays] })).toBe(words);
});
