import { sentencesOf } from "@truong-an/shared/triage/reading/sentences";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("a text as the reader sees it", () => {
  test.each([
    ["tone marks", "Bạn em bị đánh", "ban em bi danh"],
    ["shortened words", "bn k cho e ns vs mk nx", "ban khong cho em noi voi minh nx"],
    ["letters a Telex keyboard left behind", "khocs bieets dduowcj vưà", "khoc biet duoc vua"],
    ["doubled letters", "buồnnnn quááá", "buon qua"],
    ["words run together", "emkhongmuonvenha", "em khong muon ve nha"],
    ["words run together with figures", "emhoclop4thoi", "em hoc lop #so thoi"],
    ["an hour", "8h30 tối", "#gio toi"],
    ["money", "đưa 50k", "dua #tien"],
    ["a class", "lớp 10A3", "lop #lop"],
    ["a phone number", "gọi 0912345678", "goi #dienthoai"],
    ["laughter and emoji", "em buồn hihi 😭🔥 kkkk", "em buon"],
    ["full-width letters", "ｅｍ buồn", "em buon"],
    ["hidden characters inside a word", "bu\u200bồn", "buon"],
  ])("%s", (_what, written, expected) => {
    expect(plainOf(written)).toBe(expected);
  });

  test("ends a sentence at a full stop, a question mark or a line's end, not at a comma", () => {
    expect(sentencesOf("Em sợ, em khóc. Ai giúp?\nDạ").length).toBe(3);
  });

  test("is the same in capitals, decomposed, with doubled letters and with emoji", () => {
    fc.assert(
      fc.property(vietnamese, (words) => {
        const text = words.join(" ");

        const plain = plainOf(text);

        expect(plainOf(text.toUpperCase())).toBe(plain);
        expect(plainOf(text.normalize("NFD"))).toBe(plain);
        expect(plainOf(words.map((word) => `${word}${word.slice(-1)}`).join(" "))).toBe(plain);
        expect(plainOf(words.join(" 😭 "))).toBe(plain);
      }),
    );
  });

  test("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => sentencesOf(text)).not.toThrow();
      }),
    );
  });
});

const vietnamese = fc.array(
  fc.constantFrom(
    "em",
    "buồn",
    "bạn",
    "đánh",
    "không",
    "trường",
    "mẹ",
    "nhà",
    "sợ",
    "quá",
    "chết",
    "thầy",
  ),
  { minLength: 1, maxLength: 12 },
);

function plainOf(text: string): string {
  return sentencesOf(text)
    .map((sentence) => sentence.map((word) => word.plain).join(" "))
    .join(" | ");
}
