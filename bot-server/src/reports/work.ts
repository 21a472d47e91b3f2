import type { HandOver } from "@truong-an/shared/api/staff";
import {
  DeskId,
  type MessageId,
  type ReportId,
  SchoolId,
  type StaffId,
} from "@truong-an/shared/ids";
import { Facts, Level } from "@truong-an/shared/report";
import { advance, ReportStatus } from "@truong-an/shared/report-status";
import { routeAfterHandOver } from "@truong-an/shared/routing/route";
import { ReasonCode } from "@truong-an/shared/triage/rules";
import { and, eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Tx } from "../db/open.ts";
import { envelopes, messages, notes, reports } from "../db/tables.ts";
import { holders } from "../desks/release.ts";
import { findPlace } from "../directory/find.ts";
import { cancel, escalationKey } from "../jobs/enqueue.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import { startLadder } from "../routing/start-ladder.ts";
import type { World } from "../world.ts";
import { lockFor, type ReportRow } from "./standing.ts";
import { nextNumber } from "./thread.ts";

/**
 * This person takes the report: the silence is over, so its escalation ends. The taker's desk owns
 * it from now on. Taking what one holds already changes nothing.
 */
export async function takeReport(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "take");
    if (report.takenBy === staffId) return;
    refuseUnless(report.takenBy === null || report.status !== "taken", "already-taken");
    const status = moved(report, "take");
    const now = world.now();
    const round = report.callRound + 1;
    await tx
      .update(reports)
      .set({
        status,
        ownerDeskId: seat.deskId,
        takenBy: staffId,
        takenAt: now,
        nextRungAt: null,
        callRound: round,
        takenRound: round, // calls still on their way are overtaken
      })
      .where(eq(reports.id, reportId));
    await cancel(tx, escalationKey(reportId));
    await record(tx, { kind: "report-taken", reportId, staffId, deskId: seat.deskId, at: now });
  });
}

export type SealedNote = { readonly noteId: string; readonly sealed: string };

/** Keeps a note sealed to the desks. The same id again is the same note. */
export async function writeNote(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  note: SealedNote,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { seat } = await lockFor(tx, staffId, reportId, "note");
    const { deskId } = seat;
    const at = world.now();
    const sealed = Buffer.from(note.sealed, "base64");
    const stored = await tx
      .insert(notes)
      .values({ id: note.noteId, reportId, deskId, staffId, sealed, writtenAt: at })
      .onConflictDoNothing()
      .returning({ id: notes.id });
    if (stored.length === 0) return;
    await record(tx, { kind: "note-written", reportId, staffId, deskId, at });
  });
}

export type SealedAnswer = { readonly messageId: MessageId; readonly sealed: string };

/** Answers the reporter. The same id again is the same message. A closed report is answered no more. */
export async function writeMessage(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  answer: SealedAnswer,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "reply");
    const { deskId } = seat;
    const [known] = await tx
      .select({ reportId: messages.reportId })
      .from(messages)
      .where(eq(messages.id, answer.messageId));
    refuseUnless(known === undefined || known.reportId === report.id, "malformed");
    if (known !== undefined) return;
    refuseUnless(report.status !== "closed", "not-now");
    const at = world.now();
    await tx.insert(messages).values({
      id: answer.messageId,
      reportId,
      number: await nextNumber(tx, reportId),
      author: "staff",
      deskId,
      sealed: Buffer.from(answer.sealed, "base64"),
      sentAt: at,
    });
    await record(tx, { kind: "message-written", reportId, staffId, deskId, at });
  });
}

/**
 * Gives the report to another desk of its place, never to the accused or one left out. The desk
 * hears at once and the silence is counted anew. A desk without an envelope needs one, sealed by
 * the browser of whoever hands over.
 */
export async function handOver(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  given: HandOver,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "hand-over");
    moved(report, "hand-over");
    refuseUnless(given.toDeskId !== report.ownerDeskId, "not-now");
    const now = world.now();
    const route = await routeToward(world, tx, report, given.toDeskId);
    await ensureEnvelope(tx, report, given);
    await record(tx, {
      kind: "report-handed-over",
      reportId,
      staffId,
      deskId: seat.deskId,
      toDeskId: given.toDeskId,
      at: now,
    });
    const level = Level.parse(report.level);
    await startLadder(tx, { reportId, level, route, round: report.callRound, now });
  });
}

async function routeToward(world: World, tx: Tx, report: ReportRow, toDeskId: DeskId) {
  const place = await findPlace(tx, SchoolId.parse(report.schoolId));
  const { all, told } = await holders(tx, report.id);
  // A desk that came into the directory since holds no envelope: calling it would call in vain.
  const desks = place.desks.filter(({ id }) => id === toDeskId || all.includes(id));
  const from = { owner: DeskId.parse(report.ownerDeskId), told };
  const decided = {
    level: Level.parse(report.level),
    reasons: ReasonCode.array().parse(report.reasons),
  };
  const timing = { now: world.now(), clocks: world.config.CLOCKS, calendar: world.calendar };
  const facts = Facts.parse(report.facts);
  const route = routeAfterHandOver(from, toDeskId, decided, facts, { ...place, desks }, timing);
  if (route === null) throw new Refusal("not-now");
  return route;
}

async function ensureEnvelope(tx: Tx, report: ReportRow, given: HandOver) {
  const { toDeskId: deskId, envelope } = given;
  const [held] = await tx
    .select({ deskId: envelopes.deskId })
    .from(envelopes)
    .where(and(eq(envelopes.reportId, report.id), eq(envelopes.deskId, deskId)));
  if (held !== undefined) return;
  const place = await findPlace(tx, SchoolId.parse(report.schoolId));
  const desk = place.desks.find((one) => one.id === deskId);
  refuseUnless(
    envelope !== null && envelope.deskId === deskId && envelope.keyNumber === desk?.keyNumber,
    "malformed",
  );
  await tx.insert(envelopes).values({
    reportId: report.id,
    deskId,
    keyNumber: envelope.keyNumber,
    sealed: Buffer.from(envelope.sealed, "base64"),
  });
}

function moved(report: ReportRow, event: Parameters<typeof advance>[1]): ReportStatus {
  const move = advance(ReportStatus.parse(report.status), event);
  if (move.kind === "illegal") throw new Refusal("not-now");
  return move.to;
}
