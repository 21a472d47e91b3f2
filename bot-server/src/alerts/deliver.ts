import { randomInt } from "node:crypto";
import type { Channel, Delivery } from "@truong-an/shared/alert";
import { chooseChannels, type Skipped } from "@truong-an/shared/alert-choice";
import { mostTurns, pauseBeforeTurn } from "@truong-an/shared/alert-retry";
import { type Instant, instant } from "@truong-an/shared/time";
import { alertKey, enqueue, urgencyOf } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { raiseAlarm } from "./alarm.ts";
import { rememberSkips, rememberTurn, turnsSoFar } from "./attempts.ts";
import {
  type CallOf,
  findCall,
  isDeskUnreached,
  isPast,
  type Known,
  keepReached,
  knownOf,
  openCalls,
} from "./calls.ts";
import { channels } from "./channels.ts";
import { standingFor } from "./standing.ts";
import { deskIsUnreached } from "./unreached.ts";

/**
 * Calls one person by what can work now: the best channel, for an emergency the best two at once.
 * Refused by one: the next takes its place. Nobody answers: the next too, since time matters, and
 * the silent ones are tried again, with growing pauses, until they have answered: a letter may lie
 * unread all night. Every turn is recorded with its outcome, and what was left out with the reason.
 * A report in someone's hands calls nobody, nor does a call that its person has acknowledged.
 */
export async function deliverAlert(world: World, payload: Payload<"deliver-alert">): Promise<void> {
  const { reportId, deskId, staffId, round, turn } = payload;
  const of = { reportId, deskId, staffId, round };
  const report = await knownOf(world.db, reportId);
  if (report === undefined || isPast(report, round)) return;
  const call = await openedCall(world, of, report);
  if (call === undefined || call.isOver) return;

  const plan = await planFor(world, payload, report);
  const ended = await takeTurns(world, { of, code: call.code, plan });
  const hasRung = plan.rungBefore + ended.delivered > 0;
  const isCertain = hasRung || ended.silent.length === 0 || turn > 0;
  const isReached = isCertain ? await keepReached(world.db, of, hasRung) : false;
  if (ended.isOver) return;
  if (isCertain && !isReached) await askWhetherUnreached(world, payload, report);
  if (ended.silent.length > 0) return again(world, payload, { report, isReached }, ended.silent);
  if (!isReached) return nobodyReached(world, payload, report, plan);
}

/** An older release may have queued the delivery without the call. */
async function openedCall(world: World, of: CallOf, report: Known) {
  const found = await findCall(world.db, of);
  if (found !== undefined) return found;
  await world.db.transaction((tx) => openCalls(tx, [of], report, world.now()));
  return findCall(world.db, of);
}

type Plan = {
  readonly channels: readonly Channel[];
  readonly addresses: ReadonlyMap<Channel, string>;
  readonly atOnce: number;
  readonly rungBefore: number; // channels that delivered in this very turn, before a crash
  readonly skipped: readonly Skipped[];
};

/** What to try now: what can work, or on a later turn those that were silent before. */
async function planFor(
  world: World,
  payload: Payload<"deliver-alert">,
  report: Known,
): Promise<Plan> {
  const { ways, addresses, standings } = await standingFor(world, payload.staffId);
  const atOnce = report.level === "emergency" ? 2 : 1;
  if (payload.channels !== undefined) {
    return { channels: payload.channels, addresses, atOnce, rungBefore: 0, skipped: [] };
  }
  const choice = chooseChannels(ways, report.level, standings, world.now());
  await rememberSkips(world, payload, choice.skipped);
  if (choice.isBlind) await raiseAlarm(world.db, "people", world.now());
  // Run again after a crash, it does not ring where it has rung or was refused.
  const before = await turnsSoFar(world.db, payload);
  const fresh = choice.channels.filter((channel) => !before.answered.has(channel));
  return {
    channels: fresh,
    addresses,
    atOnce: Math.max(0, atOnce - before.delivered),
    rungBefore: before.delivered,
    skipped: choice.skipped,
  };
}

type Silent = { readonly channel: Channel; readonly askedMs: number };

type Ended = {
  readonly delivered: number;
  readonly silent: readonly Silent[];
  readonly isOver: boolean; // taken or acknowledged in between
};

/** So many channels at a time, each place taken by the next one until it has delivered. */
async function takeTurns(
  world: World,
  { of, code, plan }: { readonly of: CallOf; readonly code: string; readonly plan: Plan },
): Promise<Ended> {
  const left = [...plan.channels];
  const silent: Silent[] = [];
  let delivered = 0;
  let isOver = false;
  const place = async (): Promise<void> => {
    for (let channel = left.shift(); channel !== undefined; channel = left.shift()) {
      isOver ||= await isOverNow(world, of);
      if (isOver) return;
      const delivery = await attempt(world, channel, plan.addresses.get(channel), code);
      await rememberTurn(world, of, channel, delivery);
      if (delivery.kind === "delivered") {
        delivered += 1;
        return;
      }
      if (delivery.kind === "unreachable") {
        silent.push({ channel, askedMs: delivery.retryAfterMs ?? 0 });
      }
    }
  };
  await Promise.all(Array.from({ length: plan.atOnce }, place));
  return { delivered, silent, isOver };
}

async function isOverNow(world: World, of: CallOf): Promise<boolean> {
  if (isPast(await knownOf(world.db, of.reportId), of.round)) return true;
  return (await findCall(world.db, of))?.isOver ?? true;
}

async function attempt(
  world: World,
  channel: Channel,
  address: string | undefined,
  code: string,
): Promise<Delivery> {
  if (address === undefined) return { kind: "refused", code: "no-address", scope: "person" };
  return channels[channel](world, { address, code });
}

/** The silent ones get another turn, not before they have asked for one. */
async function again(
  world: World,
  payload: Payload<"deliver-alert">,
  { report, isReached }: { readonly report: Known; readonly isReached: boolean },
  silent: readonly Silent[],
): Promise<void> {
  const turn = payload.turn + 1;
  if (turn > mostTurns) {
    if (!isReached) await raiseAlarm(world.db, "people", world.now());
    return;
  }
  const chance = randomInt(1_000) / 1_000;
  const asked = Math.max(...silent.map(({ askedMs }) => askedMs));
  const at = instant(world.now() + pauseBeforeTurn(turn, report.level, chance, asked));
  const later = { ...payload, channels: silent.map(({ channel }) => channel), turn };
  await queueTurn(world, later, report, at);
}

/** Every channel has said no. What sleeps till morning is tried then, unless the report is taken first. */
async function nobodyReached(
  world: World,
  payload: Payload<"deliver-alert">,
  report: Known,
  { skipped }: Plan,
): Promise<void> {
  world.log.warn("nobody could be reached", { job: "deliver-alert" });
  await raiseAlarm(world.db, "people", world.now());
  const later = skipped.flatMap(({ channel, until }) =>
    until === null ? [] : [{ channel, until }],
  );
  if (later.length === 0) return;
  const at = instant(Math.min(...later.map(({ until }) => until)));
  const turn = payload.turn + 1;
  await queueTurn(
    world,
    { ...payload, channels: later.map((one) => one.channel), turn },
    report,
    at,
  );
}

async function askWhetherUnreached(
  world: World,
  { reportId, deskId, round }: Payload<"deliver-alert">,
  report: Known,
): Promise<void> {
  if (!(await isDeskUnreached(world.db, { reportId, deskId, round }))) return;
  await deskIsUnreached(world.db, { reportId, deskId }, report.level, world.now());
}

function queueTurn(
  world: World,
  payload: Payload<"deliver-alert">,
  report: Known,
  at: Instant,
): Promise<void> {
  const urgency = urgencyOf(report.level);
  return enqueue(world.db, "deliver-alert", payload, { key: alertKey(payload), at, urgency });
}
