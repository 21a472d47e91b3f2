import { Category, Level } from "../../report.ts";
import { type Features, type Role, roleFeature } from "./features.ts";
import { add, emptySum, likelihood, logitsOf, type Sum, shares } from "./linear.ts";
import type { Weights } from "./weights.ts";

/** Whom the weights can name. The police and officials are told apart by the lexicon. */
export const accusedKinds = ["peer", "staff", "outsider", "family", "unknown", "none"] as const;

/** Where each question's outputs begin. The order is part of the trained weights. */
export const outputs = {
  level: 0,
  category: Level.options.length,
  mainCategory: Level.options.length + Category.options.length,
  accused: Level.options.length + 2 * Category.options.length + 1, // "no category" is a main one too
  authority: Level.options.length + 2 * Category.options.length + 1 + accusedKinds.length,
  count: Level.options.length + 2 * Category.options.length + 1 + accusedKinds.length + 1,
} as const;

/** How likely each answer is, each from 0 to 1, in the order of its closed list. */
export type Judgement = {
  readonly level: readonly number[]; // sums to 1
  readonly category: readonly number[]; // each by itself
  readonly mainCategory: readonly number[]; // sums to 1; the last is "none"
  readonly accused: readonly number[]; // sums to 1
  readonly authority: number; // the accused is of the police or an official
};

/** The five levels' likelihoods, in their order. */
export type Likelihoods = readonly number[];

/** What was made of each sentence: of everything up to its end, and of it alone. */
export type Sentencewise = { readonly upTo: Likelihoods; readonly alone: Likelihoods };

/** What was made of a text. */
export type Judged = {
  readonly sentences: readonly Sentencewise[]; // at least one; the last `upTo` is the whole text
  readonly whole: Judgement;
};

/** What the trained weights make of the features of each sentence. Linear in their number. */
export function judged(sentences: readonly Features[], role: Role, weights: Weights): Judged {
  const told = sentences.length > 0 ? sentences : [nothingSaid];
  const soFar = openSum(role, weights);
  return {
    sentences: told.map(({ plain, marked }, at) => {
      return sentencewise([plain, marked], soFar, at === 0, role, weights);
    }),
    whole: judgementOf(soFar, weights),
  };
}

/** The same sentence by sentence as if typed without tone marks, as far as it is asked for. */
export function* judgedWithoutMarks(
  sentences: readonly Features[],
  role: Role,
  weights: Weights,
): Generator<Sentencewise> {
  const soFar = openSum(role, weights);
  for (const [at, { plain }] of sentences.entries()) {
    yield sentencewise([plain], soFar, at === 0, role, weights);
  }
}

const nothingSaid: Features = { plain: [], marked: [] };

function sentencewise(
  features: readonly (readonly number[])[],
  soFar: Sum,
  isFirst: boolean,
  role: Role,
  weights: Weights,
): Sentencewise {
  const alone = isFirst ? soFar : openSum(role, weights);
  for (const some of features) {
    add(some, soFar, weights);
    if (!isFirst) add(some, alone, weights);
  }
  const upTo = levelsOf(soFar, weights);
  return { upTo, alone: isFirst ? upTo : levelsOf(alone, weights) };
}

function openSum(role: Role, weights: Weights): Sum {
  const sum = emptySum(weights);
  add([roleFeature(role)], sum, weights);
  return sum;
}

function levelsOf(sum: Sum, weights: Weights): number[] {
  return shares(logitsOf(sum, weights, outputs.level, outputs.category));
}

function judgementOf(sum: Sum, weights: Weights): Judgement {
  const logits = logitsOf(sum, weights, 0, outputs.count);
  return {
    level: shares(logits.slice(outputs.level, outputs.category)),
    category: logits.slice(outputs.category, outputs.mainCategory).map(likelihood),
    mainCategory: shares(logits.slice(outputs.mainCategory, outputs.accused)),
    accused: shares(logits.slice(outputs.accused, outputs.authority)),
    authority: likelihood(logits[outputs.authority] ?? 0),
  };
}
