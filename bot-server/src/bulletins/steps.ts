import type { SeenVersion } from "@truong-an/shared/api/bulletins";
import { needsFourEyes } from "@truong-an/shared/bulletin";
import { findingsIn, publishedWords } from "@truong-an/shared/bulletin-check";
import type { BulletinId, StaffId } from "@truong-an/shared/ids";
import { and, eq, inArray, ne, type SQL } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { bulletins, bulletinVersions } from "../db/bulletin-tables.ts";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { isSeen, lockBulletin, moved, type Standing, type VersionRow } from "./standing.ts";

export type Step = "submit" | "return" | "approve" | "publish";

type Changes = Partial<VersionRow>;

/**
 * One step of a bulletin's way out, for exactly the words that this person has seen. Whoever wrote
 * them neither approves nor publishes them; the statement itself says so too. What comes out for
 * the first time is announced.
 */
export async function takeStep(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
  step: Step,
  seen: SeenVersion,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const standing = await lockBulletin(tx, staffId, bulletinId);
    const status = moved(standing.status, step);
    const { front } = standing;
    const isOwn = front.writtenBy === staffId;
    refuseUnless(!(needsFourEyes.has(step) && isOwn), "needs-colleague");
    if (step === "publish") await replacePublished(tx, standing);
    const changes = { status, ...changesBy(step, world, staffId, standing) };
    const others = needsFourEyes.has(step) ? ne(bulletinVersions.writtenBy, staffId) : undefined;
    const isDone = await change(tx, changes, and(isSeen(bulletinId, seen), others));
    refuseUnless(isDone, "not-now"); // other words than were seen
    if (step === "publish" && standing.publishedAt === null) {
      await comeOut(world, tx, bulletinId);
    }
    await remember(world, tx, staffId, bulletinId, step, front);
  });
}

function changesBy(step: Step, world: World, staffId: StaffId, standing: Standing): Changes {
  const now = world.now();
  switch (step) {
    case "submit":
      return {};
    case "return":
      return { approvedBy: null, approvedAt: null };
    case "approve":
      return { approvedBy: staffId, approvedAt: now };
    case "publish":
      return {
        publishedBy: staffId,
        publishedAt: standing.publishedAt ?? now, // a correction keeps its place among the others
        correctedAt: standing.publishedAt === null ? null : now,
      };
  }
}

async function replacePublished(tx: Tx, { published }: Standing): Promise<void> {
  if (published === undefined) return;
  await change(tx, { status: "replaced" }, isVersion(published));
}

async function comeOut(world: World, tx: Tx, bulletinId: BulletinId): Promise<void> {
  await tx.update(bulletins).set({ publishedAt: world.now() }).where(eq(bulletins.id, bulletinId));
  await enqueue(tx, "announce-bulletin", { bulletinId }, { urgency: "bulk" });
}

/**
 * Takes one version away at once: what is published is no longer read, what is worked on is given
 * up. A correction that had been approved needs a new approval when what it corrects is withdrawn.
 */
export async function withdrawBulletin(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
  number: number,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { front, published } = await lockBulletin(tx, staffId, bulletinId);
    const version = [front, published].find((one) => one?.number === number);
    refuseUnless(version !== undefined && version.status !== "withdrawn", "not-now");
    const at = world.now();
    const gone = { status: "withdrawn", withdrawnBy: staffId, withdrawnAt: at };
    await change(tx, gone, isVersion(version));
    if (version === published && front.status !== "published") {
      const again = { status: "draft", approvedBy: null, approvedAt: null };
      await change(tx, again, isVersion(front));
    }
    await record(tx, { kind: "bulletin-withdrawn", bulletinId, version: number, staffId, at });
  });
}

function isVersion({ bulletinId, number }: VersionRow): SQL | undefined {
  return and(eq(bulletinVersions.bulletinId, bulletinId), eq(bulletinVersions.number, number));
}

const open = ["draft", "submitted", "approved", "published"];

async function change(tx: Tx, changes: Changes, which: SQL | undefined): Promise<boolean> {
  const changed = await tx
    .update(bulletinVersions)
    .set(changes)
    .where(and(which, inArray(bulletinVersions.status, open)))
    .returning({ number: bulletinVersions.number });
  return changed.length === 1;
}

const kinds = {
  submit: "bulletin-submitted",
  return: "bulletin-returned",
  publish: "bulletin-published",
} as const;

async function remember(
  world: World,
  tx: Tx,
  staffId: StaffId,
  bulletinId: BulletinId,
  step: Step,
  { number: version, title, body, coverAlt }: VersionRow,
): Promise<void> {
  const entry = { bulletinId, version, staffId, at: world.now() };
  if (step !== "approve") return record(tx, { kind: kinds[step], ...entry });
  const cover = coverAlt === null ? null : { alt: coverAlt };
  const findings = findingsIn(publishedWords({ title, body, cover }));
  const flags = [...new Set(findings.map(({ flag }) => flag))];
  await record(tx, { kind: "bulletin-approved", flags, ...entry });
}
