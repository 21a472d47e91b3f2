import { Category, Level } from "../../report.ts";
import { type Features, type Role, roleFeature } from "./features.ts";
import { rowOf, type Weights } from "./weights.ts";

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
    sentences: told.map(({ plain, marked }) => {
      return sentencewise([plain, marked], soFar, role, weights);
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
  for (const { plain } of sentences) yield sentencewise([plain], soFar, role, weights);
}

const nothingSaid: Features = { plain: [], marked: [] };

function sentencewise(
  features: readonly (readonly number[])[],
  soFar: Sum,
  role: Role,
  weights: Weights,
): Sentencewise {
  const isFirst = soFar.sentences === 0;
  const alone = isFirst ? soFar : openSum(role, weights);
  for (const some of features) {
    add(some, soFar, weights);
    if (!isFirst) add(some, alone, weights);
  }
  soFar.sentences += 1;
  const upTo = levelsOf(soFar, weights);
  return { upTo, alone: isFirst ? upTo : levelsOf(alone, weights) };
}

/** The vectors of the features seen so far, added up. */
type Sum = { readonly vector: Int32Array; readonly seen: Set<number>; sentences: number };

function openSum(role: Role, weights: Weights): Sum {
  const sum = { vector: new Int32Array(weights.dimensions), seen: new Set<number>(), sentences: 0 };
  add([roleFeature(role)], sum, weights);
  return sum;
}

/** Adds the vectors of features not seen before. */
function add(features: readonly number[], { vector, seen }: Sum, weights: Weights): void {
  const { dimensions, table } = weights;
  for (const feature of features) {
    const row = rowOf(weights, feature);
    if (row === -1 || seen.has(row)) continue;
    seen.add(row);
    const start = row * dimensions;
    for (let at = 0; at < dimensions; at += 1) {
      vector[at] = (vector[at] ?? 0) + (table[start + at] ?? 0);
    }
  }
}

function levelsOf(sum: Sum, weights: Weights): number[] {
  return shares(logitsOf(sum, weights, outputs.level, outputs.category));
}

function logitsOf({ vector, seen }: Sum, weights: Weights, from: number, to: number): number[] {
  const { dimensions, step, head, bias } = weights;
  const scale = step / Math.sqrt(Math.max(1, seen.size));
  const logits: number[] = [];
  for (let output = from; output < to; output += 1) {
    let logit = 0;
    for (let at = 0; at < dimensions; at += 1) {
      logit += (vector[at] ?? 0) * (head[output * dimensions + at] ?? 0);
    }
    logits.push(logit * scale + (bias[output] ?? 0));
  }
  return logits;
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

function shares(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function likelihood(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
