import { readFileSync } from "node:fs";
import { hear } from "@truong-an/shared/chat/hear";
import type { Move } from "@truong-an/shared/chat/heard";
import { helpFor } from "@truong-an/shared/triage/help";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { expect, test } from "vitest";

type Input = { readonly text: string; readonly move: string; readonly danger: boolean };

const inputs: readonly Input[] = readFileSync(new URL("./inputs.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const weights = weightsFrom(trained);

function nameOf(move: Move): string {
  if (move.kind === "wish") return move.wish;
  return move.kind === "number" ? `number-${move.number}` : move.kind;
}

function isAnswered({ text }: Input): boolean {
  const { reading } = hear(text, "student", weights);
  const help = reading === null ? null : helpFor(reading);
  return help !== null && help.kind !== "heard";
}

function misheard(some: readonly Input[]): readonly string[] {
  return some
    .map((input) => [input, nameOf(hear(input.text, "student", weights).move)] as const)
    .filter(([{ move }, heard]) => move !== heard)
    .map(([{ text, move }, heard]) => `${text}: ${heard}, not ${move}`);
}

test("there are 300 inputs and more, each once", () => {
  expect(inputs.length).toBeGreaterThanOrEqual(300);
  expect(new Set(inputs.map(({ text }) => text)).size).toBe(inputs.length);
});

test("at least 97 in 100 of what people type is heard as meant", () => {
  const wrong = misheard(inputs);

  expect(1 - wrong.length / inputs.length, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
});

test("no danger goes unanswered", () => {
  const missed = inputs.filter((input) => input.danger && !isAnswered(input));

  expect(missed.map(({ text }) => text)).toEqual([]);
});
