import type { Level } from "@truong-an/shared/report";
import type { Role } from "@truong-an/shared/triage/reading/features";
import { type Reading, readingOf } from "@truong-an/shared/triage/reading/read";
import { type Weights, weightsFrom } from "@truong-an/shared/triage/reading/weights";
import type { Signal } from "@truong-an/shared/triage/signals";

/** The codes of a finished text, and whether the trained weights had come to read it. */
export type ReadToSend = { readonly signals: readonly Signal[]; readonly isTrained: boolean };

let weights: Weights | undefined;
let fetching: Promise<void> | null = null;
let mayTryAgainAt = 0;
const listeners = new Set<() => void>();

const restMs = 5_000;
const longMomentMs = 4_000;
export const shortMomentMs = 1_500;

/**
 * Fetches the trained weights in the background, once; called whenever someone writes. Until they
 * have come, or if they never do, the word rules read alone. A failure is never shown, and a later
 * call tries again; a browser that remembers a failed import fails again at once, until the page is
 * opened anew. Nothing depends on it: without weights a report is read more roughly, and is sent.
 */
export function prepareReader(): void {
  if (weights !== undefined || fetching !== null || Date.now() < mayTryAgainAt) return;
  fetching = fetchWeights()
    .catch(() => {
      mayTryAgainAt = Date.now() + restMs;
    })
    .finally(() => {
      fetching = null;
    });
}

/**
 * What the words say, read here and now with whatever has come. They go nowhere. Never fails: a text
 * that cannot be read says nothing.
 */
export function readWith(text: string, role: Role): Reading {
  try {
    return readingOf(text, role, weights);
  } catch {
    return unreadable;
  }
}

/**
 * The codes that are sent along with a finished text. Waits no longer than this for weights that are
 * still on their way. Never fails. Nothing written says nothing.
 */
export async function readToSend(text: string, role: Role, mostMs: number): Promise<ReadToSend> {
  if (text.trim() === "") return { signals: [], isTrained: true };
  prepareReader();
  if (fetching !== null && mostMs > 0) await Promise.race([fetching, pause(mostMs)]);
  return { signals: readWith(text, role).signals, isTrained: isTrained() };
}

/**
 * How long something may wait for the weights when it is about to be sent: the less has been found
 * in it, the more they may still find.
 */
export function patience(levelSoFar: Level): number {
  if (levelSoFar === "emergency") return 0;
  return levelSoFar === "high" ? shortMomentMs : longMomentMs;
}

/** Whether the trained weights have come: what was read before may read differently now. */
export function isTrained(): boolean {
  return weights !== undefined;
}

export function listenToReader(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const unreadable: Reading = { level: "normal", categories: [], accused: "unknown", signals: [] };

async function fetchWeights(): Promise<void> {
  const { trained } = await import("@truong-an/shared/triage/trained/weights");
  weights = weightsFrom(trained);
  for (const listener of listeners) listener();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
