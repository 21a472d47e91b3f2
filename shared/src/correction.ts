import { z } from "zod";
import { Level } from "./report.ts";
import { urgencyRank } from "./triage/triage.ts";

/** Why staff give a report another level than it has. A closed list: no place for words. */
export const CorrectionReason = z.enum([
  "danger_is_nearer",
  "more_at_risk",
  "danger_is_over",
  "not_meant",
  "handled_elsewhere",
  "told_more",
  "checked_with_people",
  "other_knowledge",
  "wrong_matter",
]);
export type CorrectionReason = z.infer<typeof CorrectionReason>;

export const Correction = z.strictObject({ from: Level, to: Level, reason: CorrectionReason });
export type Correction = Readonly<z.infer<typeof Correction>>;

export type Direction = "raise" | "lower";

const eitherWay: readonly CorrectionReason[] = [
  "told_more",
  "checked_with_people",
  "other_knowledge",
  "wrong_matter",
];

/** Which reasons fit which way: nobody lowers a level because danger is nearer. */
export const correctionReasons: Record<Direction, readonly CorrectionReason[]> = {
  raise: ["danger_is_nearer", "more_at_risk", ...eitherWay],
  lower: ["danger_is_over", "not_meant", "handled_elsewhere", ...eitherWay],
};

/** Whether a change of level raises or lowers; null when nothing changes. */
export function directionOf(from: Level, to: Level): Direction | null {
  const step = urgencyRank(to) - urgencyRank(from);
  if (step === 0) return null;
  return step < 0 ? "raise" : "lower";
}
