import { Channel } from "@truong-an/shared/alert";
import { StaffId } from "@truong-an/shared/ids";
import { Level } from "@truong-an/shared/report";
import { asc, eq, inArray } from "drizzle-orm";
import { dutyChannels, reports } from "../db/tables.ts";
import { onDutyAt } from "../duty/find.ts";
import { alertKey, enqueue, urgencyOf } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";

/**
 * Calls everyone on duty at a desk: one job a person, trying that person's channels in turn. For
 * an emergency one job a channel, so that all of them ring at once.
 */
export async function callDesk(world: World, payload: Payload<"call-desk">): Promise<void> {
  const { reportId, deskId, round } = payload;
  await world.db.transaction(async (tx) => {
    const [report] = await tx
      .select({ level: reports.level })
      .from(reports)
      .where(eq(reports.id, reportId));
    const { staffIds } = await onDutyAt(tx, deskId, { at: world.now(), calendar: world.calendar });
    const rows = await tx
      .select({ staffId: dutyChannels.staffId, channel: dutyChannels.channel })
      .from(dutyChannels)
      .where(inArray(dutyChannels.staffId, [...staffIds]))
      .orderBy(asc(dutyChannels.staffId), asc(dutyChannels.position));
    const people = [...new Set(rows.map((row) => row.staffId))];
    for (const person of people) {
      const staffId = StaffId.parse(person);
      const ways = rows.filter((row) => row.staffId === person);
      const channels = ways.map((way) => Channel.parse(way.channel));
      const level = Level.catch("emergency").parse(report?.level);
      const turns = level === "emergency" ? channels.map((one) => [one]) : [channels];
      for (const turn of turns) {
        const call = { reportId, deskId, staffId, round, channels: turn };
        await enqueue(tx, "deliver-alert", call, {
          key: alertKey(call),
          urgency: urgencyOf(level),
        });
      }
    }
    if (people.length === 0) world.log.warn("nobody could be reached", { job: "call-desk" });
  });
}
