import type { DeskId, ReportId } from "@truong-an/shared/ids";
import type { Level } from "@truong-an/shared/report";
import type { Route } from "@truong-an/shared/routing/route";
import type { Instant } from "@truong-an/shared/time";
import { eq } from "drizzle-orm";
import type { Tx } from "../db/open.ts";
import { reports } from "../db/tables.ts";
import { tellDesks } from "../desks/release.ts";
import { setDeadline } from "../jobs/enqueue.ts";

export type NewLadder = {
  readonly reportId: ReportId;
  readonly level: Level; // from now on
  readonly route: Route;
  readonly round: number; // the last round of calls so far
  readonly now: Instant;
};

/**
 * Puts a report back to waiting at the foot of a ladder: after a raise, a reopening or a
 * hand-over. The first rung hears at once, and the silence is counted anew.
 */
export async function startLadder(tx: Tx, { reportId, level, route, round, now }: NewLadder) {
  await tx
    .update(reports)
    .set({
      status: "waiting",
      ownerDeskId: route.owner,
      takenBy: null,
      takenAt: null,
      takenRound: null,
      closedAt: null,
      outcome: null,
      ladder: route.ladder,
      repeatClock: route.repeat,
      lastRung: 0,
      callRound: round + 1,
      nextRungAt: route.acknowledgeBy,
    })
    .where(eq(reports.id, reportId));
  const first = route.ladder[0]?.desks ?? [];
  await tellDesks(tx, { reportId, desks: first, rung: 0, round: round + 1, now });
  await setDeadline(tx, reportId, level, route.acknowledgeBy);
}

/**
 * Gives a report in someone's hands a new ladder without taking it from them: these desks hear of
 * it now, each called until it answers. Should it wait again one day, it waits on this ladder.
 */
export async function tellBeside(
  tx: Tx,
  { reportId, route, round, now }: NewLadder,
  desks: readonly DeskId[],
): Promise<void> {
  await tx
    .update(reports)
    .set({ ladder: route.ladder, repeatClock: route.repeat, lastRung: 0, callRound: round + 1 })
    .where(eq(reports.id, reportId));
  await tellDesks(tx, { reportId, desks, rung: 0, round: round + 1, now });
}
