import { parseOneTimeCode } from "@truong-an/mini-app/staff/sign-in";
import { readyPhrases } from "@truong-an/mini-app/staff/text/phrases-vi";
import { happened } from "@truong-an/mini-app/staff/text/timeline-vi";
import { text } from "@truong-an/mini-app/staff/text/vi";
import { clockTime, dayAndTime } from "@truong-an/mini-app/staff/when";
import { Writer } from "@truong-an/shared/report";
import { expect, test } from "vitest";

test.each([
  ["123456", "123456"],
  ["123 456", "123456"],
  [" 123-456 ", "123456"],
  ["12345", undefined],
  ["1234567", undefined],
  ["12a456", undefined],
  ["", undefined],
])("the one-time code typed as %j is read as %j", (typed, read) => {
  expect(parseOneTimeCode(typed)).toBe(read);
});

const now = Date.UTC(2026, 10, 22, 7, 5); // 14:05 in Viet Nam

test.each([
  [now, "14:05"],
  [Date.UTC(2026, 10, 21, 17, 1), "00:01"], // already the 22nd in Viet Nam
  [Date.UTC(2026, 10, 21, 16, 59), "23:59 21/11"],
  [Date.UTC(2025, 10, 22, 7, 5), "14:05 22/11/2025"],
])("the moment %d reads %j", (at, words) => {
  expect(dayAndTime(at, now)).toBe(words);
});

test("a time is Vietnamese time", () => {
  expect(clockTime(now)).toBe("14:05");
});

test.each(Writer.options)("ready phrases for %s neither blame nor ask for a name", (writer) => {
  const phrases = readyPhrases(writer);

  expect(phrases.length).toBeGreaterThanOrEqual(4);
  expect(phrases.length).toBeLessThanOrEqual(6);
  expect(phrases.join(" ")).not.toMatch(/tại sao|vì sao|sao em|tên gì|tố cáo|!/i);
});

test("no alert for emergencies stands in the tab's title when there is none", () => {
  expect(text.title("Danh sách tin", 0)).toBe("Danh sách tin · Bàn tiếp nhận Trường An");
  expect(text.title("Danh sách tin", 2)).toBe("(2) Danh sách tin · Bàn tiếp nhận Trường An");
});

test("what happened names who and where", () => {
  expect(happened["report-taken"]("Mai", "Tổ tiếp nhận")).toBe("Mai (Tổ tiếp nhận) nhận xử lý");
});
