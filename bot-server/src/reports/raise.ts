import type { ReadAgain, ReadingTaken } from "@truong-an/shared/api/staff";
import { type DeskId, type MessageId, ReportId, type StaffId } from "@truong-an/shared/ids";
import { type Envelope, Facts, Level } from "@truong-an/shared/report";
import { type Known, triageWithNews } from "@truong-an/shared/triage/news";
import { ReasonCode } from "@truong-an/shared/triage/rules";
import { Signal } from "@truong-an/shared/triage/signals";
import { urgencyRank } from "@truong-an/shared/triage/triage";
import { and, eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import type { Tx } from "../db/open.ts";
import { messages, reports } from "../db/tables.ts";
import { refuseUnless } from "../refusal.ts";
import { startLadder, tellBeside } from "../routing/start-ladder.ts";
import type { World } from "../world.ts";
import { routeUp } from "./reroute.ts";
import { lockFor, type ReportRow } from "./standing.ts";

export type NewKnowledge = {
  readonly report: ReportRow;
  readonly dangerNow: boolean; // the writer says so in this message
  readonly signals: readonly Signal[];
  readonly envelopes: readonly Envelope[]; // for desks that a higher level adds
  readonly readBy: Reader | null; // null: the message has just come, and its phone says so
};

/** Whose browser read a text of the reporter again, and which; null is the story. */
export type Reader = {
  readonly staffId: StaffId;
  readonly deskId: DeskId;
  readonly messageId: MessageId | null;
};

/**
 * Decides again with what is newly known, and answers the level if that changes anything, else
 * null. A higher level, danger now, or a message after closing puts the report back to waiting on
 * the ladder of its level: whoever had taken it may be asleep. Only what a colleague's browser has
 * read leaves it in the hands that hold it, and calls them along with everyone else on the first
 * rung. Nothing here ever lowers it, and what staff have judged counts no more. Refuses
 * `desks-changed`, naming the desks still without an envelope, so that they can be sealed to.
 */
export async function raiseIfNeeded(
  world: World,
  tx: Tx,
  news: NewKnowledge,
): Promise<Level | null> {
  const { report, readBy } = news;
  const known = knownOf(report);
  const decided = triageWithNews(known, news);
  const isRaised = urgencyRank(decided.level) < urgencyRank(known.level);
  if (!isRaised && !news.dangerNow && report.status !== "closed") return null;

  const { level } = decided;
  const facts: Facts = news.dangerNow ? { ...known.facts, danger: "me" } : known.facts;
  const reportId = ReportId.parse(report.id);
  const { route, now } = await routeUp(world, tx, { report, decided, facts }, news.envelopes);
  await tx
    .update(reports)
    .set({
      level,
      facts,
      signals: [...new Set([...known.signals, ...news.signals])],
      reasons: [...decided.reasons],
      rulesVersion: decided.rulesVersion,
      correctionReason: isRaised || news.dangerNow ? null : report.correctionReason,
    })
    .where(eq(reports.id, report.id));
  if (isRaised) await record(tx, { ...raisedBy(readBy), reportId, level, at: now });
  if (report.status === "closed") await record(tx, { kind: "report-reopened", reportId, at: now });
  const ladder = { reportId, level, route, round: report.callRound, now };
  if (readBy !== null && report.status === "taken") {
    await tellBeside(tx, ladder, route.ladder[0]?.desks ?? []);
  } else {
    await startLadder(tx, ladder);
  }
  return level;
}

function raisedBy(readBy: Reader | null) {
  if (readBy === null) return { kind: "report-raised" } as const;
  return { kind: "report-raised-by-reading", ...readBy } as const;
}

/**
 * Takes in what a desk's browser has found in a text of the reporter, read again there because not
 * every phone can read it. It may raise an open report and never lowers one, and whose browser it
 * was is remembered. A text that staff had before them when they lowered the level or closed
 * raises nothing any more, however often it is read.
 */
export async function readAgain(
  world: World,
  staffId: StaffId,
  reportId: ReportId,
  { messageId, signals, envelopes }: ReadAgain,
): Promise<ReadingTaken> {
  return world.db.transaction(async (tx) => {
    const { report, seat } = await lockFor(tx, staffId, reportId, "raise");
    refuseUnless(report.status !== "closed", "not-now");
    const number = messageId === null ? 0 : await numberOf(tx, report, messageId);
    const unchanged = { raised: false, level: Level.parse(report.level) };
    if (report.judgedThrough !== null && number <= report.judgedThrough) return unchanged;
    const readBy = { staffId, deskId: seat.deskId, messageId };
    const news = { report, dangerNow: false, signals, envelopes, readBy };
    const level = await raiseIfNeeded(world, tx, news);
    return level === null ? unchanged : { raised: true, level };
  });
}

async function numberOf(tx: Tx, report: ReportRow, messageId: string): Promise<number> {
  const [message] = await tx
    .select({ number: messages.number })
    .from(messages)
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.reportId, report.id),
        eq(messages.author, "reporter"),
      ),
    );
  refuseUnless(message !== undefined, "malformed");
  return message.number;
}

function knownOf(report: ReportRow): Known {
  return {
    level: Level.parse(report.level),
    reasons: ReasonCode.array().parse(report.reasons),
    facts: Facts.parse(report.facts),
    signals: Signal.array().parse(report.signals),
    isJudged: report.judgedThrough !== null,
  };
}
