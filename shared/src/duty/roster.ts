import { z } from "zod";
import { StaffId } from "../ids.ts";
import { Instant } from "../time.ts";

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/);

/** Minutes since midnight in Viet Nam. */
const MinuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60);

/** 1 is Monday, 7 is Sunday. */
const Weekday = z.int().min(1).max(7);

/** Which of its weekdays a turn falls on: all of them, or only those on which the school is open. */
export const DutyDays = z.enum(["every-day", "school-days"]);
export type DutyDays = z.infer<typeof DutyDays>;

/** One person's turn, week after week. One that ends at or before its beginning ends the next day. */
export const Pattern = z.strictObject({
  staffId: StaffId,
  weekdays: z.array(Weekday).min(1).max(7),
  from: MinuteOfDay.max(24 * 60 - 1),
  to: MinuteOfDay,
  days: DutyDays,
});
export type Pattern = Readonly<z.infer<typeof Pattern>>;

/** The school's long holiday, the same dates each year, both included. */
export const Summer = z.strictObject({ from: monthDay, to: monthDay });
export type Summer = Readonly<z.infer<typeof Summer>>;

/** Who is on duty when nobody has a turn: everyone at the desk, or nobody, and that is a gap. */
const Otherwise = z.enum(["everyone", "nobody"]);
export type Otherwise = z.infer<typeof Otherwise>;

export const mostPatterns = 60;

export const Plan = z.strictObject({
  patterns: z.array(Pattern).max(mostPatterns),
  otherwise: Otherwise,
  summer: Summer,
});
export type Plan = Readonly<Omit<z.infer<typeof Plan>, "patterns">> & {
  readonly patterns: readonly Pattern[];
};

/** What a desk begins with: no turns, so everyone is on duty all the time. */
export const noPlan: Plan = {
  patterns: [],
  otherwise: "everyone",
  summer: { from: "06-01", to: "08-31" },
};

const CoverId = z.uuid().brand<"CoverId">();

/** Somebody takes over another's turns for a while, or is on duty besides everyone else. */
export const Cover = z.strictObject({
  id: CoverId,
  staffId: StaffId,
  insteadOf: StaffId.nullable(), // null: besides
  from: Instant,
  to: Instant,
});
export type Cover = Readonly<z.infer<typeof Cover>>;

const AbsenceId = z.uuid().brand<"AbsenceId">();

/** Somebody is away. Nobody is asked why: it may be an illness. */
export const Absence = z.strictObject({
  id: AbsenceId,
  staffId: StaffId,
  from: Instant,
  to: Instant,
});
export type Absence = Readonly<z.infer<typeof Absence>>;

/** All that says who is on duty at a desk. Total: a desk without any plan has `noPlan`. */
export type Roster = Plan & {
  readonly members: readonly StaffId[]; // everyone who may be called
  readonly covers: readonly Cover[]; // in the order in which they were written: the later prevails
  readonly absences: readonly Absence[];
};
