import type { ReporterThread, SealedMessage, SendMessage } from "@truong-an/shared/api/reporter";
import { DeskId, MessageId, ReportId, SubmissionId } from "@truong-an/shared/ids";
import { Level } from "@truong-an/shared/report";
import { ReportStatus } from "@truong-an/shared/report-status";
import { Author } from "@truong-an/shared/thread";
import { toTheMinute } from "@truong-an/shared/time";
import { and, asc, countDistinct, eq, isNotNull, max } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Queryable, Tx } from "../db/open.ts";
import {
  auditEntries,
  desks,
  envelopes,
  messages,
  photos,
  reports,
  schools,
} from "../db/tables.ts";
import { enqueue, urgencyOf } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { photosOf, photosWanted } from "./photos.ts";
import { raiseIfNeeded } from "./raise.ts";
import { findByReceipt } from "./receipts.ts";

type ReportRow = typeof reports.$inferSelect;

const mostMessages = 1_000;

/** The whole thread for whoever holds the receipt: everything sealed, and which bodies have been told. */
export async function openThread(world: World, finder: string): Promise<ReporterThread> {
  const report = await findByReceipt(world.db, finder);
  const [school] = await world.db
    .select({ name: schools.name })
    .from(schools)
    .where(eq(schools.id, report.schoolId));
  const told = await world.db
    .select({ name: desks.name })
    .from(envelopes)
    .innerJoin(desks, eq(desks.id, envelopes.deskId))
    .where(and(eq(envelopes.reportId, report.id), isNotNull(envelopes.toldAt)))
    .orderBy(asc(envelopes.toldAt), asc(desks.name));
  const [readers] = await world.db
    .select({ count: countDistinct(auditEntries.staffId) })
    .from(auditEntries)
    .where(and(eq(auditEntries.reportId, report.id), eq(auditEntries.kind, "report-opened")));
  return {
    submissionId: SubmissionId.parse(report.submissionId),
    schoolName: school?.name ?? "",
    status: ReportStatus.parse(report.status),
    level: Level.parse(report.level),
    receivedAt: report.receivedAt,
    toldDesks: told.map((desk) => desk.name),
    readers: readers?.count ?? 0,
    recipient: report.recipient,
    story: report.story.toString("base64"),
    receiptEnvelope: report.receiptEnvelope.toString("base64"),
    photosWanted: await photosWanted(world.db, report.id),
    messages: await messagesOf(world.db, report.id),
  };
}

/** The messages of a report in order, sealed. */
export async function messagesOf(db: Queryable, reportId: string): Promise<SealedMessage[]> {
  const rows = await db
    .select({
      id: messages.id,
      number: messages.number,
      author: messages.author,
      sealed: messages.sealed,
      sentAt: messages.sentAt,
      deskName: desks.name,
    })
    .from(messages)
    .leftJoin(desks, eq(desks.id, messages.deskId))
    .where(eq(messages.reportId, reportId))
    .orderBy(asc(messages.number));
  const allPhotos = await photosOf(db, reportId);
  return rows.map((row) => ({
    id: MessageId.parse(row.id),
    number: row.number,
    author: Author.parse(row.author),
    deskName: row.deskName,
    sealed: row.sealed.toString("base64"),
    photos: allPhotos
      .filter((photo) => photo.messageId === row.id)
      .map(({ sha256, here }) => ({ sha256, here })),
    sentAt: row.sentAt,
  }));
}

/**
 * Takes in one sealed message from the reporter. It may raise the report, and it brings a closed
 * one back to waiting: a message is never left where nobody looks. The same id again is the same
 * message.
 */
export async function receiveMessage(world: World, { finder, ...sent }: SendMessage) {
  const found = await findByReceipt(world.db, finder);
  return appendMessage(world, found.id, sent);
}

/** The same for whoever already knows which report it is. */
export function appendMessage(world: World, reportId: string, sent: Omit<SendMessage, "finder">) {
  return world.db.transaction(async (tx) => {
    const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for("update");
    refuseUnless(report !== undefined, "no-such-receipt");
    if (await isKnown(tx, report, sent.messageId)) return acceptedNow(tx, report);

    const woken = await raiseIfNeeded(world, tx, { report, ...sent, readBy: null });
    await storeMessage(world, tx, report, sent);
    if (woken === null && report.status === "taken") await callOwner(tx, report);
    world.metrics.messagesReceived.inc();
    return acceptedNow(tx, report);
  });
}

async function isKnown(tx: Tx, report: ReportRow, messageId: MessageId): Promise<boolean> {
  const [known] = await tx
    .select({ reportId: messages.reportId })
    .from(messages)
    .where(eq(messages.id, messageId));
  refuseUnless(known === undefined || known.reportId === report.id, "malformed");
  return known !== undefined;
}

async function storeMessage(
  world: World,
  tx: Tx,
  report: ReportRow,
  sent: Omit<SendMessage, "finder">,
) {
  const now = toTheMinute(world.now());
  const reportId = ReportId.parse(report.id);
  const number = await nextNumber(tx, report.id);
  refuseUnless(number <= mostMessages, "too-many-requests");
  await tx.insert(messages).values({
    id: sent.messageId,
    reportId: report.id,
    number,
    author: "reporter",
    sealed: Buffer.from(sent.sealed, "base64"),
    sentAt: now,
  });
  if (sent.photos.length > 0) {
    const announced = sent.photos.map((sha256, index) => ({
      sha256: Buffer.from(sha256, "hex"),
      reportId: report.id,
      messageId: sent.messageId,
      position: index + 1,
    }));
    await tx.insert(photos).values(announced).onConflictDoNothing();
  }
  await tx
    .update(reports)
    .set({ news: report.news + 1 })
    .where(eq(reports.id, report.id));
  await record(tx, { kind: "message-received", reportId, at: now });
}

export async function nextNumber(tx: Tx, reportId: string): Promise<number> {
  return (await lastNumber(tx, reportId)) + 1;
}

/** The number of the last message of a thread; 0 when there is the story alone. */
export async function lastNumber(tx: Tx, reportId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(messages.number) })
    .from(messages)
    .where(eq(messages.reportId, reportId));
  return last?.number ?? 0;
}

/** The number of the reporter's last message; 0 when there is the story alone. */
export async function lastFromReporter(tx: Tx, reportId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(messages.number) })
    .from(messages)
    .where(and(eq(messages.reportId, reportId), eq(messages.author, "reporter")));
  return last?.number ?? 0;
}

/** A report in someone's hands has news: the desk that holds it is called. */
async function callOwner(tx: Tx, report: ReportRow): Promise<void> {
  const round = report.callRound + 1;
  await tx.update(reports).set({ callRound: round }).where(eq(reports.id, report.id));
  const reportId = ReportId.parse(report.id);
  const deskId = DeskId.parse(report.ownerDeskId);
  const urgency = urgencyOf(Level.parse(report.level));
  await enqueue(tx, "call-desk", { reportId, deskId, round }, { urgency });
}

async function acceptedNow(tx: Tx, report: ReportRow) {
  const [row] = await tx
    .select({ level: reports.level })
    .from(reports)
    .where(eq(reports.id, report.id));
  return {
    level: Level.parse(row?.level ?? report.level),
    photosWanted: await photosWanted(tx, report.id),
  };
}
