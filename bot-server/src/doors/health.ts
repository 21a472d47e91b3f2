import { Channel } from "@truong-an/shared/alert";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { failingChannels } from "../alerts/health.ts";
import { newestMigration } from "../db/migrate.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import type { Doors } from "./schemas.ts";

const Alive = z.strictObject({ status: z.literal("ok") });
const stuckMinutes = 5;

/**
 * Alive: this process answers. Ready: database reachable, migrated, jobs are being worked on and no
 * deadline has passed unnoticed.
 */
export function healthDoors(app: Doors, world: World): void {
  app.get("/health/live", { schema: { response: { 200: Alive } } }, () => ({
    status: "ok" as const,
  }));

  app.get("/health/ready", { schema: { response: { 200: Alive } } }, async () => {
    refuseUnless(await isReady(world), "unavailable");
    return { status: "ok" as const };
  });

  // A counter that moves tells whoever watches it that a report has just been sent: not for everyone.
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    const { METRICS_TOKEN: token } = world.config;
    const isKnown = token !== undefined && request.headers.authorization === `Bearer ${token}`;
    refuseUnless(isKnown, "not-found");
    const waiting = await world.db
      .execute<{ count: number }>(
        sql`select count(*)::int as count from graphile_worker.jobs where run_at <= now() and locked_at is null`,
      )
      .catch(() => undefined);
    world.metrics.jobsWaiting.set(waiting?.rows[0]?.count ?? 0);
    const failing = await failingChannels(world.db).catch(() => undefined);
    for (const channel of Channel.options) {
      if (failing !== undefined) {
        world.metrics.channelFailing.set({ channel }, failing.has(channel) ? 1 : 0);
      }
    }
    return reply
      .type(world.metrics.registry.contentType)
      .send(await world.metrics.registry.metrics());
  });
}

async function isReady(world: World): Promise<boolean> {
  const newest = await newestMigration();
  try {
    const state = await world.db.execute<{ name: string | null; stuck: number }>(sql`
      select (select max(name) from schema_migrations) as name,
        (select count(*)::int from graphile_worker.jobs
          where attempts = 0 and locked_at is null
            and run_at < now() - make_interval(mins => ${stuckMinutes}))
          + (select count(*)::int from reports where status = 'waiting'
            and next_rung_at < now() - make_interval(mins => ${stuckMinutes})) as stuck`);
    const row = state.rows[0];
    return row !== undefined && row.name === newest && row.stuck === 0;
  } catch {
    return false;
  }
}
