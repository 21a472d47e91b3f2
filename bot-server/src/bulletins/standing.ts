import { advance, type BulletinEvent, BulletinStatus } from "@truong-an/shared/bulletin";
import { type BulletinId, DeskId, type StaffId } from "@truong-an/shared/ids";
import { and, desc, eq, sql } from "drizzle-orm";
import { bulletins, bulletinVersions } from "../db/bulletin-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { Refusal } from "../refusal.ts";
import { mayWriteFor } from "./rights.ts";

export type VersionRow = typeof bulletinVersions.$inferSelect;

/** A bulletin as it stands. `front` is the version that is worked on, else the one that is read, else the last. */
export type Standing = {
  readonly deskId: DeskId;
  readonly publishedAt: VersionRow["publishedAt"];
  readonly status: BulletinStatus;
  readonly front: VersionRow;
  readonly published: VersionRow | undefined;
  readonly newest: number;
};

/**
 * The bulletin, locked for this transaction. Someone whose desks do not write for its place gets
 * `not-found`, the same as for one that does not exist.
 */
export async function lockBulletin(tx: Tx, staffId: StaffId, id: BulletinId): Promise<Standing> {
  const [bulletin] = await tx.select().from(bulletins).where(eq(bulletins.id, id)).for("update");
  const versions = await versionsFor(tx, staffId, id);
  const front = versions[0] && frontOf(versions);
  if (bulletin === undefined || front === undefined) throw new Refusal("not-found");
  return {
    deskId: DeskId.parse(bulletin.deskId),
    publishedAt: bulletin.publishedAt,
    status: BulletinStatus.parse(front.status),
    front,
    published: versions.find(({ status }) => status === "published"),
    newest: versions[0]?.number ?? 0,
  };
}

/** Every version, the newest first; none when this person's desks do not write for where it stands. */
export async function versionsFor(
  db: Queryable,
  staffId: StaffId,
  id: BulletinId,
): Promise<readonly VersionRow[]> {
  const rows = await db
    .select({ version: bulletinVersions, isTheirs: mayWriteFor(staffId) })
    .from(bulletinVersions)
    .where(eq(bulletinVersions.bulletinId, id))
    .orderBy(desc(bulletinVersions.number));
  const versions = rows.map(({ version }) => version);
  const front = versions[0] && frontOf(versions);
  return rows.some(({ version, isTheirs }) => version === front && isTheirs) ? versions : [];
}

const working: ReadonlySet<string> = new Set(["draft", "submitted", "approved"]);

/** Of versions, the newest first, the one by which a bulletin is known to staff. */
export function frontOf(versions: readonly VersionRow[]): VersionRow | undefined {
  return (
    versions.find(({ status }) => working.has(status)) ??
    versions.find(({ status }) => status === "published") ??
    versions[0]
  );
}

/** The status after this event. Throws `not-now` when it may not happen. */
export function moved(from: BulletinStatus, event: BulletinEvent): BulletinStatus {
  const move = advance(from, event);
  if (move.kind === "illegal") throw new Refusal("not-now");
  return move.to;
}

/** Condition on the one version that was seen, still with the words that were seen. */
export function isSeen(id: BulletinId, seen: { version: number; writtenAt: number }) {
  return and(
    eq(bulletinVersions.bulletinId, id),
    eq(bulletinVersions.number, seen.version),
    sql`${bulletinVersions.writtenAt} = ${new Date(seen.writtenAt).toISOString()}::timestamptz`,
  );
}
