import type { DeskRole } from "../staff.ts";

export type DutyAction =
  | "plan" // the weekly turns, and when the summer is
  | "cover"
  | "hand-over" // from now on, for the rest of a turn
  | "be-absent"
  | "withdraw"; // a cover or an absence

/** Whose turn it is about. */
export type Whose = "own" | "other";

/**
 * Who may change a desk's roster; everyone at the desk may see it. A lead arranges everything; a
 * member hands over the own duty, notes the own absence, and takes either back.
 */
const table: Record<DeskRole, Record<Whose, ReadonlySet<DutyAction>>> = {
  lead: {
    own: new Set(["plan", "cover", "hand-over", "be-absent", "withdraw"]),
    other: new Set(["plan", "cover", "be-absent", "withdraw"]),
  },
  member: { own: new Set(["hand-over", "be-absent", "withdraw"]), other: new Set() },
};

export function mayChangeDuty(role: DeskRole, action: DutyAction, whose: Whose): boolean {
  return table[role][whose].has(action);
}
