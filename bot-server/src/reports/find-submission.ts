import type { ReportAccepted } from "@truong-an/shared/api/reporter";
import type { SubmissionId } from "@truong-an/shared/ids";
import { Level } from "@truong-an/shared/report";
import { eq } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { reports } from "../db/tables.ts";
import { photosWanted } from "./photos.ts";

/** What was answered when this submission was first accepted, with the photos that are still missing. */
export async function findSubmission(
  db: Queryable,
  submissionId: SubmissionId,
): Promise<ReportAccepted | undefined> {
  const [row] = await db
    .select({ id: reports.id, level: reports.level })
    .from(reports)
    .where(eq(reports.submissionId, submissionId));
  if (row === undefined) return undefined;
  return { level: Level.parse(row.level), photosWanted: await photosWanted(db, row.id) };
}
