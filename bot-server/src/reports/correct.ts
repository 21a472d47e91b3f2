import type { CorrectLevel } from "@truong-an/shared/api/staff";
import { type Correction, correctionReasons, directionOf } from "@truong-an/shared/correction";
import type { ReportId, StaffId } from "@truong-an/shared/ids";
import { Facts, Level } from "@truong-an/shared/report";
import { may } from "@truong-an/shared/staff";
import { ReasonCode } from "@truong-an/shared/triage/rules";
import { eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Tx } from "../db/open.ts";
import { reports } from "../db/tables.ts";
import { tellDesks } from "../desks/release.ts";
import { setDeadline } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import { startLadder, tellBeside } from "../routing/start-ladder.ts";
import type { World } from "../world.ts";
import { routeDown, routeUp, type Turn } from "./reroute.ts";
import { lockFor, type ReportRow, type Seat } from "./standing.ts";
import { lastFromReporter } from "./thread.ts";

/**
 * Staff give an open report another level than the one they saw, for a reason of the closed list
 * that fits. Raising works as a raise by the writer does; whoever holds the report and raises it
 * may hold on to it. Lowering is for the desk that owns it, with everything that has come before
 * its eyes, and from emergency or high for whoever has taken it: it takes the report out of
 * nobody's hands and out of nobody's queue. After that only what comes later can raise it without
 * a person. The level that it has already changes nothing.
 */
export async function correctLevel(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  given: CorrectLevel,
): Promise<void> {
  const correction = await world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "raise");
    refuseUnless(report.status !== "closed", "not-now");
    const from = Level.parse(report.level);
    const direction = directionOf(from, given.level);
    if (direction === null) return null;
    refuseUnless(given.from === from, "not-now");
    refuseUnless(correctionReasons[direction].includes(given.reason), "malformed");

    const scene: Scene = {
      report,
      seat,
      reportId,
      decided: { level: given.level, reasons: ReasonCode.array().parse(report.reasons) },
      facts: Facts.parse(report.facts),
    };
    if (direction === "raise") {
      await goUp(world, tx, scene, given);
    } else {
      const latest = await lastFromReporter(tx, reportId);
      const isAllRead = report.newsRead >= report.news && given.readThrough >= latest;
      refuseUnless(isAllRead && mayLower(scene), "not-now");
      await goDown(world, tx, scene);
      await tx.update(reports).set({ judgedThrough: latest }).where(eq(reports.id, reportId));
    }
    const { level, reason } = given;
    await tx
      .update(reports)
      .set({ level, correctionReason: reason })
      .where(eq(reports.id, reportId));
    const correction: Correction = { from, to: level, reason };
    const { deskId } = seat;
    const at = world.now();
    await record(tx, { kind: "level-corrected", reportId, staffId, deskId, ...correction, at });
    return correction;
  });
  if (correction === null) return;
  world.metrics.triageCorrections.inc({ from: correction.from, to: correction.to });
}

type Scene = Turn & { readonly seat: Seat; readonly reportId: ReportId };

/** Nobody makes an urgent report quiet without answering for it. */
function mayLower({ report, seat }: Scene): boolean {
  const isUrgent = report.level === "emergency" || report.level === "high";
  return may(seat.role, "lower", seat.standing) && (!isUrgent || isHeldBy(report, seat));
}

function isHeldBy(report: ReportRow, seat: Seat): boolean {
  return report.status === "taken" && report.takenBy === seat.staffId;
}

async function goUp(world: World, tx: Tx, scene: Scene, given: CorrectLevel): Promise<void> {
  const { report, seat, reportId } = scene;
  const { route, now } = await routeUp(world, tx, scene, given.envelopes);
  const { level } = scene.decided;
  const ladder = { reportId, level, route, round: report.callRound, now };
  if (!isHeldBy(report, seat) || !given.keeps) return startLadder(tx, ladder);
  const others = (route.ladder[0]?.desks ?? []).filter((desk) => desk !== seat.deskId);
  await tellBeside(tx, ladder, others);
}

/** Slower clocks from now on. Whoever knew of it still does, and nobody is called for this. */
async function goDown(world: World, tx: Tx, scene: Scene): Promise<void> {
  const { report, reportId } = scene;
  const { route, now, told } = await routeDown(world, tx, scene);
  const isWaiting = report.status === "waiting";
  await tx
    .update(reports)
    .set({
      ladder: route.ladder,
      repeatClock: route.repeat,
      lastRung: 0,
      nextRungAt: isWaiting ? route.acknowledgeBy : null,
    })
    .where(eq(reports.id, reportId));
  if (!isWaiting) return;
  const newcomers = (route.ladder[0]?.desks ?? []).filter((desk) => !told.includes(desk));
  await tellDesks(tx, { reportId, desks: newcomers, rung: 0, round: report.callRound, now });
  await setDeadline(tx, reportId, scene.decided.level, route.acknowledgeBy);
}
