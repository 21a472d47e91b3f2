import { intents } from "@truong-an/shared/chat/intents";
import { describe, expect, test } from "vitest";
import { twinsIn } from "../triage/near-duplicates.ts";
import { heldBack, readOwn, readWritten } from "./lines.ts";
import { lessonsOf } from "./train.ts";

const written = readWritten();
const held: readonly string[] = heldBack;
const training = written.filter(({ writer }) => !held.includes(writer));

describe("the chat lines", () => {
  test("are 1,900 and more by five hands, and two writers' that never train", () => {
    const lessons = lessonsOf(written, []);

    expect(training.length).toBeGreaterThan(1_900);
    expect(new Set(training.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(5);
    expect(lessons.length).toBe(training.length + readOwn().length);
    expect(new Set(written.map(({ writer }) => writer))).toEqual(
      new Set([...training.map(({ writer }) => writer), ...heldBack]),
    );
  });

  test.each(intents.filter((intent) => intent !== "tells"))("train the intent %s", (intent) => {
    expect(training.filter((line) => line.intent === intent).length).toBeGreaterThan(25);
  });

  test("are labelled alike where two writers wrote the same", () => {
    const labels = new Map<string, Set<string>>();
    for (const { text, intent } of training) {
      labels.set(text, (labels.get(text) ?? new Set()).add(intent));
    }

    expect([...labels].filter(([, set]) => set.size > 1).map(([text]) => text)).toEqual([]);
  });

  test("of those who never train are their own: at most 3 of 300 resemble a line that trains", () => {
    const all = written.map(({ text, writer }, at) => ({ id: `${writer}:${at + 1}`, text }));
    const long = all.filter(({ text }) => text.split(" ").length >= 6);
    const isHeld = (id: string) => held.includes(id.split(":")[0] ?? "");

    const twins = twinsIn(long, 0.5);

    const across = twins.filter(({ first, second }) => isHeld(first) !== isHeld(second));
    expect(across.length).toBeLessThanOrEqual(3);
  });
});
