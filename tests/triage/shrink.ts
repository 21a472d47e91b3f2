// From weights in full precision to the small text that phones fetch.
import { letters, type Trained, writeNames } from "@truong-an/shared/triage/reading/weights";
import type { Learned } from "./learn.ts";

/** The features that say most: a long vector, in many reports. At most `most`, ascending. */
export function tellingFeatures(learned: Learned, most: number): ReadonlySet<number> {
  const { dimensions, table, seenIn } = learned;
  const worth = learned.names.map((name, row) => {
    let square = 0;
    for (let at = 0; at < dimensions; at += 1) square += (table[row * dimensions + at] ?? 0) ** 2;
    return { name, worth: Math.sqrt(square * (seenIn[row] ?? 0)) };
  });
  worth.sort((a, b) => b.worth - a.worth || a.name - b.name);
  return new Set(worth.slice(0, most).map(({ name }) => name));
}

/**
 * Writes each weight as one letter: its nearest of 23 even steps. Dimensions come in like units, so
 * one step serves all: those that carry little become mostly zeros and cost next to nothing.
 */
export function shrunk(learned: Learned, stepOfSpread = usualStep): Trained {
  const { dimensions, names, table } = learned;
  const spread = Math.sqrt(table.reduce((sum, weight) => sum + weight * weight, 0) / table.length);
  const step = rounded(spread * stepOfSpread) || 1;
  let letterTable = "";
  for (let at = 0; at < dimensions; at += 1) {
    for (let row = 0; row < names.length; row += 1) {
      const units = Math.round((table[row * dimensions + at] ?? 0) / step);
      const held = Math.max(-letters.reach, Math.min(letters.reach, units));
      letterTable += String.fromCharCode(letters.zero + held);
    }
  }
  return {
    dimensions,
    names: writeNames(names),
    table: letterTable,
    step,
    head: Array.from(learned.head, rounded),
    bias: Array.from(learned.bias, rounded),
  };
}

/** One step as a share of the weights' spread: finer costs bytes, coarser costs recall (see the bench). */
const usualStep = 1.1;

function rounded(number: number): number {
  return Number(number.toPrecision(5));
}
