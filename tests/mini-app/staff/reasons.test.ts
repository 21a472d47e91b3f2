import { correctedWords, firstReason, inWords, reasonsOf } from "@truong-an/mini-app/staff/reasons";
import { text } from "@truong-an/mini-app/staff/text/vi";
import { expect, test } from "vitest";

test("an emergency shows what makes it one and what is high, and folds the rest", () => {
  const reasons = ["words-goodbye", "danger-unsure", "threat", "matter-between-people"] as const;

  expect(reasonsOf({ level: "emergency", reasons: [...reasons], correctedFor: null })).toEqual({
    shown: ["words-goodbye", "danger-unsure", "threat"],
    above: [],
    lesser: ["matter-between-people"],
  });
});

test("an everyday matter shows its everyday reasons", () => {
  expect(
    reasonsOf({
      level: "normal",
      reasons: ["matter-between-people", "suggestion"],
      correctedFor: null,
    }),
  ).toEqual({ shown: ["matter-between-people", "suggestion"], above: [], lesser: [] });
});

test("where staff have lowered it, what the rules thought more urgent is set apart", () => {
  const reasons = ["words-goodbye", "matter-between-people"] as const;

  expect(reasonsOf({ level: "normal", reasons: [...reasons], correctedFor: "not_meant" })).toEqual({
    shown: ["matter-between-people"],
    above: ["words-goodbye"],
    lesser: [],
  });
});

test("where staff have raised it, the dangers that were known stay in sight", () => {
  const reasons = ["threat", "matter-between-people"] as const;

  expect(
    reasonsOf({ level: "emergency", reasons: [...reasons], correctedFor: "danger_is_nearer" }),
  ).toEqual({ shown: ["threat"], above: [], lesser: ["matter-between-people"] });
});

test("a correction names the desk that made it, where it is known", () => {
  expect(correctedWords("told_more", "Công an xã")).toBe(
    "Công an xã đã sửa mức, vì người gửi đã kể thêm",
  );
  expect(correctedWords("told_more")).toBe("Bàn đã sửa mức, vì người gửi đã kể thêm");
});

test("a text that reads as serious says why, and only once", () => {
  expect(text.reading.mark.emergency("lời kể như lời từ biệt")).toBe(
    "Đoạn này có dấu hiệu khẩn cấp: lời kể như lời từ biệt.",
  );
  expect(inWords(["words-reads-as-emergency"])).toBe("");
  expect(text.reading.mark.emergency("")).toBe("Đoạn này có dấu hiệu khẩn cấp.");
});

test("a line of the queue says the first reason, or that staff have set the level", () => {
  const row = {
    level: "emergency" as const,
    reasons: ["words-goodbye" as const, "threat" as const],
  };

  expect(firstReason({ ...row, correctedFor: null })).toBe("lời kể như lời từ biệt");
  expect(firstReason({ ...row, level: "low", correctedFor: "danger_is_over" })).toBe(
    "Bàn đã sửa mức, vì nguy hiểm đã qua, người cần giúp đã an toàn",
  );
});

test("a level stands in lower case within a sentence, and what is no report is called so", () => {
  expect(text.correct.meaning.lower("normal")).toMatch(/^Tin xuống mức thường, /);
  expect(text.correct.meaning.lower("not_a_report")).toMatch(
    /^Tin được xếp là không phải tin báo, /,
  );
  expect(text.timeline.corrected("Mai sửa mức", "emergency", "not_a_report", "đùa")).toBe(
    "Mai sửa mức từ khẩn cấp thành không phải tin báo, vì đùa",
  );
});
