import type { DeskId, ReportId } from "@truong-an/shared/ids";
import type { Level } from "@truong-an/shared/report";
import type { Instant } from "@truong-an/shared/time";
import type { Queryable } from "../db/open.ts";
import { enqueue, urgencyOf } from "../jobs/enqueue.ts";
import { raiseAlarm } from "./alarm.ts";

/**
 * Nobody at this desk can be reached, and everybody's silence is certain: where minutes count, the
 * next rung does not wait for the clock, and the operator hears of it.
 */
export async function deskIsUnreached(
  db: Queryable,
  desk: { readonly reportId: ReportId; readonly deskId: DeskId },
  level: Level,
  now: Instant,
): Promise<void> {
  if (level !== "emergency" && level !== "high") return;
  await raiseAlarm(db, "people", now);
  const key = `unreached:${desk.reportId}:${desk.deskId}`;
  await enqueue(db, "climb-past", desk, { key, urgency: urgencyOf(level) });
}
