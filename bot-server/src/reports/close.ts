import type { ReportId, StaffId } from "@truong-an/shared/ids";
import { advance, type Outcome, ReportStatus } from "@truong-an/shared/report-status";
import { toTheDay } from "@truong-an/shared/time";
import { eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { reports } from "../db/tables.ts";
import { cancel, escalationKey } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { lockFor } from "./standing.ts";

/**
 * Ends a report that is in someone's hands, with an outcome. From now on its times are kept to the
 * day only. The reporter's next message brings it back.
 */
export async function closeReport(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  outcome: Outcome,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "close");
    const move = advance(ReportStatus.parse(report.status), "close");
    refuseUnless(move.kind === "moved", "not-now");
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
      })
      .where(eq(reports.id, reportId));
    await cancel(tx, escalationKey(reportId));
    const { deskId } = seat;
    await record(tx, { kind: "report-closed", reportId, staffId, deskId, outcome, at: now });
  });
}
