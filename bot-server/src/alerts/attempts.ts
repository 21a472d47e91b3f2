import { Channel, type Delivery } from "@truong-an/shared/alert";
import type { Skipped } from "@truong-an/shared/alert-choice";
import { toTheMinute } from "@truong-an/shared/time";
import { and, eq, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Queryable } from "../db/open.ts";
import { alertAttempts } from "../db/tables.ts";
import type { World } from "../world.ts";
import type { CallOf } from "./calls.ts";
import { noteOutcome } from "./health.ts";

/** Keeps how one turn ended: in the history of the report and in the health of the channel. */
export async function rememberTurn(
  world: World,
  call: CallOf,
  channel: Channel,
  delivery: Delivery,
): Promise<void> {
  const { reportId, deskId, staffId, round } = call;
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
  await noteOutcome(world, { channel, staffId, delivery });
}

/** Keeps why a channel was left out, so that whoever reads the history sees it: once a reason. */
export async function rememberSkips(
  world: World,
  { reportId, deskId, staffId, round }: CallOf,
  skipped: readonly Skipped[],
): Promise<void> {
  const at = toTheMinute(world.now());
  const outcome = "skipped";
  for (const { channel, why } of skipped) {
    world.metrics.alertAttempts.inc({ channel, outcome });
    await world.db.transaction(async (tx) => {
      const [known] = await tx
        .select({ id: alertAttempts.id })
        .from(alertAttempts)
        .where(
          and(
            eq(alertAttempts.reportId, reportId),
            eq(alertAttempts.staffId, staffId),
            eq(alertAttempts.channel, channel),
            eq(alertAttempts.outcome, outcome),
            eq(alertAttempts.code, why),
          ),
        )
        .limit(1);
      const attemptedAt = at;
      await tx
        .insert(alertAttempts)
        .values({ reportId, deskId, staffId, round, channel, outcome, code: why, attemptedAt });
      if (known !== undefined) return;
      const entry = { kind: "alert-attempted", reportId, deskId, staffId, channel } as const;
      await record(tx, { ...entry, outcome, why, at });
    });
  }
}

/** What this very call has come to so far. */
export async function turnsSoFar(db: Queryable, { reportId, deskId, staffId, round }: CallOf) {
  const rows = await db
    .select({ channel: alertAttempts.channel, outcome: alertAttempts.outcome })
    .from(alertAttempts)
    .where(
      and(
        eq(alertAttempts.reportId, reportId),
        eq(alertAttempts.deskId, deskId),
        eq(alertAttempts.staffId, staffId),
        eq(alertAttempts.round, round),
        sql`${alertAttempts.outcome} in ('delivered', 'refused')`,
      ),
    );
  return {
    answered: new Set(rows.map(({ channel }) => Channel.parse(channel))),
    delivered: rows.filter(({ outcome }) => outcome === "delivered").length,
  };
}
