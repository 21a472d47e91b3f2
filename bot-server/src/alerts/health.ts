import { Channel, type Delivery } from "@truong-an/shared/alert";
import { addMinutes, type Instant, instant } from "@truong-an/shared/time";
import { and, countDistinct, eq, gt, isNull, sql } from "drizzle-orm";
import { channelFailures, channelHealth } from "../db/alert-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import type { World } from "../world.ts";
import { clearAlarm, raiseAlarm } from "./alarm.ts";

type Outcome = {
  readonly channel: Channel;
  readonly staffId: string;
  readonly delivery: Delivery;
};

const togetherMinutes = 15;
const fewest = 2;
const freshMs = 30_000; // how exactly the last delivery is known: not every one writes

/**
 * Learns from one outcome. A channel fails for everyone when Zalo says so by its code, or when it
 * has failed two people within a quarter of an hour and delivered to nobody since. What is wrong
 * with one person or one message says nothing of the channel. One alarm when it begins, one notice
 * when it works again.
 */
export async function noteOutcome(world: World, outcome: Outcome): Promise<void> {
  const { channel, delivery } = outcome;
  const now = world.now();
  if (delivery.kind === "delivered") return works(world.db, channel, now);
  if (delivery.kind === "refused" && delivery.scope !== "everyone") return;
  const isForEveryone = delivery.kind === "refused";
  await world.db.transaction(async (tx) => {
    const row = { channel, lastTriedAt: now, lastCode: delivery.code };
    await tx
      .insert(channelHealth)
      .values(row)
      .onConflictDoUpdate({ target: channelHealth.channel, set: row });
    const { staffId } = outcome;
    await tx
      .insert(channelFailures)
      .values({ channel, staffId, failedAt: now })
      .onConflictDoUpdate({
        target: [channelFailures.channel, channelFailures.staffId],
        set: { failedAt: now },
      });
    if (isForEveryone || (await peopleFailed(tx, channel, now)) >= fewest) {
      await fails(world, tx, channel, now);
    }
  });
}

/** Marks a channel as failing for everyone; the alarm goes out once. */
async function fails(world: World, tx: Tx, channel: Channel, now: Instant): Promise<void> {
  await tx
    .update(channelHealth)
    .set({ failingSince: now })
    .where(and(eq(channelHealth.channel, channel), isNull(channelHealth.failingSince)));
  if (await raiseAlarm(tx, channel, now)) {
    world.log.warn("a channel fails for everyone", { channel });
  }
}

/** It has delivered to somebody: whatever was wrong is over. */
async function works(db: Queryable, channel: Channel, now: Instant): Promise<void> {
  const [known] = await db
    .select({
      lastDeliveredAt: channelHealth.lastDeliveredAt,
      isDoubted: sql<boolean>`${channelHealth.failingSince} is not null or exists (
        select from channel_failures failed where failed.channel = ${channel})`,
    })
    .from(channelHealth)
    .where(eq(channelHealth.channel, channel));
  const isKnown = now - (known?.lastDeliveredAt ?? instant(0)) < freshMs;
  if (known !== undefined && isKnown && !known.isDoubted) return;
  await db.transaction(async (tx) => {
    const row = { channel, failingSince: null, lastTriedAt: now, lastDeliveredAt: now };
    await tx
      .insert(channelHealth)
      .values(row)
      .onConflictDoUpdate({ target: channelHealth.channel, set: row });
    await tx.delete(channelFailures).where(eq(channelFailures.channel, channel));
    await clearAlarm(tx, channel);
  });
}

/** The channels that fail for everyone at present. */
export async function failingChannels(db: Queryable): Promise<ReadonlySet<Channel>> {
  const rows = await db
    .select({ channel: channelHealth.channel })
    .from(channelHealth)
    .where(sql`${channelHealth.failingSince} is not null`);
  return new Set(rows.map(({ channel }) => Channel.parse(channel)));
}

/** Codes by which Zalo says that it takes our token no more. */
export function isTokenCode(code: string | null): boolean {
  return code === "-216" || code === "-220" || code === "-124";
}

async function peopleFailed(tx: Tx, channel: Channel, now: Instant): Promise<number> {
  const [row] = await tx
    .select({ people: countDistinct(channelFailures.staffId) })
    .from(channelFailures)
    .where(
      and(
        eq(channelFailures.channel, channel),
        gt(channelFailures.failedAt, addMinutes(now, -togetherMinutes)),
      ),
    );
  return row?.people ?? 0;
}
