import { randomBytes } from "node:crypto";
import type { DeskId, ReportId, StaffId } from "@truong-an/shared/ids";
import { Level } from "@truong-an/shared/report";
import { addMinutes, type Instant, toTheMinute } from "@truong-an/shared/time";
import { urgencyRank } from "@truong-an/shared/triage/triage";
import { and, eq, gt, sql } from "drizzle-orm";
import { alertCalls } from "../db/alert-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { reports } from "../db/tables.ts";

/** Who is called about which report, in which round. */
export type CallOf = {
  readonly reportId: ReportId;
  readonly deskId: DeskId;
  readonly staffId: StaffId;
  readonly round: number;
};

/** What a report is at the moment of a call. */
export type Known = {
  readonly level: Level;
  readonly news: number; // messages of the reporter so far
  readonly ownerDeskId: string;
  readonly status: string;
  readonly takenRound: number | null;
};

export async function knownOf(db: Queryable, reportId: ReportId): Promise<Known | undefined> {
  const [report] = await db
    .select({
      level: reports.level,
      news: reports.news,
      ownerDeskId: reports.ownerDeskId,
      status: reports.status,
      takenRound: reports.takenRound,
    })
    .from(reports)
    .where(eq(reports.id, reportId));
  return report === undefined
    ? undefined
    : { ...report, level: Level.catch("emergency").parse(report.level) };
}

/** Whether a call has been overtaken: the report has been taken since and still is, or closed. */
export function isPast(report: Known | undefined, round: number): boolean {
  if (report === undefined || report.status === "closed") return true;
  // What comes after the taking calls too, each desk for itself: a message, a higher level.
  return report.takenRound !== null && round < report.takenRound;
}

/** Remembers that these people are being called. Calling them again in the same round is the same call. */
export async function openCalls(
  tx: Tx,
  calls: readonly CallOf[],
  { level, news, ownerDeskId }: Known,
  now: Instant,
): Promise<void> {
  if (calls.length === 0) return;
  const calledAt = toTheMinute(now);
  const rows = calls.map((call) => {
    const code = randomBytes(10).toString("hex");
    return { ...call, code, level, news, ownerDeskId, calledAt };
  });
  await tx.insert(alertCalls).values(rows).onConflictDoNothing();
}

export type OpenCall = { readonly code: string; readonly isOver: boolean };

/** The call as it stands. It is over once acknowledged, or when the same person has been called since. */
export async function findCall(db: Queryable, call: CallOf): Promise<OpenCall | undefined> {
  const [row] = await db
    .select({
      code: alertCalls.code,
      isOver: sql<boolean>`${alertCalls.acknowledgedAt} is not null or exists (
        select from alert_calls later
        where later.report_id = ${call.reportId} and later.desk_id = ${call.deskId}
          and later.staff_id = ${call.staffId} and later.round > ${call.round})`,
    })
    .from(alertCalls)
    .where(isCall(call));
  return row;
}

/**
 * Who has said "received" lately and would hear nothing new: the same level or a lower one, no
 * message since, the same desk in charge. They are not called by mere repetition.
 */
export async function whoHasHeard(
  db: Queryable,
  reportId: ReportId,
  report: Known,
  now: Instant,
  quietMinutes: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ staffId: alertCalls.staffId, level: alertCalls.level })
    .from(alertCalls)
    .where(
      and(
        eq(alertCalls.reportId, reportId),
        gt(alertCalls.acknowledgedAt, addMinutes(now, -quietMinutes)),
        eq(alertCalls.news, report.news),
        eq(alertCalls.ownerDeskId, report.ownerDeskId),
      ),
    );
  const heard = rows.filter(
    ({ level }) => urgencyRank(report.level) >= urgencyRank(Level.parse(level)),
  );
  return new Set(heard.map(({ staffId }) => staffId));
}

/** Keeps whether anything has reached this person in this round; once it has, it has. Answers that. */
export async function keepReached(
  db: Queryable,
  call: CallOf,
  isReached: boolean,
): Promise<boolean> {
  const [row] = await db
    .update(alertCalls)
    .set({ reached: isReached ? true : sql`coalesce(${alertCalls.reached}, false)` })
    .where(isCall(call))
    .returning({ reached: alertCalls.reached });
  return row?.reached ?? isReached;
}

/** Whether nobody at the desk could be reached in this round, and nobody there has heard before. */
export async function isDeskUnreached(
  db: Queryable,
  { reportId, deskId, round }: Omit<CallOf, "staffId">,
): Promise<boolean> {
  const [row] = await db
    .select({
      hope: sql<number>`(count(*) filter (
        where ${alertCalls.acknowledgedAt} is not null
          or (${alertCalls.round} = ${round} and ${alertCalls.reached} is distinct from false)
      ))::int`,
    })
    .from(alertCalls)
    .where(and(eq(alertCalls.reportId, reportId), eq(alertCalls.deskId, deskId)));
  return row?.hope === 0;
}

function isCall({ reportId, deskId, staffId, round }: CallOf) {
  return and(
    eq(alertCalls.reportId, reportId),
    eq(alertCalls.deskId, deskId),
    eq(alertCalls.staffId, staffId),
    eq(alertCalls.round, round),
  );
}
