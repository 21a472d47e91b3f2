import { DeskId, ReportId } from "@truong-an/shared/ids";
import { Level } from "@truong-an/shared/report";
import { Clock } from "@truong-an/shared/routing/clocks";
import { type NextStep, nextStep } from "@truong-an/shared/routing/escalation";
import { Instant } from "@truong-an/shared/time";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "../audit/record.ts";
import type { Tx } from "../db/open.ts";
import { reports } from "../db/tables.ts";
import { tellDesks } from "../desks/release.ts";
import { setDeadline } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";

/** A ladder as the report remembers it: decided once, so that new rules don't move old deadlines. */
const StoredLadder = z.array(
  z.strictObject({ number: z.int(), at: Instant, desks: z.array(DeskId) }),
);

/**
 * The deadline of a rung has come. If somebody has taken the report, nothing happens; otherwise
 * the next desk hears, and this job is set again: silence never ends by itself.
 */
export async function escalate(world: World, payload: Payload<"escalate">): Promise<void> {
  await world.db.transaction(async (tx) => {
    const [report] = await tx
      .select()
      .from(reports)
      .where(eq(reports.id, payload.reportId))
      .for("update");
    if (report === undefined || report.status !== "waiting") return;
    const now = world.now();
    const { takenAt, lastRung, nextRungAt: nextAt } = report;
    const ladder = StoredLadder.parse(report.ladder);
    const repeat = Clock.parse(report.repeatClock);
    const step = nextStep({ takenAt, lastRung, nextAt, ladder, repeat }, now, world.calendar);
    switch (step.kind) {
      case "rest":
        return;
      case "wait":
        return again(tx, report, step.until);
      case "climb":
      case "repeat":
        return climb(world, tx, report, step, now);
    }
  });
}

/**
 * Nobody at this desk could be reached. If it is the last that was told, the next rung hears now
 * instead of at its time; where there is none, the repetitions go on as they would.
 */
export async function climbPast(world: World, payload: Payload<"climb-past">): Promise<void> {
  await world.db.transaction(async (tx) => {
    const [report] = await tx
      .select()
      .from(reports)
      .where(eq(reports.id, payload.reportId))
      .for("update");
    if (report === undefined || report.status !== "waiting") return;
    const { lastRung } = report;
    const ladder = StoredLadder.parse(report.ladder);
    const rung = ladder.find(({ desks }) => desks.includes(payload.deskId));
    if (rung?.number !== lastRung) return;
    const now = world.now();
    const repeat = Clock.parse(report.repeatClock);
    const due = { takenAt: null, lastRung, nextAt: now, ladder, repeat };
    const step = nextStep(due, now, world.calendar);
    if (step.kind !== "climb") return;
    await record(tx, { kind: "desk-unreached", ...payload, at: now });
    await climb(world, tx, report, step, now);
  });
}

type Climb = Extract<NextStep, { readonly kind: "climb" | "repeat" }>;

async function climb(
  world: World,
  tx: Tx,
  report: typeof reports.$inferSelect,
  { rung, desks, nextAt }: Climb,
  now: Instant,
): Promise<void> {
  const reportId = ReportId.parse(report.id);
  const round = report.callRound + 1;
  await tx
    .update(reports)
    .set({ lastRung: rung, callRound: round, nextRungAt: nextAt })
    .where(eq(reports.id, reportId));
  await record(tx, { kind: "report-escalated", reportId, rung, at: now });
  await tellDesks(tx, { reportId, desks, rung, round, now });
  await again(tx, report, nextAt);
  world.metrics.escalations.inc();
}

function again(tx: Tx, { id, level }: typeof reports.$inferSelect, at: Instant): Promise<void> {
  return setDeadline(tx, ReportId.parse(id), Level.parse(level), at);
}
