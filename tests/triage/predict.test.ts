import { spawn } from "node:child_process";
import { join } from "node:path";
import { text as allOf } from "node:stream/consumers";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { describe, expect, test } from "vitest";
import { repository } from "./corpus.ts";
import { predictionOf } from "./predict.ts";

const weights = weightsFrom(trained);

describe("a prediction", () => {
  test("says how urgent, what, who and why", () => {
    const line = JSON.stringify({
      id: "p1",
      text: "Tan học chiều nay tụi lớp bên mang gậy chặn đánh em ở cổng sau",
      role: "student",
    });

    expect(predictionOf(line, weights)).toEqual({
      id: "p1",
      urgency: "emergency",
      categories: expect.arrayContaining(["physical_violence"]),
      accused: "peer",
      reasons: expect.arrayContaining(["says_today"]),
    });
  });

  test("looks at the words and the role alone: labels on the line change nothing", () => {
    const asked = { id: 7, text: "vòi nước tầng 2 hỏng rồi ạ", role: "student" };
    const labelled = { ...asked, urgency: "emergency", style: ["hard_positive"], note: "chết" };

    expect(predictionOf(JSON.stringify(labelled), weights)).toEqual(
      predictionOf(JSON.stringify(asked), weights),
    );
  });

  test.each([
    ["no JSON", "{oops", { id: null, error: "not-json" }],
    ["no text", '{"id":"p2"}', { id: "p2", error: "not-a-report" }],
    ["no object", "12", { id: null, error: "not-a-report" }],
    ["a text that is no text", '{"id":"p3","text":5}', { id: "p3", error: "not-a-report" }],
  ])("of a bad line (%s) says so and repeats none of it", (_what, line, expected) => {
    expect(predictionOf(line, weights)).toEqual(expected);
  });

  test("of the police is an outsider, as the labelling guide has it", () => {
    const text = "Chú công an xã chặn xe tát em một cái rồi đòi 200 nghìn";
    const line = JSON.stringify({ id: 1, text, role: "student" });

    expect(predictionOf(line, weights)).toMatchObject({ accused: "outsider" });
  });
});

describe("npm run triage", () => {
  test("prints one prediction for each line, in order, and nothing else", async () => {
    const runner = join(repository(), "tests/bin/run.mjs");
    const child = spawn(process.execPath, [runner, "triage"], {
      stdio: ["pipe", "pipe", "ignore"],
    });

    child.stdin.end(
      '{"id":"a","text":"em chào cô","role":"student"}\nbroken\n\n{"id":"b","text":"quạt hỏng"}',
    );
    const lines = (await allOf(child.stdout)).trim().split("\n");

    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["a", null, "b"]);
  });
});
