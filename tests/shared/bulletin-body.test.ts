import { type Block, blocksOf, plainWords, summaryOf } from "@truong-an/shared/bulletin-body";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const plain = (words: string) => [{ words }];

const read: readonly (readonly [string, string, readonly Block[]])[] = [
  ["nothing", "", []],
  ["blank lines", "\n \n\t\n", []],
  ["one paragraph", "Một câu.", [{ kind: "paragraph", lines: [plain("Một câu.")] }]],
  ["two lines", "Một.\nHai.", [{ kind: "paragraph", lines: [plain("Một."), plain("Hai.")] }]],
  [
    "two paragraphs, as Windows writes lines",
    "Một.\r\n\r\nHai.",
    [
      { kind: "paragraph", lines: [plain("Một.")] },
      { kind: "paragraph", lines: [plain("Hai.")] },
    ],
  ],
  [
    "a heading right above its paragraph",
    "## Nên làm\nĐội mũ.",
    [
      { kind: "heading", runs: plain("Nên làm") },
      { kind: "paragraph", lines: [plain("Đội mũ.")] },
    ],
  ],
  [
    "a list between words",
    "Nhớ:\n- một\n- hai\nHết.",
    [
      { kind: "paragraph", lines: [plain("Nhớ:")] },
      { kind: "list", entries: [plain("một"), plain("hai")] },
      { kind: "paragraph", lines: [plain("Hết.")] },
    ],
  ],
  ["signs without words", "##\n-", [{ kind: "paragraph", lines: [plain("##"), plain("-")] }]],
  [
    "bold words",
    "Gọi **111** nhé",
    [
      {
        kind: "paragraph",
        lines: [[{ words: "Gọi " }, { words: "111", bold: true }, { words: " nhé" }]],
      },
    ],
  ],
  [
    "a named link",
    "Xem [luật](https://vbpl.vn/a?b=1).",
    [
      {
        kind: "paragraph",
        lines: [
          [{ words: "Xem " }, { words: "luật", href: "https://vbpl.vn/a?b=1" }, { words: "." }],
        ],
      },
    ],
  ],
  [
    "a bare address at the end of a sentence",
    "Xem https://vbpl.vn/luat.",
    [
      {
        kind: "paragraph",
        lines: [
          [
            { words: "Xem " },
            { words: "https://vbpl.vn/luat", href: "https://vbpl.vn/luat" },
            { words: "." },
          ],
        ],
      },
    ],
  ],
];

describe("a body", () => {
  test.each(read)("of %s", (_what, body, blocks) => {
    expect(blocksOf(body)).toEqual(blocks);
  });

  test.each([
    ["http", "[bấm](http://vbpl.vn)"],
    ["javascript", "[bấm](javascript:alert(1))"],
    ["data", "[bấm](data:text/html,x)"],
    ["no scheme", "[bấm](//vbpl.vn)"],
    ["a quote in it", '[bấm](https://vbpl.vn/"onclick=x)'],
  ])("gives no link for %s: it stays words", (_what, body) => {
    const hrefs = runsIn(blocksOf(body)).flatMap(({ href }) => href ?? []);

    expect(hrefs.filter((href) => !/^https:\/\/[^\s"<>]+$/.test(href))).toEqual([]);
    expect(hrefs.filter((href) => /script|data|onclick/.test(href))).toEqual([]);
  });

  test("whatever is typed: every link is https, and no letter is lost or invented", () => {
    const typed = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("## ", "- ", "**", "[a](", "https://a.vn/b", ")", "\n", "\n\n", "đường"),
      ),
    );
    fc.assert(
      fc.property(
        typed.map((parts) => parts.join("")),
        (body) => {
          const runs = runsIn(blocksOf(body));
          const hrefs = runs.flatMap(({ href }) => href ?? []);
          const letters = (words: string) => words.normalize("NFC").replace(/[^\p{L}]/gu, "");

          expect(hrefs.every((href) => href.startsWith("https://"))).toBe(true);
          expect(letters(plainWords(body))).toBe(letters(body));
        },
      ),
    );
  });
});

test("plain words keep the address of a link and lose every other sign", () => {
  const body = "## Nhớ\n\nGọi **111**, xem [luật](https://vbpl.vn/a).\n\n- một\n- hai";

  expect(plainWords(body)).toBe("Nhớ\n\nGọi 111, xem luật (https://vbpl.vn/a).\n\n- một\n- hai");
});

describe("how a text begins", () => {
  test.each([
    ["## Tiêu đề\n\nCâu đầu.\nCâu hai.\n\nĐoạn sau.", "Câu đầu. Câu hai."],
    ["- một\n- hai", "một hai"],
    ["## Chỉ tiêu đề", ""],
    ["", ""],
  ])("%j: %j", (body, summary) => {
    expect(summaryOf(body)).toBe(summary);
  });

  test("is cut between words", () => {
    expect(summaryOf("Không chở ba, không lạng lách", 16)).toBe("Không chở ba…");
  });

  test("never has more than the letters asked for", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 2, max: 50 }),
        (body, most) => {
          expect([...summaryOf(body, most)].length).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

function runsIn(blocks: readonly Block[]) {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return block.runs;
    return (block.kind === "list" ? block.entries : block.lines).flat();
  });
}
