import type { TimelineEntry } from "@truong-an/shared/api/staff";
import { desc, eq } from "drizzle-orm";
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
    })
    .from(auditEntries)
    .leftJoin(staff, eq(staff.id, auditEntries.staffId))
    .leftJoin(desks, eq(desks.id, auditEntries.deskId))
    .where(eq(auditEntries.reportId, reportId))
    .orderBy(desc(auditEntries.id))
    .limit(mostEntries);
  return newestFirst.reverse();
}
