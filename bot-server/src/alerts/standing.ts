import { Channel } from "@truong-an/shared/alert";
import type { ChannelStandings, Way } from "@truong-an/shared/alert-choice";
import type { StaffId } from "@truong-an/shared/ids";
import { type Instant, toTheDay } from "@truong-an/shared/time";
import { asc, eq } from "drizzle-orm";
import { channelHealth, zaloContacts, zaloStanding } from "../db/alert-tables.ts";
import { dutyChannels } from "../db/tables.ts";
import type { World } from "../world.ts";
import { tokenStanding } from "../zalo/token-standing.ts";
import { consoleUrl } from "./console-url.ts";
import { isTokenCode } from "./health.ts";
import { fitsStored } from "./zns-values.ts";

export type PersonStanding = {
  readonly ways: readonly Way[];
  readonly addresses: ReadonlyMap<Channel, string>;
  readonly standings: ChannelStandings;
};

/** What can reach this person, and what is known of each channel for them at this moment. */
export async function standingFor(world: World, staffId: StaffId): Promise<PersonStanding> {
  const { db } = world;
  const rows = await db
    .select({
      channel: dutyChannels.channel,
      address: dutyChannels.address,
      position: dutyChannels.position,
      urgentPosition: dutyChannels.urgentPosition,
      lastInteractionAt: zaloContacts.lastInteractionAt,
      follows: zaloContacts.follows,
    })
    .from(dutyChannels)
    .leftJoin(zaloContacts, eq(zaloContacts.userId, dutyChannels.address))
    .where(eq(dutyChannels.staffId, staffId))
    .orderBy(asc(dutyChannels.position));
  const ways = rows.map(({ position, urgentPosition, channel }) => {
    return { channel: Channel.parse(channel), hasAddress: true, position, urgentPosition };
  });
  const oa = rows.find(({ channel }) => channel === "oa-message");
  const health = await healthNow(world);
  const zns = await znsNow(world);
  const isConfigured = configuredChannels(world);
  return {
    ways,
    addresses: new Map(rows.map(({ channel, address }) => [Channel.parse(channel), address])),
    standings: {
      "oa-message": {
        isConfigured: isConfigured["oa-message"],
        ...health("oa-message"),
        follows: oa?.follows ?? true,
        lastInteractionAt: oa?.lastInteractionAt ?? null,
      },
      zns: { isConfigured: isConfigured.zns, ...health("zns"), ...zns },
      bot: { isConfigured: isConfigured.bot, ...health("bot") },
      email: { isConfigured: isConfigured.email, ...health("email") },
    },
  };
}

/** What this deployment has; ZNS needs an approved template besides the account. */
export function configuredChannels(world: World): Readonly<Record<Channel, boolean>> {
  return {
    "oa-message": world.zalo !== undefined,
    zns: world.zns !== undefined && world.config.ZALO_ZNS_TEMPLATE !== undefined,
    bot: world.bot !== undefined,
    email: world.mail !== undefined,
  };
}

const probeMs = 2 * 60_000; // a failing channel is tried again so often, by whoever is called then

async function healthNow(world: World) {
  const rows = await world.db.select().from(channelHealth);
  const now = world.now();
  const token = await tokenStanding(world);
  const hasNoToken = token.kind === "refused" && (token.expiresAt ?? 0) <= now;
  return (channel: Channel) => {
    const row = rows.find((one) => one.channel === channel);
    const seemsFailing =
      row !== undefined && row.failingSince !== null && now - (row.lastTriedAt ?? 0) < probeMs;
    const isOfTheToken = seemsFailing && isTokenCode(row.lastCode);
    return { isFailing: seemsFailing && !isOfTheToken, isTokenRefused: hasNoToken || isOfTheToken };
  };
}

/** What was last looked up, as far as it still holds: a quota is of one day. */
async function znsNow(world: World) {
  const [row] = await world.db.select().from(zaloStanding);
  const isOfToday = row !== undefined && isSameDay(row.lookedAt, world.now());
  return {
    isSentAtNight: world.config.ZALO_ZNS_AT_NIGHT === "sent",
    remaining: isOfToday ? row.znsRemaining : null,
    fits: fitsStored(row?.znsParameters, consoleUrl(world.config)),
  };
}

function isSameDay(one: Instant, other: Instant): boolean {
  return toTheDay(one) === toTheDay(other);
}
