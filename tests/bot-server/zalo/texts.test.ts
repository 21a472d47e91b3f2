import { zaloPhone } from "@truong-an/bot-server/zalo/phone-number";
import { splitMessage, splitText } from "@truong-an/bot-server/zalo/split-message";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe("a long text", () => {
  test("is cut between paragraphs, and its buttons come with the last part", () => {
    const paragraph = `${"chữ ".repeat(300)}hết.`;
    const buttons = [{ title: "Xem", url: "https://truong-an.example/" }];

    const parts = splitMessage({ userId: "1", text: `${paragraph}\n\n${paragraph}`, buttons });

    expect(parts).toEqual([
      { userId: "1", text: paragraph },
      { userId: "1", text: paragraph, buttons },
    ]);
  });

  test("that fits is one part", () => {
    expect(splitMessage({ userId: "1", text: "Chào" })).toEqual([{ userId: "1", text: "Chào" }]);
  });

  test("without a gap is cut all the same, and no sign is halved", () => {
    const parts = splitText("🌻".repeat(1_500));

    expect(parts.every((part) => part.length <= 2_000 && !half.test(part))).toBe(true);
    expect(parts.join("")).toBe("🌻".repeat(1_500));
  });

  test("loses nothing but white space, and no part is empty or too long", () => {
    const words = fc.array(fc.constantFrom("em", "trường", "\n", "\n\n", " ", "a".repeat(40)));
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 60 }), (given, most) => {
        const text = given.join("");

        const parts = splitText(text, most);

        expect(parts.every((part) => part !== "" && part.length <= most)).toBe(true);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.normalize("NFC").replace(/\s/g, ""));
      }),
    );
  });
});

test.each([
  ["0912345678", "84912345678"],
  ["0912 345 678", "84912345678"],
  ["(+84) 912-345-678", "84912345678"],
  ["84.912.345.678", "84912345678"],
  ["+84 0912345678", "84912345678"],
  ["０９１２３４５６７８", "84912345678"],
  ["02438250000", undefined],
  ["912345678", undefined],
  ["0912345", undefined],
  ["+1 912 345 6789", undefined],
  ["", undefined],
])("the phone number %s is %s to Zalo", (written, wanted) => {
  expect(zaloPhone(written)).toBe(wanted);
});
