import type { Queue, QueueRow, ReportDetail } from "@truong-an/shared/api/staff";
import { CorrectionReason } from "@truong-an/shared/correction";
import { DeskKind } from "@truong-an/shared/directory";
import { DeskId, ReportId, SchoolId, type StaffId } from "@truong-an/shared/ids";
import { Facts, Level } from "@truong-an/shared/report";
import { Outcome, ReportStatus } from "@truong-an/shared/report-status";
import { desksForHandOver } from "@truong-an/shared/routing/readers";
import { ReasonCode } from "@truong-an/shared/triage/rules";
import { Signal } from "@truong-an/shared/triage/signals";
import { and, asc, desc, eq, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Queryable } from "../db/open.ts";
import { deskMembers, desks, envelopes, notes, reports, schools, staff } from "../db/tables.ts";
import { findPlace, findSheet } from "../directory/find.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { photosOf } from "./photos.ts";
import { seatAt } from "./standing.ts";
import { messagesOf } from "./thread.ts";
import { correctingDesk, timelineOf } from "./timeline.ts";

const mostOpen = 2_000;
const mostClosed = 100;

/** The reports that this person's desks have been told of: most urgent first, or the latest closed. */
export async function readQueue(world: World, staffId: StaffId, isClosed: boolean): Promise<Queue> {
  const status = isClosed ? eq(reports.status, "closed") : ne(reports.status, "closed");
  const order = isClosed
    ? [desc(reports.closedAt), desc(reports.receivedAt)]
    : [levelRank, asc(reports.nextRungAt), asc(reports.receivedAt)];
  const rows = await rowsFor(world.db, staffId, status)
    .orderBy(...order)
    .limit(isClosed ? mostClosed : mostOpen);
  const seen = new Map<string, QueueRow>();
  for (const row of rows) {
    // Someone at two desks sees a report once, through the desk that owns it where they sit there.
    if (!seen.has(row.id) || row.myDeskId === row.ownerDeskId)
      seen.set(row.id, queueRow(row, staffId));
  }
  return { now: world.now(), reports: [...seen.values()] };
}

const levelRank = sql`array_position(array['emergency', 'high', 'normal', 'low', 'not_a_report'], ${reports.level})`;

function rowsFor(db: Queryable, staffId: StaffId, which: SQL) {
  return db
    .select({
      id: reports.id,
      schoolName: schools.name,
      level: reports.level,
      reasons: reports.reasons,
      correctionReason: reports.correctionReason,
      status: reports.status,
      ownerDeskId: reports.ownerDeskId,
      ownerDeskName: desks.name,
      myDeskId: envelopes.deskId,
      takenBy: reports.takenBy,
      takenByName: staff.name,
      receivedAt: reports.receivedAt,
      nextRungAt: reports.nextRungAt,
      news: reports.news,
      newsRead: reports.newsRead,
      outcome: reports.outcome,
    })
    .from(deskMembers)
    .innerJoin(envelopes, eq(envelopes.deskId, deskMembers.deskId))
    .innerJoin(reports, eq(reports.id, envelopes.reportId))
    .innerJoin(schools, eq(schools.id, reports.schoolId))
    .innerJoin(desks, eq(desks.id, reports.ownerDeskId))
    .leftJoin(staff, eq(staff.id, reports.takenBy))
    .where(and(eq(deskMembers.staffId, staffId), isNotNull(envelopes.toldAt), which))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof rowsFor>>[number];

function queueRow(row: Row, staffId: StaffId): QueueRow {
  return {
    id: ReportId.parse(row.id),
    schoolName: row.schoolName,
    level: Level.parse(row.level),
    reasons: ReasonCode.array().parse(row.reasons),
    correctedFor: CorrectionReason.nullable().parse(row.correctionReason),
    status: ReportStatus.parse(row.status),
    ownerDesk: { id: DeskId.parse(row.ownerDeskId), name: row.ownerDeskName },
    myDeskId: DeskId.parse(row.myDeskId),
    takenBy: row.takenByName,
    takenByMe: row.takenBy === staffId,
    receivedAt: row.receivedAt,
    acknowledgeBy: row.nextRungAt,
    unread: row.newsRead < row.news,
    outcome: row.outcome === null ? null : Outcome.parse(row.outcome),
  };
}

/** Everything about one report that this person's desk may have. Reading it is remembered. */
export async function readReport(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
): Promise<ReportDetail> {
  const { db } = world;
  const [report] = await db.select().from(reports).where(eq(reports.id, reportId));
  if (report === undefined) throw new Refusal("not-found");
  const { deskId, standing } = await seatAt(db, staffId, report, "read");
  const mine = and(eq(reports.id, reportId), eq(envelopes.deskId, deskId));
  const [row] = await rowsFor(db, staffId, mine ?? sql`false`);
  if (row === undefined) throw new Refusal("not-found");

  const at = world.now();
  await record(db, { kind: "report-opened", reportId, staffId, deskId, at });
  if (standing === "owner") {
    // What is shown now has been seen; what came meanwhile has not.
    await db.update(reports).set({ newsRead: report.news }).where(eq(reports.id, reportId));
  }
  const desksOfReport = await desksFor(db, report);
  const mineHeld = desksOfReport.held.find((held) => held.id === deskId);
  if (mineHeld === undefined) throw new Refusal("not-found");
  const photos = await photosOf(db, reportId);
  return {
    ...queueRow(row, staffId),
    unread: false,
    correctedBy: report.correctionReason === null ? null : await correctingDesk(db, reportId),
    submissionId: report.submissionId,
    facts: Facts.parse(report.facts),
    signals: Signal.array().parse(report.signals),
    judgedThrough: report.judgedThrough,
    recipient: report.recipient,
    story: report.story.toString("base64"),
    envelope: mineHeld.envelope,
    photos: photos
      .filter((photo) => photo.messageId === null)
      .map(({ sha256, here }) => ({ sha256, here })),
    messages: await messagesOf(db, reportId),
    notes: await notesOf(db, reportId),
    sheet: await findSheet(db, SchoolId.parse(report.schoolId)),
    toldDesks: desksOfReport.held
      .filter((held) => held.isTold)
      .map(({ id, kind, name }) => ({ id, kind, name })),
    handOverDesks: desksOfReport.handOver,
    timeline: await timelineOf(db, reportId),
  };
}

async function desksFor(db: Queryable, report: typeof reports.$inferSelect) {
  const rows = await db
    .select({
      id: desks.id,
      kind: desks.kind,
      name: desks.name,
      keyNumber: envelopes.keyNumber,
      sealed: envelopes.sealed,
      toldAt: envelopes.toldAt,
    })
    .from(envelopes)
    .innerJoin(desks, eq(desks.id, envelopes.deskId))
    .where(eq(envelopes.reportId, report.id));
  const held = rows.map(({ sealed, toldAt, keyNumber, ...row }) => {
    const id = DeskId.parse(row.id);
    const envelope = { deskId: id, keyNumber, sealed: sealed.toString("base64") };
    return { ...row, id, kind: DeskKind.parse(row.kind), isTold: toldAt !== null, envelope };
  });
  const place = await findPlace(db, SchoolId.parse(report.schoolId));
  const decided = {
    level: Level.parse(report.level),
    reasons: ReasonCode.array().parse(report.reasons),
  };
  const owner = DeskId.parse(report.ownerDeskId);
  const reachable = desksForHandOver(decided, Facts.parse(report.facts), place, owner);
  const handOver = place.desks
    .filter((desk) => reachable.includes(desk.id))
    .map(({ id, kind, name }) => ({
      id,
      kind,
      name,
      holdsEnvelope: held.some((holder) => holder.id === id),
    }));
  return { held, handOver };
}

async function notesOf(db: Queryable, reportId: string): Promise<ReportDetail["notes"]> {
  const rows = await db
    .select({
      id: notes.id,
      who: staff.name,
      deskName: desks.name,
      sealed: notes.sealed,
      at: notes.writtenAt,
    })
    .from(notes)
    .innerJoin(staff, eq(staff.id, notes.staffId))
    .innerJoin(desks, eq(desks.id, notes.deskId))
    .where(eq(notes.reportId, reportId))
    .orderBy(asc(notes.writtenAt));
  return rows.map((row) => ({ ...row, sealed: row.sealed.toString("base64") }));
}
