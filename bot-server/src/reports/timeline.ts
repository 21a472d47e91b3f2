import { AlertTurn, type TimelineEntry } from "@truong-an/shared/api/staff";
import { Correction } from "@truong-an/shared/correction";
import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { auditEntries, desks, staff } from "../db/tables.ts";

const mostEntries = 500;

/** What has happened to a report, as its desks may see it, in order: the newest 500 entries. */
export async function timelineOf(db: Queryable, reportId: string): Promise<TimelineEntry[]> {
  const newestFirst = await db
    .select({
      at: auditEntries.at,
      kind: auditEntries.kind,
      who: staff.name,
      desk: desks.name,
      details: auditEntries.details,
    })
    .from(auditEntries)
    .leftJoin(staff, eq(staff.id, auditEntries.staffId))
    .leftJoin(desks, eq(desks.id, auditEntries.deskId))
    .where(eq(auditEntries.reportId, reportId))
    .orderBy(desc(auditEntries.id))
    .limit(mostEntries);
  return newestFirst.reverse().map(({ details, ...entry }) => {
    const correction = entry.kind === "level-corrected" ? Correction.safeParse(details) : null;
    const alert = entry.kind === "alert-attempted" ? AlertTurn.safeParse(details) : null;
    return { ...entry, correction: correction?.data ?? null, alert: alert?.data ?? null };
  });
}

/** The name of the desk that last corrected a report's level; null when none has. */
export async function correctingDesk(db: Queryable, reportId: string): Promise<string | null> {
  const ofReport = eq(auditEntries.reportId, reportId);
  const [last] = await db
    .select({ name: desks.name })
    .from(auditEntries)
    .innerJoin(desks, eq(desks.id, auditEntries.deskId))
    .where(and(ofReport, eq(auditEntries.kind, "level-corrected")))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return last?.name ?? null;
}
