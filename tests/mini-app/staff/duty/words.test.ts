import { momentInWords, spanInWords } from "@truong-an/mini-app/staff/text/duty-vi";
import { expect, test } from "vitest";
import { at } from "../../../shared/support/stories.ts";

const now = at("2026-12-03 06:00");

test.each([
  ["2026-12-03 08:00", "2026-12-03 12:00", "Từ 08:00 đến 12:00 hôm nay"],
  ["2026-12-05 08:00", "2026-12-05 12:00", "Từ 08:00 đến 12:00 thứ Bảy 5/12"],
  ["2026-12-05 19:00", "2026-12-06 00:00", "Từ 19:00 đến 24:00 thứ Bảy 5/12"],
  ["2026-12-05 19:00", "2026-12-06 07:00", "Từ 19:00 thứ Bảy 5/12 đến 07:00 Chủ nhật 6/12"],
  ["2026-12-06 00:00", "2026-12-07 00:00", "Cả ngày Chủ nhật 6/12"],
  ["2027-02-05 00:00", "2027-02-12 00:00", "Từ thứ Sáu 5/2 đến hết thứ Năm 11/2"],
])("from %s to %s is said so", (from, to, words) => {
  expect(spanInWords(at(from), at(to), now)).toBe(words);
});

test("a moment of today needs no date", () => {
  expect(momentInWords(at("2026-12-03 19:00"), now)).toBe("19:00");
  expect(momentInWords(at("2026-12-04 19:00"), now)).toBe("19:00 thứ Sáu 4/12");
});
