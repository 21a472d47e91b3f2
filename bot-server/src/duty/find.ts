import { type Called, calledAt } from "@truong-an/shared/duty/on-duty";
import { Absence, Cover, noPlan, Plan, type Roster } from "@truong-an/shared/duty/roster";
import { type DeskId, StaffId } from "@truong-an/shared/ids";
import type { Instant, SchoolCalendar } from "@truong-an/shared/time";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { dutyAbsences, dutyCovers, dutyPatterns, dutyPlans } from "../db/duty-tables.ts";
import type { Queryable } from "../db/open.ts";
import { deskDuty, dutyChannels } from "../db/tables.ts";

export type When = { readonly at: Instant; readonly calendar: SchoolCalendar };

/**
 * Whom to call at a desk: whoever is on duty and has a channel to be called by. In a gap, or when
 * nothing reaches any of them, everyone at the desk whom anything reaches.
 */
export async function onDutyAt(
  db: Queryable,
  deskId: DeskId,
  { at, calendar }: When,
): Promise<Called> {
  const { roster } = await findRoster(db, deskId, at);
  const reachable = await whomAnythingReaches(db, roster.members);
  const called = calledAt(roster, at, calendar);
  const staffIds = called.staffIds.filter((staffId) => reachable.has(staffId));
  if (staffIds.length > 0) return { ...called, staffIds };
  return { staffIds: roster.members.filter((one) => reachable.has(one)), isFallback: true };
}

async function whomAnythingReaches(
  db: Queryable,
  staffIds: readonly StaffId[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ staffId: dutyChannels.staffId })
    .from(dutyChannels)
    .where(inArray(dutyChannels.staffId, [...staffIds]));
  return new Set(rows.map(({ staffId }) => staffId));
}

export type FoundRoster = {
  readonly roster: Roster;
  readonly planNumber: number; // of the plan that this is; 0: nobody has planned yet
};

/** A desk's roster as it stands, without covers and absences that were over at `since`. */
export async function findRoster(
  db: Queryable,
  deskId: DeskId,
  since: Instant,
): Promise<FoundRoster> {
  const people = await db
    .select({ staffId: deskDuty.staffId, plan: dutyPlans })
    .from(deskDuty)
    .leftJoin(dutyPlans, eq(dutyPlans.deskId, deskDuty.deskId))
    .where(eq(deskDuty.deskId, deskId))
    .orderBy(asc(deskDuty.staffId));
  const members = people.map(({ staffId }) => StaffId.parse(staffId));
  const plan = people[0]?.plan ?? null;
  if (plan === null) {
    return { roster: { ...noPlan, members, covers: [], absences: [] }, planNumber: 0 };
  }
  const { otherwise, summerFrom, summerTo } = plan;
  return {
    roster: {
      ...Plan.parse({
        patterns: await patternsOf(db, deskId),
        otherwise,
        summer: { from: summerFrom, to: summerTo },
      }),
      members,
      covers: await coversOf(db, deskId, since),
      absences: await absencesOf(db, deskId, since),
    },
    planNumber: plan.number,
  };
}

function patternsOf(db: Queryable, deskId: DeskId) {
  return db
    .select({
      staffId: dutyPatterns.staffId,
      weekdays: dutyPatterns.weekdays,
      from: dutyPatterns.fromMinute,
      to: dutyPatterns.toMinute,
      days: dutyPatterns.days,
    })
    .from(dutyPatterns)
    .where(eq(dutyPatterns.deskId, deskId))
    .orderBy(asc(dutyPatterns.position));
}

async function coversOf(db: Queryable, deskId: DeskId, since: Instant) {
  const rows = await db
    .select({
      id: dutyCovers.id,
      staffId: dutyCovers.staffId,
      insteadOf: dutyCovers.insteadOf,
      from: dutyCovers.fromAt,
      to: dutyCovers.toAt,
    })
    .from(dutyCovers)
    .where(and(eq(dutyCovers.deskId, deskId), gt(dutyCovers.toAt, since)))
    .orderBy(asc(dutyCovers.written));
  return rows.map((row) => Cover.parse(row));
}

async function absencesOf(db: Queryable, deskId: DeskId, since: Instant) {
  const rows = await db
    .select({
      id: dutyAbsences.id,
      staffId: dutyAbsences.staffId,
      from: dutyAbsences.fromAt,
      to: dutyAbsences.toAt,
    })
    .from(dutyAbsences)
    .where(and(eq(dutyAbsences.deskId, deskId), gt(dutyAbsences.toAt, since)))
    .orderBy(asc(dutyAbsences.fromAt), asc(dutyAbsences.id));
  return rows.map((row) => Absence.parse(row));
}
