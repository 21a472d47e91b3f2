import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { reports } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";

/** The report that this finding half belongs to. Only the half's hash is ever stored. */
export async function findByReceipt(db: Queryable, finder: string) {
  const finderHash = createHash("sha256").update(Buffer.from(finder, "base64")).digest();
  const [report] = await db.select().from(reports).where(eq(reports.finderHash, finderHash));
  if (report === undefined) throw new Refusal("no-such-receipt");
  return report;
}
