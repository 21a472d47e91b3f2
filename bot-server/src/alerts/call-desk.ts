import { onDutyAt } from "../duty/find.ts";
import { alertKey, enqueue, urgencyOf } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { raiseAlarm } from "./alarm.ts";
import { knownOf, openCalls, whoHasHeard } from "./calls.ts";
import { deskIsUnreached } from "./unreached.ts";

/**
 * Calls everyone on duty at a desk: one job a person. Whoever has acknowledged this report lately
 * and would hear nothing new is left in peace; the clock goes on all the same.
 */
export async function callDesk(world: World, payload: Payload<"call-desk">): Promise<void> {
  const { reportId, deskId, round } = payload;
  const now = world.now();
  await world.db.transaction(async (tx) => {
    const report = await knownOf(tx, reportId);
    if (report === undefined) return;
    const when = { at: now, calendar: world.calendar };
    const { staffIds: onDuty } = await onDutyAt(tx, deskId, when);
    const quietMinutes = world.config.ACKNOWLEDGED_MINUTES;
    const heard = await whoHasHeard(tx, reportId, report, now, quietMinutes);
    const calls = onDuty
      .filter((staffId) => !heard.has(staffId))
      .map((staffId) => ({ reportId, deskId, staffId, round }));
    await openCalls(tx, calls, report, now);
    for (const call of calls) {
      const first = { ...call, turn: 0 };
      const urgency = urgencyOf(report.level);
      await enqueue(tx, "deliver-alert", first, { key: alertKey(first), urgency });
    }
    if (onDuty.length > 0) return;
    world.log.warn("nobody could be reached", { job: "call-desk" });
    await raiseAlarm(tx, "people", now);
    await deskIsUnreached(tx, { reportId, deskId }, report.level, now);
  });
}
