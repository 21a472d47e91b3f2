import { z } from "zod";
import { Absence, Cover, Plan } from "../duty/roster.ts";
import { DeskId, StaffId } from "../ids.ts";
import { Instant } from "../time.ts";

/** GET /api/staff/desks/:deskId/duty : all that the page shows; who is on duty when follows from it. */
export const DeskParams = z.strictObject({ deskId: DeskId });
export const DutySheet = z.strictObject({
  now: Instant,
  members: z.array(z.strictObject({ id: StaffId, name: z.string() })),
  planNumber: z.int(),
  plan: Plan,
  covers: z.array(Cover), // in the order in which they were written; none that is over
  absences: z.array(Absence),
  holidays: z.array(z.string()), // `YYYY-MM-DD`, from today on
  /** Desks that this one answers for and that have a gap: when the first begins, soonest first. */
  below: z.array(z.strictObject({ deskId: DeskId, deskName: z.string(), from: Instant })),
});
export type DutySheet = z.infer<typeof DutySheet>;

/** POST …/duty/plan : 204; 409 `not-now` when somebody has changed it since this person saw it. */
export const SavePlan = z.strictObject({ plan: Plan, seen: z.int().min(0) });

/**
 * POST …/duty/covers, …/duty/absences : 204. The id is made in the browser: sent twice, it is one.
 * What lies before now counts from now.
 */
export const WriteCover = Cover;
export const WriteAbsence = Absence;

/** POST …/duty/covers/:id/withdraw, …/duty/absences/:id/withdraw : 204. What has begun ends now. */
export const DatedParams = z.strictObject({ deskId: DeskId, id: z.uuid() });

/** POST …/duty/hand-over : my duty to a colleague, from now until then; null: the end of my shift. */
export const HandOverDuty = z.strictObject({
  id: Cover.shape.id, // of the cover that comes of it
  toStaffId: StaffId,
  until: Instant.nullable(),
});
