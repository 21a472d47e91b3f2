import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { card, trained } from "@truong-an/shared/triage/trained/weights";
import { describe, expect, test } from "vitest";
import { corpusHash, readCorpus } from "./corpus.ts";
import { settings } from "./learn.ts";
import { figuresOfHeld, measured, shippedSize, trainedOn, withChatter } from "./train.ts";

const corpus = readCorpus();
const training = corpus.filter(({ part }) => part === "train");

describe("training on a slice of the corpus", () => {
  const slice = training.filter((_report, at) => at % 8 === 0);
  const few = { ...settings, dimensions: 16, rounds: 20 };
  const small = { features: 4_000, rank: 12, trainings: 2 };
  const once = trainedOn(slice, few, small);

  test("gives the same weights, letter for letter, every time", () => {
    expect(trainedOn(slice, few, small)).toEqual(once);
  });

  test("already tells levels and matters apart better than chance", () => {
    const others = training.filter((_report, at) => at % 8 === 4);

    const figures = measured(others, weightsFrom(once));

    expect(figures.emergencyPrecision).toBeGreaterThan(0.3); // 0.24 of them are emergencies
    expect(figures.urgencyMacroF1).toBeGreaterThan(0.3);
    expect(figures.categoryMicroF1).toBeGreaterThan(0.3);
  });

  test("keeps no more features than asked for", () => {
    expect(once.table.length).toBe(12 * 4_000);
  });

  test("also learns urgent reports with chatter around them, under the label they had", () => {
    const tailed = withChatter(slice).slice(slice.length);

    expect(tailed.length).toBeGreaterThan(20);
    expect(tailed.every(({ urgency }) => urgency === "emergency" || urgency === "high")).toBe(true);
  });
});

describe("the weights that are shipped", () => {
  test("were learned from the corpus as it is, with the settings as they are", () => {
    expect(card.corpus).toBe(corpusHash());
    expect(card.settings).toEqual(settings);
    expect(card.size).toEqual(shippedSize);
  });

  test("say of themselves what they do", () => {
    const figures = figuresOfHeld(corpus, weightsFrom(trained));

    expect(JSON.parse(JSON.stringify(figures))).toEqual(card.figures);
  });
});

describe("on the writer who never trained it, the reader", () => {
  const figures = measured(
    corpus.filter(({ part }) => part === "test"),
    weightsFrom(trained),
  );

  test("hears at least 92 of 100 emergencies, and 60 of 100 it calls so are", () => {
    expect(figures.emergencyRecall).toBeGreaterThanOrEqual(0.92);
    expect(figures.emergencyPrecision).toBeGreaterThanOrEqual(0.6);
  });

  test("hears at least 92 of 100 urgent reports, and 80 of 100 it calls so are", () => {
    expect(figures.urgentRecall).toBeGreaterThanOrEqual(0.92);
    expect(figures.urgentPrecision).toBeGreaterThanOrEqual(0.8);
  });

  test("takes at most 3 of 100 emergencies for everyday matters", () => {
    expect(figures.dangerousMisses).toBeLessThanOrEqual(0.03);
  });

  test("tells the levels and the matters apart", () => {
    expect(figures.urgencyMacroF1).toBeGreaterThanOrEqual(0.72);
    expect(figures.categoryMicroF1).toBeGreaterThanOrEqual(0.7);
  });

  test("hears at least 90 of 100 complaints about someone who works at the school", () => {
    expect(figures.staffRecall).toBeGreaterThanOrEqual(0.9);
  });
});
