import { rowOf, type Weights } from "./weights.ts";

/** The vectors of the features seen so far, added up. */
export type Sum = { readonly vector: Int32Array; readonly seen: Set<number> };

export function emptySum({ dimensions }: Weights): Sum {
  return { vector: new Int32Array(dimensions), seen: new Set() };
}

/** Adds the vectors of features not seen before. */
export function add(features: readonly number[], { vector, seen }: Sum, weights: Weights): void {
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

/** What a sum says about the outputs from `from` up to `to`. */
export function logitsOf({ vector, seen }: Sum, weights: Weights, from: number, to: number) {
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

/** Logits of answers that exclude each other, as likelihoods that sum to 1. */
export function shares(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** The logit of one answer that stands by itself, as a likelihood. */
export function likelihood(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
