import { Channel } from "@truong-an/shared/alert";
import type { Status } from "@truong-an/shared/api/staff-alerts";
import { lapseHorizonDays } from "@truong-an/shared/group";
import { minutesBetween } from "@truong-an/shared/time";
import { eq, sql } from "drizzle-orm";
import { channelHealth, operatorAlarms, zaloStanding } from "../db/alert-tables.ts";
import type { World } from "../world.ts";
import { tokenStanding } from "../zalo/token-standing.ts";
import { configuredChannels } from "./standing.ts";

const overdueMinutes = 5;

/** How the ways to reach people fare, for everyone at a desk. */
export async function readStatus(world: World): Promise<Status> {
  const { db } = world;
  const health = await db.select().from(channelHealth);
  const [zalo] = await db.select().from(zaloStanding);
  const [people] = await db
    .select({ raisedAt: operatorAlarms.raisedAt })
    .from(operatorAlarms)
    .where(eq(operatorAlarms.subject, "people"));
  const [token] = await db
    .select({ raisedAt: operatorAlarms.raisedAt })
    .from(operatorAlarms)
    .where(eq(operatorAlarms.subject, "token"));
  const ahead = await db.execute<{ desks: number; groups: number }>(sql`
    select (select count(distinct desk_id)::int from duty_warnings
        where to_at is null or to_at > now()) as desks,
      (select count(*)::int from zalo_groups where state = 'enabled' and not asset_renews
        and asset_until < now() + make_interval(days => ${lapseHorizonDays}::int)) as groups`);
  const overdue = await db.execute<{ jobs: number; reports: number }>(sql`
    select (select count(*)::int from graphile_worker.jobs
        where locked_at is null and attempts = 0
          and run_at < now() - make_interval(mins => ${overdueMinutes})) as jobs,
      (select count(*)::int from reports where status = 'waiting'
        and next_rung_at < now() - make_interval(mins => ${overdueMinutes})) as reports`);
  const isConfigured = configuredChannels(world);
  const standing = await tokenStanding(world);
  const expiresAt = "expiresAt" in standing ? standing.expiresAt : undefined;
  return {
    now: world.now(),
    channels: Channel.options.map((channel) => {
      const row = health.find((one) => one.channel === channel);
      const failingSince = row?.failingSince ?? null;
      const works = failingSince === null ? "works" : "failing";
      return {
        channel,
        state: isConfigured[channel] ? works : "not-configured",
        failingSince,
        lastDeliveredAt: row?.lastDeliveredAt ?? null,
        code: failingSince === null ? null : (row?.lastCode ?? null),
      };
    }),
    zalo: {
      lookedAt: zalo?.lookedAt ?? null,
      tokenHoursLeft:
        expiresAt === undefined
          ? null
          : Math.max(0, Math.floor(minutesBetween(world.now(), expiresAt) / 60)),
      isTokenRefused: token !== undefined || standing.kind === "refused",
      znsRemaining: zalo?.znsRemaining ?? null,
      znsDaily: zalo?.znsDaily ?? null,
      packageName: zalo?.packageName ?? null,
      packageValidThrough: zalo?.packageValidThrough ?? null,
    },
    desksWithGaps: ahead.rows[0]?.desks ?? 0,
    groupsLapsing: ahead.rows[0]?.groups ?? 0,
    overdueJobs: overdue.rows[0]?.jobs ?? 0,
    overdueReports: overdue.rows[0]?.reports ?? 0,
    peopleAlarmAt: people?.raisedAt ?? null,
  };
}
