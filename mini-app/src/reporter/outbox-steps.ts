import type { DesksChanged, ReportAccepted } from "@truong-an/shared/api/reporter";
import type { Answer } from "./api.ts";

/** How the tries have gone since the parcel was last touched by a person. */
export type Tries = {
  readonly failures: number; // in a row, without an answer we could act on
  readonly seals: number; // seals made anew because the desks had changed
  readonly puzzles: number; // puzzles asked for
};

export const noTries: Tries = { failures: 0, seals: 0, puzzles: 0 };

export type Step =
  | { readonly kind: "arrived"; readonly accepted: ReportAccepted }
  | { readonly kind: "solve-puzzle" }
  | { readonly kind: "seal-again"; readonly changed: DesksChanged }
  | { readonly kind: "wait"; readonly reason: "network" | "server" }
  | { readonly kind: "stop"; readonly message: string };

const mostSealsInARow = 3;
const mostPuzzlesInARow = 2;

/**
 * What to do after an answer to the report itself. A report is never dropped: it arrives, or it is
 * tried again, or it waits for a person with the server's own words.
 */
export function stepAfter(answer: Answer<ReportAccepted>, tries: Tries): Step {
  if (answer.kind === "ok") return { kind: "arrived", accepted: answer.value };
  if (answer.kind === "unreachable") return { kind: "wait", reason: "network" };
  switch (answer.code) {
    case "puzzle-needed":
      return tries.puzzles < mostPuzzlesInARow
        ? { kind: "solve-puzzle" }
        : { kind: "wait", reason: "server" };
    case "desks-changed":
      return answer.desksChanged !== null && tries.seals < mostSealsInARow
        ? { kind: "seal-again", changed: answer.desksChanged }
        : { kind: "wait", reason: "server" };
    case "too-many-requests":
    case "unavailable":
    case "internal":
      return { kind: "wait", reason: "server" };
    default:
      return { kind: "stop", message: answer.message };
  }
}

export type PhotoStep = "sent" | "drop" | "wait";

/** What to do after an answer to one photo. Damage on the way is mended by sending it again. */
export function photoStepAfter(answer: Answer<null>): PhotoStep {
  if (answer.kind === "ok") return "sent";
  if (answer.kind === "unreachable") return "wait";
  return answer.code === "photo-not-expected" || answer.code === "too-large" ? "drop" : "wait";
}

const waitsMs = [2_000, 5_000, 15_000, 30_000, 60_000] as const;
const longestWaitMs = 120_000;
const longestUrgentWaitMs = 15_000;

/** How long to wait before the next try. Someone in danger is tried again at least every 15 seconds. */
export function waitMs(failures: number, isUrgent: boolean): number {
  const wait = waitsMs[failures - 1] ?? longestWaitMs;
  return isUrgent ? Math.min(wait, longestUrgentWaitMs) : wait;
}
