// `npm run chat:train`: learns what messages to the Official Account mean, and writes the weights.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Intent } from "@truong-an/shared/chat/intents";
import { type Trained, type Weights, weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained as reports } from "@truong-an/shared/triage/trained/weights";
import { repository } from "../triage/corpus.ts";
import type { Learned } from "../triage/learn.ts";
import { shrunk, tellingFeatures } from "../triage/shrink.ts";
import { type Lesson, learn, type Settings } from "./learn.ts";
import {
  heldBack,
  type Line,
  linesHash,
  readOwn,
  readWritten,
  someReports,
  type WrittenLine,
} from "./lines.ts";
import { figuresOf } from "./measure.ts";

/** Chosen by leaving one writer out at a time, and on the development writer. */
export const settings: Settings = {
  rounds: 20,
  rate: 0.4,
  dropped: 0.3,
  fewestLines: 2,
  doubt: 0.05,
  decay: 1e-3,
  weightOfReports: 0.3,
  seed: 20261130,
};

/** What the server keeps: so many features, the mean of so many trainings. */
export const shippedSize = { features: 16_000, trainings: 3 };
export type Size = typeof shippedSize;

/** How many reports of each kind train beside the chat's own lines. */
export const sharesOfReports: Readonly<Partial<Record<Intent, number>>> = {
  danger: 800,
  tells: 800,
  other: 350,
};

/** All that may teach: chat lines of these writers, our own, and some reports. */
export function lessonsOf(
  written: readonly WrittenLine[],
  told: readonly Line[] = someReports(sharesOfReports),
  { weightOfReports } = settings,
): readonly Lesson[] {
  const held: readonly string[] = heldBack;
  const lines = [...written.filter(({ writer }) => !held.includes(writer)), ...readOwn()];
  return [
    ...lines.map((line) => ({ ...line, weight: 1 })),
    ...told.map((line) => ({ ...line, weight: weightOfReports })),
  ];
}

/**
 * Learns on everything, keeps the features that say most, then learns several times on those alone
 * in other orders and keeps their mean: one training alone depends on its luck.
 */
export function trainedOn(lessons: readonly Lesson[], chosen: Settings, size: Size): Trained {
  const telling = tellingFeatures(learn(lessons, chosen), size.features);
  const trainings = Array.from({ length: size.trainings }, (_none, at) => {
    return learn(lessons, { ...chosen, seed: chosen.seed + at }, telling);
  });
  return shrunk(meanOf(trainings), stepOfSpread);
}

/** These weights spread wide: a coarser step cuts off fewer of the great ones. */
const stepOfSpread = 0.6;

function meanOf(trainings: readonly Learned[]): Learned {
  const [first] = trainings;
  if (first === undefined) throw new Error("no training to average");
  const mean = (of: (training: Learned) => Float32Array) =>
    Float32Array.from(of(first), (_weight, at) => {
      const sum = trainings.reduce((total, training) => total + (of(training)[at] ?? 0), 0);
      return sum / trainings.length;
    });
  return { ...first, table: mean(({ table }) => table), bias: mean(({ bias }) => bias) };
}

/** On the writers whose lines never train. */
export function figuresOfHeld(written: readonly WrittenLine[], weights: Weights) {
  const reader = weightsFrom(reports);
  return Object.fromEntries(
    heldBack.map((held) => {
      const lines = written.filter(({ writer }) => writer === held);
      return [held, figuresOf(lines, reader, weights)];
    }),
  );
}

const target = join(repository(), "shared/src/chat/trained/intents.ts");

/** Trains and writes the module with the weights and its card. */
export function train(today: string): void {
  const written = readWritten();
  const lessons = lessonsOf(written);
  const trained = trainedOn(lessons, settings, shippedSize);
  const card = {
    lines: linesHash(),
    date: today,
    settings,
    size: shippedSize,
    lessons: lessons.length,
    figures: figuresOfHeld(written, weightsFrom(trained)),
  };
  writeFileSync(target, moduleOf(trained, card));
  const bytes = gzipSync(readFileSync(target), { level: 9 }).length;
  process.stderr.write(`${JSON.stringify(card, null, 2)}\n${bytes} bytes gzipped\n`);
}

function moduleOf(trained: Trained, card: object): string {
  return [
    "// Written by `npm run chat:train`; not by hand. What was learned from shared/corpus/chat.",
    'import type { Trained } from "../../triage/reading/weights.ts";',
    "",
    "/** Where these weights come from, and how well chat lines never seen are heard with them. */",
    `export const card = ${JSON.stringify(card, null, 2)};`,
    "",
    `export const trained: Trained = ${JSON.stringify(trained)};`,
    "",
  ].join("\n");
}
