import { z } from "zod";

/**
 * The life of a report: waiting for a person, taken by one, closed with an outcome.
 * Handing over gives it back to waiting, at another desk. So does danger in a later message
 * (`raise`): whoever took the report may be asleep, so somebody must answer for it anew.
 */
export const ReportStatus = z.enum(["waiting", "taken", "closed"]);
export type ReportStatus = z.infer<typeof ReportStatus>;

export type ReportEvent = "take" | "hand-over" | "raise" | "close" | "reopen";

export type Move =
  | { readonly kind: "moved"; readonly to: ReportStatus }
  | { readonly kind: "illegal"; readonly from: ReportStatus; readonly event: ReportEvent };

const moves: Record<ReportStatus, Partial<Record<ReportEvent, ReportStatus>>> = {
  waiting: { take: "taken", "hand-over": "waiting", raise: "waiting" },
  taken: { "hand-over": "waiting", raise: "waiting", close: "closed" },
  closed: { reopen: "waiting", raise: "waiting" },
};

/** The next status, or that this may not happen now. */
export function advance(from: ReportStatus, event: ReportEvent): Move {
  const to = moves[from][event];
  return to === undefined ? { kind: "illegal", from, event } : { kind: "moved", to };
}

/** How a case can end (law-and-clocks: the yearly set of outcomes). */
export const Outcome = z.enum([
  "safe_now",
  "safety_plan",
  "counselling",
  "family_told",
  "medical_care",
  "school_measures",
  "police_action",
  "passed_on",
  "already_known",
  "not_enough_detail",
  "unfounded_good_faith",
  "knowingly_false",
  "prank",
  "test",
  "duplicate",
]);
export type Outcome = z.infer<typeof Outcome>;
