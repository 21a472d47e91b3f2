import { z } from "zod";

/** What someone does at a desk. */
export const DeskRole = z.enum(["member", "lead"]);
export type DeskRole = z.infer<typeof DeskRole>;

export type StaffAction = "read" | "take" | "note" | "reply" | "hand-over" | "close";

/** How a desk stands to a report: it owns it, has been told of it, or neither. */
export type Standing = "owner" | "told" | "stranger";

/**
 * The only permission table. Everyone at a desk that was told may read, take and write; only the
 * desk that owns the report hands it over or closes it. A stranger may do nothing, and is not
 * even told that the report exists.
 */
const table: Record<Standing, Record<DeskRole, ReadonlySet<StaffAction>>> = {
  owner: {
    member: new Set(["read", "take", "note", "reply", "hand-over", "close"]),
    lead: new Set(["read", "take", "note", "reply", "hand-over", "close"]),
  },
  told: {
    member: new Set(["read", "take", "note", "reply"]),
    lead: new Set(["read", "take", "note", "reply"]),
  },
  stranger: { member: new Set(), lead: new Set() },
};

export function may(role: DeskRole, action: StaffAction, standing: Standing): boolean {
  return table[standing][role].has(action);
}
