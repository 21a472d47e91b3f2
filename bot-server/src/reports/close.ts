import type { Close } from "@truong-an/shared/api/staff";
import type { ReportId, StaffId } from "@truong-an/shared/ids";
import { advance, ReportStatus } from "@truong-an/shared/report-status";
import { toTheDay } from "@truong-an/shared/time";
import { eq, type SQLWrapper, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { alertCalls } from "../db/alert-tables.ts";
import type { Tx } from "../db/open.ts";
import { alertAttempts, envelopes, messages, notes, reports } from "../db/tables.ts";
import { cancel, escalationKey } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { lockFor } from "./standing.ts";
import { lastFromReporter, lastNumber } from "./thread.ts";

/**
 * Ends a report that is in someone's hands, with an outcome. Refuses while the owning desk has not
 * seen all that the reporter sent, or whoever closes it has not read it to the end. From now on its times are kept to the day only, but for the
 * audit trail's minutes. The reporter's next message brings it back; what came before it has been
 * judged.
 */
export async function closeReport(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  { outcome, readThrough }: Close,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "close");
    const move = advance(ReportStatus.parse(report.status), "close");
    const isAllRead =
      report.newsRead >= report.news && readThrough >= (await lastFromReporter(tx, reportId));
    refuseUnless(move.kind === "moved" && isAllRead, "not-now");
    const now = world.now();
    await tx
      .update(reports)
      .set({
        status: move.to,
        outcome,
        closedAt: toTheDay(now),
        receivedAt: toTheDay(report.receivedAt),
        callRound: report.callRound + 1,
        nextRungAt: null,
        takenAt: toTheDay(now),
        ladder: [],
        judgedThrough: await lastNumber(tx, reportId),
      })
      .where(eq(reports.id, reportId));
    await blurTimes(tx, reportId);
    await cancel(tx, escalationKey(reportId));
    const { deskId } = seat;
    await record(tx, { kind: "report-closed", reportId, staffId, deskId, outcome, at: now });
  });
}

/** Every other time kept of a report, to the day in Viet Nam. */
async function blurTimes(tx: Tx, reportId: ReportId): Promise<void> {
  const day = (column: SQLWrapper) => sql`date_trunc('day', ${column}, 'Asia/Ho_Chi_Minh')`;
  await tx
    .update(envelopes)
    .set({ toldAt: day(envelopes.toldAt) })
    .where(eq(envelopes.reportId, reportId));
  await tx
    .update(messages)
    .set({ sentAt: day(messages.sentAt) })
    .where(eq(messages.reportId, reportId));
  await tx
    .update(notes)
    .set({ writtenAt: day(notes.writtenAt) })
    .where(eq(notes.reportId, reportId));
  await tx
    .update(alertAttempts)
    .set({ attemptedAt: day(alertAttempts.attemptedAt) })
    .where(eq(alertAttempts.reportId, reportId));
  await tx.delete(alertCalls).where(eq(alertCalls.reportId, reportId)); // nobody need answer them now
}
