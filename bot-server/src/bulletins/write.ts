import { randomUUID } from "node:crypto";
import type { EditBulletin, WriteBulletin } from "@truong-an/shared/api/bulletins";
import { bareJpeg, sizeOfJpeg } from "@truong-an/shared/bare-jpeg";
import { bulletinLimits, scopeOf } from "@truong-an/shared/bulletin";
import type { BulletinId, StaffId } from "@truong-an/shared/ids";
import { and, eq, isNotNull, notInArray } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { bulletinCovers, bulletins, bulletinVersions } from "../db/bulletin-tables.ts";
import type { Tx } from "../db/open.ts";
import { deskMembers } from "../db/tables.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { columnsOf, refuseStrangers } from "./rights.ts";
import { isSeen, lockBulletin, moved, type Standing } from "./standing.ts";

/** Begins a bulletin in the name of a desk. The same id again, by the same person, is the same draft. */
export async function writeBulletin(
  world: World,
  staffId: StaffId,
  given: WriteBulletin,
): Promise<void> {
  const { bulletinId, deskId } = given;
  await world.db.transaction(async (tx) => {
    await refuseStrangers(tx, staffId, deskId, scopeOf(given.place));
    const added = await tx
      .insert(bulletins)
      .values({ id: bulletinId, deskId })
      .onConflictDoNothing()
      .returning({ id: bulletins.id });
    if (added.length === 0) {
      const { front } = await lockBulletin(tx, staffId, bulletinId);
      return refuseUnless(front.writtenBy === staffId && front.number === 1, "not-now");
    }
    await addVersion(tx, {
      bulletinId,
      number: 1,
      ...wordsOf(given),
      ...writtenNow(world, staffId),
    });
    await remember(world, tx, staffId, bulletinId, 1);
  });
}

/**
 * Other words, by someone of the desk in whose name it goes. They need a new approval. What is
 * published stays as it is until they, as a version of their own, take its place.
 */
export async function editBulletin(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
  { seen, cover, ...given }: EditBulletin,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const standing = await lockBulletin(tx, staffId, bulletinId);
    await refuseStrangers(tx, staffId, standing.deskId, scopeOf(given.place));
    const isCurrent =
      standing.front.number === seen.version && standing.front.writtenAt === seen.writtenAt;
    refuseUnless(isCurrent, "not-now");
    if (cover !== null) await refuseUnlessOwn(tx, bulletinId, cover.id);
    const version = {
      ...wordsOf(given),
      coverId: cover?.id ?? null,
      coverAlt: cover?.alt ?? null,
      ...writtenNow(world, staffId),
    };
    const number = await keepWords(tx, bulletinId, standing, seen, version);
    await dropUnusedCovers(tx, bulletinId);
    await remember(world, tx, staffId, bulletinId, number);
  });
}

type Words = Omit<typeof bulletinVersions.$inferInsert, "bulletinId" | "number" | "status">;

async function keepWords(
  tx: Tx,
  bulletinId: BulletinId,
  standing: Standing,
  seen: EditBulletin["seen"],
  words: Words,
): Promise<number> {
  const isOver = standing.status === "published" || standing.status === "withdrawn";
  if (isOver) {
    moved(standing.status, "correct");
    const number = standing.newest + 1;
    await addVersion(tx, { bulletinId, number, ...words });
    return number;
  }
  const status = moved(standing.status, "edit");
  await tx
    .update(bulletinVersions)
    .set({ ...words, status, approvedBy: null, approvedAt: null })
    .where(isSeen(bulletinId, seen));
  return seen.version;
}

/** Keeps a picture to be named in the next edit; one that no version names goes then. */
export async function keepCover(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
  bytes: Buffer,
): Promise<{ coverId: string }> {
  const image = pictureOf(bytes);
  return world.db.transaction(async (tx) => {
    const { deskId } = await lockBulletin(tx, staffId, bulletinId);
    const [seat] = await tx
      .select({ deskId: deskMembers.deskId })
      .from(deskMembers)
      .where(and(eq(deskMembers.deskId, deskId), eq(deskMembers.staffId, staffId)));
    refuseUnless(seat !== undefined, "not-found");
    refuseUnless(image !== null, "photo-damaged");
    const id = randomUUID();
    await tx.insert(bulletinCovers).values({ id, bulletinId, image });
    return { coverId: id };
  });
}

/** A JPEG of the right size without anything beside the picture, or null. */
function pictureOf(bytes: Buffer): Buffer | null {
  const bare = bareJpeg(bytes);
  const size = bare && sizeOfJpeg(bare);
  if (bare === null || size === null) return null;
  const isFit =
    bare.length <= bulletinLimits.coverBytes &&
    Math.max(size.width, size.height) <= bulletinLimits.coverSide;
  return isFit ? Buffer.from(bare) : null;
}

async function addVersion(
  tx: Tx,
  version: Omit<typeof bulletinVersions.$inferInsert, "status">,
): Promise<void> {
  await tx.insert(bulletinVersions).values({ ...version, status: "draft" });
}

async function refuseUnlessOwn(tx: Tx, bulletinId: BulletinId, coverId: string): Promise<void> {
  const [cover] = await tx
    .select({ id: bulletinCovers.id })
    .from(bulletinCovers)
    .where(and(eq(bulletinCovers.id, coverId), eq(bulletinCovers.bulletinId, bulletinId)));
  refuseUnless(cover !== undefined, "not-found");
}

async function dropUnusedCovers(tx: Tx, bulletinId: BulletinId): Promise<void> {
  const used = tx
    .select({ id: bulletinVersions.coverId })
    .from(bulletinVersions)
    .where(and(eq(bulletinVersions.bulletinId, bulletinId), isNotNull(bulletinVersions.coverId)));
  await tx
    .delete(bulletinCovers)
    .where(and(eq(bulletinCovers.bulletinId, bulletinId), notInArray(bulletinCovers.id, used)));
}

function wordsOf(given: Pick<WriteBulletin, "topic" | "title" | "body" | "place" | "readers">) {
  const { topic, title, body, place, readers } = given;
  return {
    topic,
    title: title.normalize("NFC"),
    body: body.normalize("NFC"),
    readers: [...new Set(readers)],
    ...columnsOf(scopeOf(place)),
  };
}

function writtenNow(world: World, writtenBy: StaffId) {
  return { writtenBy, writtenAt: world.now() };
}

async function remember(
  world: World,
  tx: Tx,
  staffId: StaffId,
  bulletinId: BulletinId,
  version: number,
): Promise<void> {
  await record(tx, { kind: "bulletin-written", bulletinId, version, staffId, at: world.now() });
}
