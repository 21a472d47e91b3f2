import {
  gapsAhead,
  type NearGap,
  Nearness,
  outdatedWarnings,
  warningsDue,
} from "@truong-an/shared/duty/gaps";
import type { DeskId } from "@truong-an/shared/ids";
import { mostGapsNamed, type Notice } from "@truong-an/shared/notice";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { dutyAbsences, dutyCovers, dutyPlans, dutyWarnings } from "../db/duty-tables.ts";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { findRoster } from "./find.ts";
import { whoHears } from "./who-hears.ts";

/** The daily round: one look at every desk that has a roster. */
export async function watchRosters(world: World): Promise<void> {
  await world.db.execute(sql`
    select graphile_worker.add_job('watch-roster', json_build_object('deskId', desk_id),
      job_key => 'watch-roster:' || desk_id)
    from duty_plans`);
}

/**
 * Warns of a desk's gaps: the people of the desk and the body above it, once as a gap comes in
 * sight and again three days and one day before. What was warned of is remembered with the warning.
 */
export async function watchRoster(
  world: World,
  { deskId }: Payload<"watch-roster">,
): Promise<void> {
  const now = world.now();
  await world.db.transaction(async (tx) => {
    const [plan] = await tx
      .select({ deskId: dutyPlans.deskId })
      .from(dutyPlans)
      .where(eq(dutyPlans.deskId, deskId))
      .for("update");
    if (plan === undefined) return;
    const { roster } = await findRoster(tx, deskId, now);
    const gaps = gapsAhead(roster, now, world.calendar);
    const warned = await warnedOf(tx, deskId);
    const outdated = outdatedWarnings(warned, gaps).map(({ id }) => id);
    if (outdated.length > 0)
      await tx.delete(dutyWarnings).where(inArray(dutyWarnings.id, outdated));
    await forgetLongPast(tx, deskId, now);
    const due = warningsDue(
      gaps,
      warned.filter(({ id }) => !outdated.includes(id)),
      now,
    );
    if (due.length > 0) await warn(world, tx, deskId, due, now);
  });
}

async function warn(
  world: World,
  tx: Tx,
  deskId: DeskId,
  due: readonly NearGap[],
  now: Instant,
): Promise<void> {
  await tx
    .insert(dutyWarnings)
    .values(due.map(({ nearness, from, to }) => ({ deskId, nearness, fromAt: from, toAt: to })));
  await record(tx, { kind: "duty-gaps-warned", deskId, gaps: due.length, at: now });
  const notice = (isOwnDesk: boolean): Notice => ({
    kind: "roster-gaps",
    deskId,
    isOwnDesk,
    gaps: due.slice(0, mostGapsNamed).map(({ from, to }) => ({ from, to })),
    more: Math.max(0, due.length - mostGapsNamed),
  });
  const { own, above, hasOperatorAbove } = await whoHears(tx, deskId);
  for (const staffId of own) await enqueue(tx, "notify-member", { staffId, notice: notice(true) });
  for (const staffId of above) {
    await enqueue(tx, "notify-member", { staffId, notice: notice(false) });
  }
  if (!hasOperatorAbove) return;
  for (const operator of world.config.OPERATOR_EMAILS.keys()) {
    await enqueue(tx, "notify-operator", { operator, notice: notice(false) });
  }
}

async function warnedOf(tx: Tx, deskId: DeskId) {
  const rows = await tx.select().from(dutyWarnings).where(eq(dutyWarnings.deskId, deskId));
  return rows.map(({ id, nearness, fromAt, toAt }) => ({
    id,
    nearness: Nearness.parse(nearness),
    from: fromAt,
    to: toAt,
  }));
}

const daysKept = 30;

/** Who was away when is nobody's business for ever; what changed stays in the audit trail. */
async function forgetLongPast(tx: Tx, deskId: DeskId, now: Instant): Promise<void> {
  const before = addMinutes(now, -daysKept * 24 * 60);
  for (const table of [dutyCovers, dutyAbsences]) {
    await tx.delete(table).where(and(eq(table.deskId, deskId), lt(table.toAt, before)));
  }
}
