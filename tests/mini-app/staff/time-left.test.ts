import { text } from "@truong-an/mini-app/staff/text/vi";
import { timeLeft } from "@truong-an/mini-app/staff/time-left";
import fc from "fast-check";
import { expect, test } from "vitest";

const now = 1_700_000_000_000;
const minute = 60_000;

test.each([
  [3 * minute, "còn 3 phút"],
  [3 * minute + 59_000, "còn 3 phút"],
  [59_000, "còn dưới 1 phút"],
  [60 * minute, "còn 1 giờ"],
  [125 * minute, "còn 2 giờ 5 phút"],
  [72 * 60 * minute, "còn 3 ngày"],
  [0, "vừa quá hạn"],
  [-30_000, "vừa quá hạn"],
  [-4 * minute, "quá hạn 4 phút"],
  [-26 * 60 * minute, "quá hạn 26 giờ"],
])("a deadline %d milliseconds away reads %j", (away, words) => {
  expect(text.timeLeft(timeLeft(now + away, now))).toBe(words);
});

test("a report that somebody holds has no time left to show", () => {
  expect(timeLeft(null, now)).toEqual({ kind: "none" });
  expect(text.timeLeft({ kind: "none" })).toBe("");
});

test("no one is ever promised more time than there is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (away) => {
      const left = timeLeft(now + away, now);

      expect(left.kind).toBe("left");
      expect(left.kind === "left" && left.minutes * minute).toBeLessThanOrEqual(away);
    }),
  );
});
