import { Channel, TurnOutcome } from "@truong-an/shared/alert";
import { skipOf, windowOf } from "@truong-an/shared/alert-choice";
import type {
  ChannelAddress,
  ChannelOrder,
  MyChannel,
  MyChannels,
  Usable,
} from "@truong-an/shared/api/staff-alerts";
import type { StaffId } from "@truong-an/shared/ids";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { and, asc, eq, gt, max } from "drizzle-orm";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { channelTests } from "../db/alert-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { dutyChannels } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { zaloPhone } from "../zalo/phone-number.ts";
import { type PersonStanding, standingFor } from "./standing.ts";

/** How this member is called, and what each channel can do for them now. */
export async function myChannels(world: World, staffId: StaffId): Promise<MyChannels> {
  const now = world.now();
  const standing = await standingFor(world, staffId);
  const trials = await world.db
    .select()
    .from(channelTests)
    .where(eq(channelTests.staffId, staffId));
  const { ZALO_OA_ID: oaId } = world.config;
  return {
    now,
    channels: Channel.options.map((channel): MyChannel => {
      const address = standing.addresses.get(channel);
      const trial = trials.find((one) => one.channel === channel);
      return {
        channel,
        address: channel === "zns" || channel === "email" ? (address ?? null) : null,
        isLinked: address !== undefined,
        usable: usableNow(channel, standing, now),
        trial:
          trial === undefined
            ? null
            : {
                askedAt: trial.askedAt,
                outcome: TurnOutcome.nullable().parse(trial.outcome),
                code: trial.code,
              },
      };
    }),
    usual: inOrder(standing, false),
    urgent: inOrder(standing, true),
    oaLink: oaId === undefined ? null : `https://zalo.me/${oaId}`,
  };
}

const closingMinutes = 2 * 24 * 60; // a warning two days before the window closes

function usableNow(
  channel: Channel,
  { addresses, standings }: PersonStanding,
  now: Instant,
): Usable {
  const skip = skipOf({ channel, hasAddress: addresses.has(channel) }, standings, now);
  if (skip !== undefined) return { kind: "skipped", why: skip.why, until: skip.until };
  const { lastInteractionAt } = standings["oa-message"];
  if (channel === "oa-message" && lastInteractionAt !== null) {
    const { opensUntil } = windowOf(lastInteractionAt);
    if (opensUntil < addMinutes(now, closingMinutes)) return { kind: "closing", at: opensUntil };
  }
  return { kind: "works" };
}

function inOrder({ ways }: PersonStanding, isUrgent: boolean): Channel[] {
  const place = (way: PersonStanding["ways"][number]) =>
    isUrgent ? (way.urgentPosition ?? way.position) : way.position;
  return [...ways].sort((one, other) => place(one) - place(other)).map(({ channel }) => channel);
}

/** Gives a channel its address, or takes it away. Somebody on duty keeps at least one channel. */
export async function setAddress(
  world: World,
  staffId: StaffId,
  { channel, address }: ChannelAddress,
): Promise<void> {
  const known = address === null ? null : addressOf(channel, address);
  refuseUnless(known !== undefined, "bad-address");
  await world.db.transaction(async (tx) => {
    const ways = await waysOf(tx, staffId);
    if (known === null) await dropChannel(tx, staffId, channel, ways);
    else await putAddress(tx, staffId, channel, known);
    await record(tx, { kind: "duty-channels-changed", staffId, channel, at: world.now() });
  });
}

/** As the channel needs it; undefined when it is none. */
function addressOf(channel: "zns" | "email", written: string): string | undefined {
  return channel === "zns" ? zaloPhone(written) : Email.safeParse(written.trim()).data;
}

const Email = z.email().max(200);

async function dropChannel(
  tx: Tx,
  staffId: StaffId,
  channel: Channel,
  ways: readonly Way[],
): Promise<void> {
  refuseUnless(
    ways.some((way) => way.channel !== channel),
    "not-now",
  );
  await tx
    .delete(dutyChannels)
    .where(and(eq(dutyChannels.staffId, staffId), eq(dutyChannels.channel, channel)));
}

async function putAddress(tx: Tx, staffId: StaffId, channel: Channel, address: string) {
  const [last] = await tx
    .select({ position: max(dutyChannels.position), urgent: max(dutyChannels.urgentPosition) })
    .from(dutyChannels)
    .where(eq(dutyChannels.staffId, staffId));
  const position = (last?.position ?? 0) + 1;
  const urgentPosition = Math.max(position, (last?.urgent ?? 0) + 1);
  await tx
    .insert(dutyChannels)
    .values({ staffId, channel, address, position, urgentPosition })
    .onConflictDoUpdate({
      target: [dutyChannels.staffId, dutyChannels.channel],
      set: { address },
    });
}

type Way = { readonly channel: string; readonly address: string };

function waysOf(db: Queryable, staffId: StaffId): Promise<Way[]> {
  return db
    .select({ channel: dutyChannels.channel, address: dutyChannels.address })
    .from(dutyChannels)
    .where(eq(dutyChannels.staffId, staffId));
}

/** One of the two orders, anew. It names exactly the channels that the member has. */
export async function setOrder(
  world: World,
  staffId: StaffId,
  { urgent, channels }: ChannelOrder,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(dutyChannels)
      .where(eq(dutyChannels.staffId, staffId))
      .orderBy(asc(dutyChannels.position))
      .for("update");
    const has = new Set(rows.map((row) => row.channel));
    const isWhole = channels.length === has.size && new Set(channels).size === has.size;
    refuseUnless(isWhole && channels.every((channel) => has.has(channel)), "not-now");
    const place = new Map<string, number>(channels.map((channel, index) => [channel, index + 1]));
    await tx.delete(dutyChannels).where(eq(dutyChannels.staffId, staffId));
    await tx.insert(dutyChannels).values(
      rows.map((row) => {
        const wanted = place.get(row.channel) ?? row.position;
        const { position, urgentPosition } = row;
        return urgent
          ? { ...row, urgentPosition: wanted }
          : { ...row, position: wanted, urgentPosition: urgentPosition ?? position };
      }),
    );
    const channel = channels[0] ?? "email";
    await record(tx, { kind: "duty-channels-changed", staffId, channel, at: world.now() });
  });
}

const trialPauseMinutes = 0.25;

/** Sends a test alert through one channel, from a job; refuses another one too soon after it. */
export async function askForTrial(world: World, staffId: StaffId, channel: Channel): Promise<void> {
  const now = world.now();
  await world.db.transaction(async (tx) => {
    const ways = await waysOf(tx, staffId);
    refuseUnless(
      ways.some((way) => way.channel === channel),
      "not-found",
    );
    const isOf = and(eq(channelTests.staffId, staffId), eq(channelTests.channel, channel));
    const [recent] = await tx
      .select({ askedAt: channelTests.askedAt })
      .from(channelTests)
      .where(and(isOf, gt(channelTests.askedAt, addMinutes(now, -trialPauseMinutes))));
    refuseUnless(recent === undefined, "too-many-requests");
    const fresh = { askedAt: now, outcome: null, code: null };
    await tx
      .insert(channelTests)
      .values({ staffId, channel, ...fresh })
      .onConflictDoUpdate({ target: [channelTests.staffId, channelTests.channel], set: fresh });
    await enqueue(tx, "try-channel", { staffId, channel }, { urgency: "high" });
  });
}
