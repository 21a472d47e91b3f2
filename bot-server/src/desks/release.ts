import { DeskId, type ReportId } from "@truong-an/shared/ids";
import type { Instant } from "@truong-an/shared/time";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { envelopes } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";

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
  const fresh = new Set(newlyTold.map((row) => row.deskId));
  for (const deskId of telling.desks) {
    if (fresh.has(deskId)) await record(tx, { kind: "desk-told", reportId, deskId, rung, at: now });
    await enqueue(tx, "call-desk", { reportId, deskId, round });
  }
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
