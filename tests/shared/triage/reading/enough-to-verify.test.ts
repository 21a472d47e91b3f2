import { missingDetails } from "@truong-an/shared/triage/reading/enough-to-verify";
import { expect, test } from "vitest";

test.each([
  ["Sáng nay ba bạn lớp 9A chặn đánh em ở cổng trường.", []],
  ["sang nay may ban lop 9a chan danh em o cong truong", []],
  ["Mấy anh khối trên chặn đánh em ở nhà xe.", ["when"]],
  ["Hôm qua mấy anh khối trên chặn đánh em.", ["where"]],
  ["Hôm qua ở nhà vệ sinh em bị đánh đau lắm.", ["who"]],
  ["Em bị đe doạ, em sợ lắm.", ["where", "when", "who"]],
  ["Hôm qua ở lớp có chuyện này.", ["what"]],
  ["Quạt trần trong lớp hỏng từ tuần trước rồi ạ.", []],
  ["Bố em đánh em ở nhà, tối nào cũng vậy.", []],
  ["Em chào cô ạ, em muốn kể chuyện này.", ["what", "where", "when"]],
  ["", ["what", "where", "when"]],
])("%j still lacks %j", (text, missing) => {
  expect(missingDetails(text)).toEqual(missing);
});

test("a long text is read in linear time", () => {
  const text = "Em bị đánh ở chỗ kia, đau lắm ạ. ".repeat(3_000);
  const begun = performance.now();

  missingDetails(text);

  expect(performance.now() - begun).toBeLessThan(1_500);
});
