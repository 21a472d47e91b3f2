import type { DeskId, ReportId } from "@truong-an/shared/ids";
import type { Level } from "@truong-an/shared/report";
import type { Queryable } from "../db/open.ts";
import { enqueue, urgencyOf } from "../jobs/enqueue.ts";

/**
 * Nobody at this desk can be reached, and everybody's silence is certain: where minutes count, the
 * next rung does not wait for the clock.
 */
export async function deskIsUnreached(
  db: Queryable,
  desk: { readonly reportId: ReportId; readonly deskId: DeskId },
  level: Level,
): Promise<void> {
  if (level !== "emergency" && level !== "high") return;
  const key = `unreached:${desk.reportId}:${desk.deskId}`;
  await enqueue(db, "climb-past", desk, { key, urgency: urgencyOf(level) });
}
