// `npm run triage:train`: learns from the corpus and writes the weights that the reader uses.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Trained, type Weights, weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { averageOf } from "./average.ts";
import { corpusHash, type Labelled, readCorpus, repository, type Told } from "./corpus.ts";
import { learn, type Settings, settings } from "./learn.ts";
import { type Figures, figuresOf, pairOf } from "./measure.ts";
import { shrunk, tellingFeatures } from "./shrink.ts";

export type Size = {
  readonly features: number;
  readonly rank: number;
  readonly trainings: number;
};

/** What the phone is sent; see the bench for what more or less would bring. */
export const shippedSize: Size = { features: 38_000, rank: 44, trainings: 6 };

const target = join(repository(), "shared/src/triage/trained/weights.ts");

/**
 * The reports, and some of the urgent ones again with a line of chatter behind or before them, as
 * people write: a greeting or a joke takes nothing back, wherever it stands.
 */
export function withChatter(reports: readonly Labelled[]): readonly Labelled[] {
  const chatter = reports.filter(({ urgency, text }) => {
    return urgency === "not_a_report" && text.length < 70;
  });
  const urgent = reports.filter(({ urgency }) => urgency === "emergency" || urgency === "high");
  if (chatter.length === 0) return reports;
  const chatted = urgent.flatMap((report, at) => {
    const line = chatter[(at * 7919) % chatter.length]?.text ?? "";
    const shape = shapes[at % shapes.length];
    return shape === undefined ? [] : [{ ...report, text: shape(report.text, line) }];
  });
  return [...reports, ...chatted];
}

/** How chatter joins a report: without a full stop, for with one each sentence is heard by itself. */
const shapes: readonly (((told: string, chatter: string) => string) | undefined)[] = [
  (told, chatter) => `${told} ${chatter}`,
  undefined,
  undefined,
  undefined,
  (told, chatter) => `${chatter} ${told}`,
  undefined,
  undefined,
  undefined,
];

/**
 * Learns on everything, keeps the features that say most, then learns several times on those alone
 * from other starting points and sends their mean: one training alone depends on its luck.
 */
export function trainedOn(reports: readonly Labelled[], chosen: Settings, size: Size): Trained {
  const told = withChatter(reports);
  const telling = tellingFeatures(learn(told, chosen), size.features);
  const trainings = Array.from({ length: size.trainings }, (_none, at) => {
    return learn(told, { ...chosen, seed: chosen.seed + at }, telling);
  });
  return shrunk(averageOf(trainings, size.rank));
}

/** What the reader makes of labelled reports, measured. */
export function measured(reports: readonly Labelled[], weights: Weights | undefined): Figures {
  return figuresOf(reports.map((report) => pairOf(report, weights)));
}

/** On reports that never trained: the writer who chose the operating point, situations left out, and the last judge. */
export function figuresOfHeld(corpus: readonly Told[], weights: Weights) {
  const of = (isSo: (report: Told) => boolean) => measured(corpus.filter(isSo), weights);
  return {
    devWriter: of(({ writer }) => writer === "writer-dev"),
    devThemes: of(({ part, writer }) => part === "dev" && writer !== "writer-dev"),
    test: of(({ part }) => part === "test"),
  };
}

/** Trains and writes the module with the weights and its card. */
export function train(today: string): void {
  const corpus = readCorpus();
  const trained = trainedOn(
    corpus.filter(({ part }) => part === "train"),
    settings,
    shippedSize,
  );
  const weights = weightsFrom(trained);
  const card = {
    corpus: corpusHash(),
    date: today,
    settings,
    size: shippedSize,
    reports: Object.fromEntries(
      (["train", "dev", "test"] as const).map((part) => [
        part,
        corpus.filter((one) => one.part === part).length,
      ]),
    ),
    figures: figuresOfHeld(corpus, weights),
  };
  writeFileSync(target, moduleOf(trained, card));
  const bytes = gzipSync(readFileSync(target), { level: 9 }).length;
  process.stderr.write(`${JSON.stringify(card, null, 2)}\n${bytes} bytes gzipped\n`);
}

function moduleOf(trained: Trained, card: object): string {
  return [
    "// Written by `npm run triage:train`; not by hand. What the reader has learned from shared/corpus.",
    'import type { Trained } from "../reading/weights.ts";',
    "",
    "/** Where these weights come from and how well they read reports they have never seen. */",
    `export const card = ${JSON.stringify(card, null, 2)};`,
    "",
    `export const trained: Trained = ${JSON.stringify(trained)};`,
    "",
  ].join("\n");
}
