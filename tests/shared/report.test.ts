import { SentSignals } from "@truong-an/shared/report";
import { mostSignals, Signal } from "@truong-an/shared/triage/signals";
import { expect, test } from "vitest";
import { z } from "zod";

test("of the hints the known codes are kept in their order, and whatever else is sent is dropped", () => {
  const sent = ["a_code_of_tomorrow", "goodbye", "Bạn Bình bị đánh", 7, null, {}, "says_today"];

  expect(SentSignals.parse(sent)).toEqual(["goodbye", "says_today"]);
  expect(SentSignals.parse(["a_code_of_tomorrow"])).toEqual([]);
});

test("no more of them than a report carries", () => {
  const all = Array.from({ length: 100 }, (_one, at) => Signal.options[at % 40]);

  expect(SentSignals.parse(all)).toEqual(all.slice(0, mostSignals));
});

test.each([undefined, null, "goodbye", { 0: "goodbye" }])("%j is no list of hints", (sent) => {
  expect(SentSignals.safeParse(sent).success).toBe(false);
});

test.each(["input", "output"] as const)("the description (%s) names the closed list", (io) => {
  expect(z.toJSONSchema(SentSignals, { io })).toMatchObject({
    type: "array",
    maxItems: mostSignals,
    items: { type: "string", enum: Signal.options },
  });
});
