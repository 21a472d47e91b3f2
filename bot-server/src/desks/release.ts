import { DeskId, type ReportId } from "@truong-an/shared/ids";
import { Level } from "@truong-an/shared/report";
import type { Instant } from "@truong-an/shared/time";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { envelopes, reports } from "../db/tables.ts";
import { enqueue, type Urgency, urgencyOf } from "../jobs/enqueue.ts";

export type Telling = {
  readonly reportId: ReportId;
  readonly desks: readonly DeskId[];
  readonly rung: number;
  readonly round: number;
  readonly now: Instant;
};

/**
 * Tells desks of a report: from now on each is handed its envelope, and everyone on duty there is
 * called. Telling a desk again only calls it again.
 */
export async function tellDesks(tx: Tx, telling: Telling): Promise<void> {
  const { reportId, rung, round, now } = telling;
  const newlyTold = await tx
    .update(envelopes)
    .set({ toldAt: now })
    .where(
      and(
        eq(envelopes.reportId, reportId),
        inArray(envelopes.deskId, [...telling.desks]),
        isNull(envelopes.toldAt),
      ),
    )
    .returning({ deskId: envelopes.deskId });
  const urgency = await urgencyOfReport(tx, reportId);
  const fresh = new Set(newlyTold.map((row) => row.deskId));
  for (const deskId of telling.desks) {
    if (fresh.has(deskId)) await record(tx, { kind: "desk-told", reportId, deskId, rung, at: now });
    await enqueue(tx, "call-desk", { reportId, deskId, round }, { urgency });
  }
}

async function urgencyOfReport(tx: Tx, reportId: ReportId): Promise<Urgency> {
  const [report] = await tx
    .select({ level: reports.level })
    .from(reports)
    .where(eq(reports.id, reportId));
  return report === undefined ? "usual" : urgencyOf(Level.parse(report.level));
}

/** The desks that hold an envelope, and those of them that have been told so far. */
export async function holders(db: Queryable, reportId: string) {
  const rows = await db
    .select({ deskId: envelopes.deskId, toldAt: envelopes.toldAt })
    .from(envelopes)
    .where(eq(envelopes.reportId, reportId));
  const all = rows.map((row) => DeskId.parse(row.deskId));
  const told = all.filter((_desk, index) => rows[index]?.toldAt !== null);
  return { all, told };
}
