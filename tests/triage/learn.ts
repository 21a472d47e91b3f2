// Training: a linear model of low rank. Each feature has a short vector; a text is the sum of its
// features' vectors over the square root of their number; each answer is a weighted sum of that.
import { Category, Level } from "@truong-an/shared/report";
import { mentionsIn } from "@truong-an/shared/triage/reading/concepts";
import { featuresOf, roleFeature } from "@truong-an/shared/triage/reading/features";
import { accusedKinds, outputs } from "@truong-an/shared/triage/reading/judge";
import { sentencesOf } from "@truong-an/shared/triage/reading/sentences";
import type { Labelled } from "./corpus.ts";

export type Settings = {
  readonly dimensions: number;
  readonly rounds: number; // times through the corpus
  readonly rate: number; // of learning, at the start; falls evenly to nothing
  readonly dropped: number; // share of a report's features hidden at each look
  readonly fewestReports: number; // a feature seen in fewer is not kept
  readonly weightOfCategory: number;
  readonly weightOfPresence: number; // a category that is there counts this much more than one that is not
  readonly weightOfMainCategory: number;
  readonly seed: number;
};

/** Chosen by trials on the development writer. What the size buys stands in the bench. */
export const settings: Settings = {
  dimensions: 44,
  rounds: 20,
  rate: 0.05,
  dropped: 0.6,
  fewestReports: 2,
  weightOfCategory: 1,
  weightOfPresence: 3,
  weightOfMainCategory: 1,
  seed: 20261122,
};

/** Weights in full precision. `names` are in ascending order; rows of `table` follow them. */
export type Learned = {
  readonly dimensions: number;
  readonly names: readonly number[];
  readonly table: Float32Array;
  readonly head: Float32Array;
  readonly bias: Float32Array;
  readonly seenIn: readonly number[]; // in how many reports each feature stands
};

/** The features of a text, each once. */
function featuresOfText(text: string, role: Labelled["role"]): readonly number[] {
  const features = sentencesOf(text).flatMap((sentence) => {
    const { plain, marked } = featuresOf(sentence, mentionsIn(sentence));
    return [...plain, ...marked];
  });
  return [...new Set([roleFeature(role), ...features])];
}

/**
 * Learns from labelled reports. The same reports and settings give the same weights, bit for bit, on
 * every run. With `only`, no other features are looked at.
 */
export function learn(
  reports: readonly Labelled[],
  chosen: Settings,
  only?: ReadonlySet<number>,
): Learned {
  const chance = seeded(chosen.seed);
  const seen = reports.map((report) => featuresOfText(report.text, report.role));
  const counts = new Map<number, number>();
  for (const features of seen)
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()]
    .filter((name) => only?.has(name) ?? (counts.get(name) ?? 0) >= chosen.fewestReports)
    .sort((a, b) => a - b);
  const rows = new Map(names.map((name, row) => [name, row]));
  const examples = reports.map((report, at) => ({
    rows: Int32Array.from((seen[at] ?? []).flatMap((name) => rows.get(name) ?? [])),
    answer: answerOf(report),
  }));

  const model = openModel(names.length, chosen, chance);
  const order = examples.map((_example, at) => at);
  let step = 0;
  for (let round = 0; round < chosen.rounds; round += 1) {
    shuffle(order, chance);
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const kept = example.rows.filter(() => chance() >= chosen.dropped);
      const rate = chosen.rate * (1 - step / (chosen.rounds * examples.length)) + 1e-5;
      step += 1;
      if (kept.length > 0) learnFrom(model, kept, example.answer, rate, chosen);
    }
  }
  // At reading time nothing is hidden: the same average size of a text's sum.
  const table = model.table.map((weight) => weight * Math.sqrt(1 - chosen.dropped));
  const seenIn = names.map((name) => counts.get(name) ?? 0);
  return {
    dimensions: chosen.dimensions,
    names,
    table,
    head: model.head,
    bias: model.bias,
    seenIn,
  };
}

type Answer = {
  readonly level: number;
  readonly categories: ReadonlySet<number>;
  readonly mainCategory: number;
  readonly accused: number;
  readonly authority: number;
};

function answerOf(report: Labelled): Answer {
  const categories = report.categories.map((category) => Category.options.indexOf(category));
  return {
    level: Level.options.indexOf(report.urgency),
    categories: new Set(categories),
    mainCategory: categories[0] ?? Category.options.length,
    accused: accusedKinds.indexOf(report.accused),
    authority: report.style.includes("accuses_police") ? 1 : 0,
  };
}

type Model = {
  readonly dimensions: number;
  readonly table: Float32Array; // a vector a feature
  readonly tableHeat: Float32Array; // how much each has moved: what moved much moves less (Adagrad)
  readonly head: Float32Array; // a vector an output
  readonly headHeat: Float32Array; // the same with forgetting (RMSProp)
  readonly bias: Float32Array;
  readonly sum: Float32Array; // of the report being looked at
  readonly pull: Float32Array; // where its errors would move that sum
  readonly errors: Float32Array; // of each output
};

function openModel(rows: number, { dimensions }: Settings, chance: () => number): Model {
  const heads = outputs.count * dimensions;
  return {
    dimensions,
    table: new Float32Array(rows * dimensions),
    tableHeat: new Float32Array(rows * dimensions),
    head: Float32Array.from({ length: heads }, () => bell(chance) / Math.sqrt(dimensions)),
    headHeat: new Float32Array(heads),
    bias: new Float32Array(outputs.count),
    sum: new Float32Array(dimensions),
    pull: new Float32Array(dimensions),
    errors: new Float32Array(outputs.count),
  };
}

/** One look at one report through the features kept of it. */
function learnFrom(
  model: Model,
  kept: Int32Array,
  answer: Answer,
  rate: number,
  chosen: Settings,
): void {
  const scale = 1 / Math.sqrt(kept.length);
  guess(model, kept, scale);
  errorsOf(model.errors, answer, chosen);
  moveHead(model, rate);
  moveFeatures(model, kept, scale, rate);
}

/** Sums the features of a report and writes a logit for each output. */
function guess(model: Model, kept: Int32Array, scale: number): void {
  const { dimensions, table, head, bias, sum, errors } = model;
  sum.fill(0);
  for (const row of kept) {
    for (let at = 0; at < dimensions; at += 1) {
      sum[at] = f(sum, at) + f(table, row * dimensions + at) * scale;
    }
  }
  for (let output = 0; output < outputs.count; output += 1) {
    let logit = f(bias, output);
    for (let at = 0; at < dimensions; at += 1) {
      logit += f(head, output * dimensions + at) * f(sum, at);
    }
    errors[output] = logit;
  }
}

function moveHead(model: Model, rate: number): void {
  const { dimensions, head, headHeat, bias, sum, pull, errors } = model;
  pull.fill(0);
  for (let output = 0; output < outputs.count; output += 1) {
    const error = f(errors, output);
    bias[output] = f(bias, output) - rate * 0.3 * error;
    for (let at = 0; at < dimensions; at += 1) {
      const place = output * dimensions + at;
      pull[at] = f(pull, at) + error * f(head, place);
      const slope = error * f(sum, at);
      const heat = 0.999 * f(headHeat, place) + 0.001 * slope * slope;
      headHeat[place] = heat;
      head[place] = f(head, place) - (rate * headShare * slope) / (Math.sqrt(heat) + 0.05);
    }
  }
}

function moveFeatures(model: Model, kept: Int32Array, scale: number, rate: number): void {
  const { dimensions, table, tableHeat, pull } = model;
  for (const row of kept) {
    for (let at = 0; at < dimensions; at += 1) {
      const place = row * dimensions + at;
      const slope = f(pull, at) * scale;
      const heat = f(tableHeat, place) + slope * slope;
      tableHeat[place] = heat;
      const change = slope / (Math.sqrt(heat) + 1e-3) + 1e-3 * f(table, place);
      table[place] = f(table, place) - rate * change;
    }
  }
}

/** The head moves more slowly than the features, which it serves all at once. */
const headShare = 0.05;

/** Turns logits into what each output is wrong by, in place. */
function errorsOf(errors: Float32Array, answer: Answer, chosen: Settings): void {
  wrongShares(errors, outputs.level, outputs.category, answer.level, 1);
  for (let at = 0; at < Category.options.length; at += 1) {
    const isThere = answer.categories.has(at);
    const weight = chosen.weightOfCategory * (isThere ? chosen.weightOfPresence : 1);
    const place = outputs.category + at;
    errors[place] = (likelihood(f(errors, place)) - (isThere ? 1 : 0)) * weight;
  }
  wrongShares(
    errors,
    outputs.mainCategory,
    outputs.accused,
    answer.mainCategory,
    chosen.weightOfMainCategory,
  );
  wrongShares(errors, outputs.accused, outputs.authority, answer.accused, 1);
  errors[outputs.authority] = likelihood(f(errors, outputs.authority)) - answer.authority;
}

function wrongShares(
  errors: Float32Array,
  from: number,
  to: number,
  right: number,
  weight: number,
): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at += 1) highest = Math.max(highest, f(errors, at));
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    errors[at] = Math.exp(f(errors, at) - highest);
    sum += f(errors, at);
  }
  for (let at = from; at < to; at += 1) {
    errors[at] = (f(errors, at) / sum - (at - from === right ? 1 : 0)) * weight;
  }
}

function likelihood(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function shuffle(order: number[], chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** From a normal distribution (Box and Muller). */
function bell(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(chance() + 1e-9)) * Math.cos(2 * Math.PI * chance());
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function f(numbers: Float32Array, at: number): number {
  return numbers[at] ?? 0;
}
