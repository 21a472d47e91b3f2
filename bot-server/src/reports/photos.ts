import { createHash } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { photos } from "../db/tables.ts";
import { Refusal, refuseUnless } from "../refusal.ts";

/** How every age file begins: a photo that somebody forgot to seal is turned away. */
const ageHeader = Buffer.from("age-encryption.org/v1\n");

/** Hex names of the photos that were announced with this report and have not arrived yet. */
export async function photosWanted(db: Queryable, reportId: string): Promise<string[]> {
  const rows = await db
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(and(eq(photos.reportId, reportId), isNull(photos.sealed)))
    .orderBy(asc(photos.position));
  return rows.map((row) => row.sha256.toString("hex"));
}

/** Every photo of a report, its own and those of its messages, and whether it is here. */
export async function photosOf(db: Queryable, reportId: string) {
  const rows = await db
    .select({ sha256: photos.sha256, messageId: photos.messageId, missing: isNull(photos.sealed) })
    .from(photos)
    .where(eq(photos.reportId, reportId))
    .orderBy(asc(photos.position));
  return rows.map((row) => ({
    sha256: row.sha256.toString("hex"),
    messageId: row.messageId,
    here: row.missing !== true,
  }));
}

/**
 * Stores a sealed photo that some report or message has announced. Its name is its hash, so it
 * either arrives whole or is refused; sending it again changes nothing.
 */
export async function receivePhoto(db: Queryable, sha256: string, sealed: Buffer): Promise<void> {
  const digest = createHash("sha256").update(sealed).digest();
  const isSealed = sealed.subarray(0, ageHeader.length).equals(ageHeader);
  refuseUnless(isSealed && digest.toString("hex") === sha256, "photo-damaged");
  const stored = await db
    .update(photos)
    .set({ sealed })
    .where(and(eq(photos.sha256, digest), isNull(photos.sealed)))
    .returning({ sha256: photos.sha256 });
  if (stored.length > 0) return;
  const [known] = await db
    .select({ sha256: photos.sha256 })
    .from(photos)
    .where(eq(photos.sha256, digest));
  refuseUnless(known !== undefined, "photo-not-expected");
}

/** The sealed bytes of one photo of this report. */
export async function fetchPhoto(db: Queryable, reportId: string, sha256: string): Promise<Buffer> {
  const [row] = await db
    .select({ sealed: photos.sealed })
    .from(photos)
    .where(and(eq(photos.reportId, reportId), eq(photos.sha256, Buffer.from(sha256, "hex"))));
  if (row?.sealed == null) throw new Refusal("not-found");
  return row.sealed;
}
