import type { Channel, Delivery } from "@truong-an/shared/alert";
import { toTheMinute } from "@truong-an/shared/time";
import { and, eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { alertAttempts, dutyChannels, reports } from "../db/tables.ts";
import { alertKey, enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { channels } from "./channels.ts";

/** No channel answered: the job queue tries again later, with its own growing pause. */
class NobodyAnswered extends Error {
  constructor() {
    super("no channel answered");
    this.name = "NobodyAnswered";
  }
}

/**
 * Calls one person, channel after channel, until one has delivered. Every attempt is recorded
 * with its outcome. Refused by one: the next. Nobody answers: the next too, since time matters,
 * and the silent ones are tried again until they have answered: a letter may lie unread all night.
 * A report that is in someone's hands calls nobody.
 */
export async function deliverAlert(world: World, payload: Payload<"deliver-alert">): Promise<void> {
  if (await isPast(world, payload)) return;
  const silent: Channel[] = [];
  for (const channel of payload.channels) {
    const delivery = await attempt(world, payload, channel);
    await remember(world, payload, channel, delivery);
    if (delivery.kind === "delivered") return callAgain(world, { ...payload, channels: silent });
    if (delivery.kind === "unreachable") silent.push(channel);
  }
  if (silent.length > 0) throw new NobodyAnswered();
  world.log.warn("nobody could be reached", { job: "deliver-alert" });
}

async function callAgain(world: World, payload: Payload<"deliver-alert">): Promise<void> {
  if (payload.channels.length === 0) return;
  await enqueue(world.db, "deliver-alert", payload, { key: alertKey(payload) });
}

/** Whether this call has been overtaken: the report has been taken since and still is, or closed. */
async function isPast(world: World, payload: Payload<"deliver-alert">): Promise<boolean> {
  const [report] = await world.db
    .select({ status: reports.status, takenRound: reports.takenRound })
    .from(reports)
    .where(eq(reports.id, payload.reportId));
  if (report === undefined || report.status === "closed") return true;
  // What comes after the taking calls too, each desk for itself: a message, a higher level.
  return report.takenRound !== null && payload.round < report.takenRound;
}

async function attempt(
  world: World,
  payload: Payload<"deliver-alert">,
  channel: Channel,
): Promise<Delivery> {
  const [way] = await world.db
    .select({ address: dutyChannels.address })
    .from(dutyChannels)
    .where(and(eq(dutyChannels.staffId, payload.staffId), eq(dutyChannels.channel, channel)));
  if (way === undefined) return { kind: "refused", code: "no-address" };
  return channels[channel](world, way.address);
}

async function remember(
  world: World,
  payload: Payload<"deliver-alert">,
  channel: Channel,
  delivery: Delivery,
): Promise<void> {
  const { reportId, deskId, staffId, round } = payload;
  const at = toTheMinute(world.now());
  const outcome = delivery.kind;
  const code = delivery.kind === "delivered" ? "ok" : delivery.code;
  world.metrics.alertAttempts.inc({ channel, outcome });
  await world.db.transaction(async (tx) => {
    await tx
      .insert(alertAttempts)
      .values({ reportId, deskId, staffId, round, channel, outcome, code, attemptedAt: at });
    await record(tx, { kind: "alert-attempted", reportId, deskId, staffId, channel, outcome, at });
  });
}
