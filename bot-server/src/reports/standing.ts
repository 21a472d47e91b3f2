import { DeskId, type StaffId } from "@truong-an/shared/ids";
import { DeskRole, may, type StaffAction, type Standing } from "@truong-an/shared/staff";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Queryable, Tx } from "../db/open.ts";
import { deskMembers, envelopes, reports } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";

export type ReportRow = typeof reports.$inferSelect;

export type Seat = {
  readonly staffId: StaffId;
  readonly deskId: DeskId; // the desk through which this person sees the report
  readonly role: DeskRole;
  readonly standing: Standing;
};

/**
 * Where this person sits towards a report: at the desk that owns it, else at one that has been
 * told. Someone at neither gets `not-found`, the same as for a report that does not exist.
 */
export async function seatAt(
  db: Queryable,
  staffId: StaffId,
  report: Pick<ReportRow, "id" | "ownerDeskId">,
  action: StaffAction,
): Promise<Seat> {
  const rows = await db
    .select({ deskId: deskMembers.deskId, role: deskMembers.role })
    .from(deskMembers)
    .innerJoin(envelopes, eq(envelopes.deskId, deskMembers.deskId))
    .where(
      and(
        eq(deskMembers.staffId, staffId),
        eq(envelopes.reportId, report.id),
        isNotNull(envelopes.toldAt),
      ),
    );
  const row = rows.find(({ deskId }) => deskId === report.ownerDeskId) ?? rows[0];
  if (row === undefined) throw new Refusal("not-found");
  const role = DeskRole.parse(row.role);
  const standing: Standing = row.deskId === report.ownerDeskId ? "owner" : "told";
  if (!may(role, action, standing)) throw new Refusal("not-now");
  return { staffId, deskId: DeskId.parse(row.deskId), role, standing };
}

/** The report, locked for this transaction, and where this person sits towards it. */
export async function lockFor(tx: Tx, staffId: StaffId, reportId: string, action: StaffAction) {
  const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for("update");
  if (report === undefined) throw new Refusal("not-found");
  return { report, seat: await seatAt(tx, staffId, report, action) };
}
