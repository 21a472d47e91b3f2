// Training: a linear model. Each feature has one weight for each intent; a message's answer is the
// sum of its features' weights over the square root of their number.
import { intentFeaturesOf, intents } from "@truong-an/shared/chat/intents";
import { chanceFrom } from "../support/chance.ts";
import type { Learned } from "../triage/learn.ts";
import type { Line } from "./lines.ts";

export type Settings = {
  readonly rounds: number; // times through the lines
  readonly rate: number; // of learning, at the start; falls evenly to nothing
  readonly dropped: number; // share of a line's features hidden at each look
  readonly fewestLines: number; // a feature seen in fewer is not kept
  readonly doubt: number; // share of the answer that is spread over all intents
  readonly decay: number; // what draws each weight back to nothing, at each look
  readonly weightOfReports: number; // a report teaches this much of what a chat line does
  readonly seed: number;
};

/** A line, and what it counts beside others. */
export type Lesson = Line & { readonly weight: number };

/**
 * Learns from lines. The same lines and settings give the same weights, bit for bit, on every run.
 * With `only`, no other features are looked at.
 */
export function learn(
  lessons: readonly Lesson[],
  chosen: Settings,
  only?: ReadonlySet<number>,
): Learned {
  const seen = lessons.map(({ text }) => [...new Set(intentFeaturesOf(text).flat())]);
  const counts = new Map<number, number>();
  for (const name of seen.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()]
    .filter((name) => only?.has(name) ?? (counts.get(name) ?? 0) >= chosen.fewestLines)
    .sort((a, b) => a - b);
  const rows = new Map(names.map((name, row) => [name, row]));
  const examples = lessons.map(({ intent, weight }, at) => ({
    rows: Int32Array.from((seen[at] ?? []).flatMap((name) => rows.get(name) ?? [])),
    right: intents.indexOf(intent),
    weight,
  }));

  const model = openModel(names.length);
  lookAtAll(model, examples, chosen);
  // At reading time nothing is hidden: the same average size of a line's sum.
  const table = model.table.map((weight) => weight * Math.sqrt(1 - chosen.dropped));
  const seenIn = names.map((name) => counts.get(name) ?? 0);
  return { dimensions: count, names, table, head: oneEach(), bias: model.bias, seenIn };
}

const count = intents.length;

type Example = { readonly rows: Int32Array; readonly right: number; readonly weight: number };

type Model = {
  readonly table: Float32Array; // for each feature, a weight an intent
  readonly heat: Float32Array; // how much each has moved: what moved much moves less (Adagrad)
  readonly bias: Float32Array;
  readonly errors: Float64Array;
};

function openModel(rows: number): Model {
  return {
    table: new Float32Array(rows * count),
    heat: new Float32Array(rows * count),
    bias: new Float32Array(count),
    errors: new Float64Array(count),
  };
}

function lookAtAll(model: Model, examples: readonly Example[], chosen: Settings): void {
  const chance = chanceFrom(chosen.seed);
  const order = examples.map((_example, at) => at);
  const looks = chosen.rounds * examples.length;
  for (let look = 0; look < looks; look += 1) {
    const place = look % examples.length;
    if (place === 0) shuffle(order, chance);
    const example = examples[order[place] ?? 0];
    if (example === undefined) continue;
    const kept = example.rows.filter(() => chance() >= chosen.dropped);
    const rate = chosen.rate * (1 - look / looks) + 1e-5;
    if (kept.length > 0) learnFrom(model, kept, example, rate, chosen);
  }
}

/** One look at one line through the features kept of it. */
function learnFrom(
  model: Model,
  kept: Int32Array,
  { right, weight }: Example,
  rate: number,
  { doubt, decay }: Settings,
): void {
  const { table, heat, bias, errors } = model;
  const scale = 1 / Math.sqrt(kept.length);
  guess(model, kept, scale);
  for (let at = 0; at < count; at += 1) {
    const wanted = (at === right ? 1 - doubt : 0) + doubt / count;
    const error = (f(errors, at) - wanted) * weight;
    bias[at] = f(bias, at) - rate * biasShare * error;
    const slope = error * scale;
    for (const row of kept) {
      const place = row * count + at;
      const warmer = f(heat, place) + slope * slope;
      heat[place] = warmer;
      const change = slope / (Math.sqrt(warmer) + 1e-3) + decay * f(table, place);
      table[place] = f(table, place) - rate * change;
    }
  }
}

/** The bias moves more slowly than the features. */
const biasShare = 0.1;

/** Writes each intent's likelihood into `errors`. */
function guess({ table, bias, errors }: Model, kept: Int32Array, scale: number): void {
  errors.set(bias);
  for (const row of kept) {
    for (let at = 0; at < count; at += 1) {
      errors[at] = f(errors, at) + f(table, row * count + at) * scale;
    }
  }
  const highest = Math.max(...errors);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    errors[at] = Math.exp(f(errors, at) - highest);
    sum += f(errors, at);
  }
  for (let at = 0; at < count; at += 1) errors[at] = f(errors, at) / sum;
}

/** Each dimension is one intent's own. */
function oneEach(): Float32Array {
  return Float32Array.from({ length: count * count }, (_none, at) =>
    at % (count + 1) === 0 ? 1 : 0,
  );
}

function shuffle(order: number[], chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

function f(numbers: Float32Array | Float64Array, at: number): number {
  return numbers[at] ?? 0;
}
