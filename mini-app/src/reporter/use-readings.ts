import type { Role } from "@truong-an/shared/triage/reading/features";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import { useMemo, useSyncExternalStore } from "react";
import { useSettled } from "../ui/use-settled.ts";
import { isTrained, listenToReader, readWith } from "./reader.ts";

export type SettledReading = { readonly text: string; readonly reading: Reading };

/** What the words say, null while there are none. */
export type Readings = {
  readonly soon: SettledReading | null; // after the first pause
  readonly settled: SettledReading | null; // once the words have stood still for a while
};

const pauseMs = 400;
const stillMs = 2_500;

/**
 * Reads what is being written in the pauses of writing, never on the way of a keystroke, and again
 * when the trained weights have come.
 */
export function useReadings(text: string, role: Role): Readings {
  const paused = useSettled(text, pauseMs);
  const still = useSettled(text, stillMs);
  const isWeighed = useSyncExternalStore(listenToReader, isTrained);
  // biome-ignore-start lint/correctness/useExhaustiveDependencies: the weights change what the words say
  const soon = useMemo(() => readingAt(paused, role), [paused, role, isWeighed]);
  const settled = useMemo(
    () => (soon?.text === still ? soon : readingAt(still, role)), // what was just read is not read twice
    [still, role, isWeighed],
  );
  // biome-ignore-end lint/correctness/useExhaustiveDependencies: see above
  return text.trim() === "" ? nothing : { soon, settled };
}

const nothing: Readings = { soon: null, settled: null };

function readingAt(text: string, role: Role): SettledReading | null {
  return text.trim() === "" ? null : { text, reading: readWith(text, role) };
}
