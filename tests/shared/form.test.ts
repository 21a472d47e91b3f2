import { questionsFor, shownFactsOnly } from "@truong-an/shared/form";
import { Accused, When } from "@truong-an/shared/report";
import { triageOf } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyFacts, anySignals, factsWith } from "./support/stories.ts";

describe("the questions", () => {
  test.each([
    [
      "a quarrel asks everything",
      "no",
      "bullying",
      ["danger", "what", "who", "when", "story", "readers"],
    ],
    ["danger now does not ask when", "me", "weapon", ["danger", "what", "who", "story", "readers"]],
    [
      "self-harm asks nobody to be blamed",
      "no",
      "self_harm_suicide",
      ["danger", "what", "when", "story", "readers"],
    ],
    ["praise is short", "no", "praise", ["danger", "what", "story", "readers"]],
    [
      "another matter may accuse an official",
      "no",
      "other",
      ["danger", "what", "who", "when", "story", "readers"],
    ],
  ] as const)("%s", (_story, danger, category, expected) => {
    expect(questionsFor({ danger, categories: [category] })).toEqual(expected);
  });

  test("are six at most, whatever is answered", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(questionsFor(facts).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("answers that the form did not show", () => {
  test("are cleared, and the others kept", () => {
    const facts = factsWith({
      danger: "me",
      categories: ["praise"],
      accused: "staff",
      when: "soon",
    });

    expect(shownFactsOnly(facts)).toEqual({ ...facts, accused: null, when: null });
  });

  test("stay cleared: clearing twice is clearing once", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const shown = shownFactsOnly(facts);

        expect(shownFactsOnly(shown)).toEqual(shown);
      }),
    );
  });

  test("never decide anything", () => {
    const anyAccused = fc.constantFrom(...Accused.options, null);
    const anyWhen = fc.constantFrom(...When.options, null);
    fc.assert(
      fc.property(anyFacts, anySignals, anyAccused, anyWhen, (facts, signals, accused, when) => {
        const shown = questionsFor(facts);
        const changed = {
          ...facts,
          accused: shown.includes("who") ? facts.accused : accused,
          when: shown.includes("when") ? facts.when : when,
        };

        expect(triageOf(shownFactsOnly(changed), signals)).toEqual(
          triageOf(shownFactsOnly(facts), signals),
        );
      }),
    );
  });
});
