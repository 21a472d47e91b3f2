import { DeskId, ReportId, type SchoolId } from "@truong-an/shared/ids";
import { type Envelope, type Facts, Level } from "@truong-an/shared/report";
import { countedFrom } from "@truong-an/shared/routing/clocks";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { routeAfterRaise } from "@truong-an/shared/routing/route";
import { Signal } from "@truong-an/shared/triage/signals";
import { triageOf, urgencyRank } from "@truong-an/shared/triage/triage";
import { eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Tx } from "../db/open.ts";
import { envelopes, reports } from "../db/tables.ts";
import { holders } from "../desks/release.ts";
import { type FoundPlace, findPlace } from "../directory/find.ts";
import { refuseUnless } from "../refusal.ts";
import { startLadder } from "../routing/start-ladder.ts";
import type { World } from "../world.ts";
import { refuseWithDesks } from "./receive.ts";

export type NewKnowledge = {
  readonly report: typeof reports.$inferSelect;
  readonly schoolId: SchoolId;
  readonly facts: Facts;
  readonly dangerNow: boolean; // the writer says so in this message
  readonly signals: readonly Signal[];
  readonly envelopes: readonly Envelope[]; // the phone's, for desks that a higher level adds
};

/**
 * Decides again with what a new message adds. A higher level, danger now, or a message after
 * closing puts the report back to waiting on the ladder of its level: whoever had taken it may be
 * asleep. Nothing ever lowers it. Refuses
 * `desks-changed`, naming the desks still without an envelope, so that the phone can seal to them.
 */
export async function raiseIfNeeded(world: World, tx: Tx, news: NewKnowledge): Promise<boolean> {
  const { report, facts } = news;
  const signals = [...new Set([...Signal.array().parse(report.signals), ...news.signals])];
  const decided = triageOf(facts, signals);
  const known = Level.parse(report.level);
  const isRaised = urgencyRank(decided.level) < urgencyRank(known);
  const level = isRaised ? decided.level : known;
  if (!isRaised && !news.dangerNow && report.status !== "closed") return false;

  const now = countedFrom(world.now(), world.config.CLOCKS[level]);
  const reportId = ReportId.parse(report.id);
  const triage = { ...decided, level };
  const place = await findPlace(tx, news.schoolId);
  await addEnvelopes(world, tx, news, place, desksThatMayRead(triage, facts, place));
  await tx
    .update(reports)
    .set({ level, facts, signals, reasons: [...triage.reasons], rulesVersion: triage.rulesVersion })
    .where(eq(reports.id, report.id));
  if (isRaised) await record(tx, { kind: "report-raised", reportId, level, at: now });
  if (report.status === "closed") await record(tx, { kind: "report-reopened", reportId, at: now });
  const from = {
    owner: DeskId.parse(report.ownerDeskId),
    told: (await holders(tx, report.id)).told,
  };
  const timing = { now, clocks: world.config.CLOCKS, calendar: world.calendar };
  const route = routeAfterRaise(from, triage, facts, place, timing);
  refuseUnless(route !== null, "unavailable");
  await startLadder(tx, { reportId, route, round: report.callRound, now });
  return true;
}

async function addEnvelopes(
  world: World,
  tx: Tx,
  news: NewKnowledge,
  place: FoundPlace,
  readers: readonly DeskId[],
): Promise<void> {
  const held = await tx
    .select({ deskId: envelopes.deskId })
    .from(envelopes)
    .where(eq(envelopes.reportId, news.report.id));
  const holders = new Set<string>(held.map((row) => row.deskId));
  const missing = readers.filter((desk) => !holders.has(desk));
  if (missing.length === 0) return;
  const keyNumbers = new Map(place.desks.map((desk) => [desk.id, desk.keyNumber]));
  const given = news.envelopes.filter(
    ({ deskId, keyNumber }) => missing.includes(deskId) && keyNumbers.get(deskId) === keyNumber,
  );
  if (new Set(given.map(({ deskId }) => deskId)).size !== missing.length) {
    await refuseWithDesks(world, news.schoolId, missing);
  }
  await tx
    .insert(envelopes)
    .values(
      given.map((envelope) => ({
        reportId: news.report.id,
        deskId: envelope.deskId,
        keyNumber: envelope.keyNumber,
        sealed: Buffer.from(envelope.sealed, "base64"),
      })),
    )
    .onConflictDoNothing();
}
