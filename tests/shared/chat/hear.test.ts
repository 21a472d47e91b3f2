import { readFileSync } from "node:fs";
import { hear } from "@truong-an/shared/chat/hear";
import { Heard, type Move } from "@truong-an/shared/chat/heard";
import { trained as intentsTrained } from "@truong-an/shared/chat/trained/intents";
import { helpFor } from "@truong-an/shared/triage/help";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained as reportsTrained } from "@truong-an/shared/triage/trained/weights";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type Input = { readonly text: string; readonly move: string; readonly danger: boolean };

const inputs: readonly Input[] = readFileSync(new URL("./inputs.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const reports = weightsFrom(reportsTrained);
const intents = weightsFrom(intentsTrained);

test("there are 300 inputs and more, each once", () => {
  expect(inputs.length).toBeGreaterThanOrEqual(300);
  expect(new Set(inputs.map(({ text }) => text)).size).toBe(inputs.length);
});

describe.each([
  ["with the reader of intents", intents],
  ["while a story is told, without it", undefined],
])("%s", (_when, ear) => {
  test("at least 97 in 100 of what people type is heard as meant", () => {
    const wrong = misheard(inputs, ear);

    expect(1 - wrong.length / inputs.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
  });

  test("no danger goes unanswered", () => {
    const missed = inputs.filter((input) => input.danger && !isAnswered(input, ear));

    expect(missed.map(({ text }) => text)).toEqual([]);
  });

  test.each(["113", "số 113", "gọi 115 ạ", ...inputs.map(({ text }) => text)])(
    "hears the same however the marks were typed: %s",
    (text) => {
      const composed = hear(text.normalize("NFC"), "student", reports, ear);

      expect(hear(text.normalize("NFD"), "student", reports, ear)).toEqual(composed);
    },
  );

  test("never throws and gives codes only, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(Heard.safeParse(hear(text, "student", reports, ear)).success).toBe(true);
      }),
    );
  });

  test.each([
    ["words", "em muốn xem bản tin mới "],
    ["no spaces", "emmuonxembantinmoi"],
    ["marks", "a\u0301\u0302\u0303\u0309"],
    ["digits", "1 2 3 "],
    ["emoji", "😭😭 "],
    ["full stops", "a. "],
  ])("answers 100,000 characters of %s in little time", (_what, piece) => {
    const text = piece.repeat(100_000 / piece.length);
    const from = performance.now();

    hear(text, "student", reports, ear);

    expect(performance.now() - from).toBeLessThan(8_000); // with a square it would take minutes
  });
});

function nameOf(move: Move): string {
  if (move.kind === "wish") return move.wish;
  return move.kind === "number" ? `number-${move.number}` : move.kind;
}

function isAnswered({ text }: Input, ear: typeof intents | undefined): boolean {
  const { reading } = hear(text, "student", reports, ear);
  const help = reading === null ? null : helpFor(reading);
  return help !== null && help.kind !== "heard";
}

function misheard(some: readonly Input[], ear: typeof intents | undefined): readonly string[] {
  return some
    .map((input) => [input, nameOf(hear(input.text, "student", reports, ear).move)] as const)
    .filter(([{ move }, heard]) => move !== heard)
    .map(([{ text, move }, heard]) => `${text}: ${heard}, not ${move}`);
}

test.each(["#nut-cu:2024", "#chu-de:khong-con:1"])(
  "a button of an older release (%s) is not understood, and is no story",
  (pressed) => {
    expect(hear(pressed, "student")).toMatchObject({ move: { kind: "unknown" }, reading: null });
  },
);
