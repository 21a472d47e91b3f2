import type { QueueRow } from "@truong-an/shared/api/staff";
import type { CorrectionReason } from "@truong-an/shared/correction";
import { correctionReasonLabels, reasonLabels } from "@truong-an/shared/text/vi";
import { levelOfReason } from "@truong-an/shared/triage/news";
import type { ReasonCode } from "@truong-an/shared/triage/rules";
import { urgencyRank } from "@truong-an/shared/triage/triage";
import { text } from "./text/vi.ts";

type Row = Pick<QueueRow, "level" | "reasons" | "correctedFor">;

/** The reasons that say why, and the rest, which only those who look for it need to see. */
export type Reasons = {
  readonly shown: readonly ReasonCode[];
  readonly above: readonly ReasonCode[]; // what staff have weighed, and found less urgent
  readonly lesser: readonly ReasonCode[];
};

/**
 * Reasons worth the report's level or the next one are shown, in their order: they come the most
 * serious first. Where staff have set the level, what the rules thought more urgent is set apart.
 */
export function reasonsOf({ level, reasons, correctedFor }: Row): Reasons {
  const rank = (reason: ReasonCode) => urgencyRank(levelOfReason(reason)) - urgencyRank(level);
  const isAbove = (reason: ReasonCode) => correctedFor !== null && rank(reason) < 0;
  return {
    shown: reasons.filter((reason) => !isAbove(reason) && rank(reason) <= 1),
    above: reasons.filter(isAbove),
    lesser: reasons.filter((reason) => rank(reason) > 1),
  };
}

/** The first reason alone, for a line of the queue; no words when there is none. */
export function firstReason(row: Row): string {
  if (row.correctedFor !== null) return correctedWords(row.correctedFor);
  const [first] = reasonsOf(row).shown;
  return first === undefined ? "" : reasonLabels[first];
}

/** That a desk, named where it is known, has set the level, and why. */
export function correctedWords(reason: CorrectionReason, desk: string | null = null): string {
  return text.report.corrected(correctionReasonLabels[reason], desk);
}

/** Reasons as words behind a colon; none where they would only say the level again. */
export function inWords(reasons: readonly ReasonCode[]): string {
  return reasons
    .filter((reason) => !levelOnly.has(reason))
    .map((reason) => reasonLabels[reason])
    .join("; ");
}

const levelOnly: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "words-reads-as-emergency",
  "words-reads-as-high",
]);
