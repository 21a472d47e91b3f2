import { z } from "zod";

/** What someone does at a desk. */
export const DeskRole = z.enum(["member", "lead"]);
export type DeskRole = z.infer<typeof DeskRole>;

export type StaffAction =
  | "read"
  | "take"
  | "note"
  | "reply"
  | "raise"
  | "lower"
  | "hand-over"
  | "close";

/** How a desk stands to a report: it owns it, has been told of it, or neither. */
export type Standing = "owner" | "told" | "stranger";

const everything: readonly StaffAction[] = [
  "read",
  "take",
  "note",
  "reply",
  "raise",
  "lower",
  "hand-over",
  "close",
];

/**
 * The only permission table. Everyone at a desk that was told may read, take, write and raise the
 * level; only the desk that owns the report lowers it, hands it over or closes it. What else lowering
 * and closing need, such as having taken the report, depends on its state. A stranger may do
 * nothing, and is not even told that the report exists.
 */
const table: Record<Standing, Record<DeskRole, ReadonlySet<StaffAction>>> = {
  owner: {
    member: new Set(everything),
    lead: new Set(everything),
  },
  told: {
    member: new Set(["read", "take", "note", "reply", "raise"]),
    lead: new Set(["read", "take", "note", "reply", "raise"]),
  },
  stranger: { member: new Set(), lead: new Set() },
};

export function may(role: DeskRole, action: StaffAction, standing: Standing): boolean {
  return table[standing][role].has(action);
}
