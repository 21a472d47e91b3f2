/**
 * A bulletin on its way into groups. Here people begin it, stop it, try again and answer what only
 * they can see: that writes posts down and queues a batch. `walk` is that batch, the only one that
 * speaks to Zalo; `ways` is how a kind of group is written to and read; `posts` holds a post's row,
 * and shared/broadcast what may become of it. `broadcast-list` shows how far each has come.
 */

import { randomUUID } from "node:crypto";
import type { AnswerPost } from "@truong-an/shared/api/groups";
import { isPending, mayRetry } from "@truong-an/shared/broadcast";
import { deskThatMay } from "@truong-an/shared/group";
import { type BulletinId, DeskId, type StaffId } from "@truong-an/shared/ids";
import { and, eq, inArray } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { findPublished } from "../bulletins/find.ts";
import { broadcastPosts, broadcasts } from "../db/group-tables.ts";
import type { Tx } from "../db/open.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { isMeant } from "./broadcast-list.ts";
import { groupDesksOf } from "./desks.ts";
import { groupsWithin, type Placed } from "./find.ts";
import { happen, isPost, postOf, queueBatch, type StoredPost } from "./posts.ts";

/** Sends a bulletin to those of its groups that one may post to and that it has not gone to yet. */
export async function startBroadcast(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { meant, deskId } = await meantGroups(tx, staffId, bulletinId);
    const open = meant.filter(({ group }) => group.state === "enabled");
    const broadcastId = await openBroadcast(world, tx, { bulletinId, staffId, deskId });
    const at = world.now();
    const added = open.map(({ group }) => ({
      broadcastId,
      groupId: group.id,
      status: "waiting",
      attempts: 0,
      nextTryAt: at,
      isStopped: false,
      changedAt: at,
    }));
    const begun =
      added.length === 0
        ? []
        : await tx.insert(broadcastPosts).values(added).onConflictDoNothing().returning();
    const revived = await again(
      world,
      tx,
      broadcastId,
      open,
      ({ status }) => status === "cancelled",
    );
    const groups = begun.length + revived;
    refuseUnless(groups > 0, "not-now");
    await record(tx, { kind: "broadcast-started", staffId, deskId, bulletinId, groups, at });
    await queueBatch(tx, broadcastId);
  });
}

/** Tries again where it did not arrive. What may have arrived is looked up, not sent blindly. */
export async function retryBroadcast(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { meant, deskId } = await meantGroups(tx, staffId, bulletinId);
    const broadcastId = await openBroadcast(world, tx, { bulletinId, staffId, deskId });
    const readable = new Set(
      meant.filter(({ group }) => group.kind === "gmf").map(({ group }) => group.id),
    );
    const groups = await again(
      world,
      tx,
      broadcastId,
      meant,
      ({ status, groupId }) =>
        status === "failed" || (status === "unsure" && readable.has(groupId)),
    );
    refuseUnless(groups > 0, "not-now");
    await record(tx, {
      kind: "broadcast-retried",
      staffId,
      deskId,
      bulletinId,
      groups,
      at: world.now(),
    });
    await queueBatch(tx, broadcastId);
  });
}

/** Calls back what has not been sent. What is under way is looked up, and not sent again. */
export async function stopBroadcast(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { meant, deskId } = await meantGroups(tx, staffId, bulletinId);
    const broadcastId = await knownBroadcast(tx, bulletinId);
    const rows = await heldPosts(tx, broadcastId, meant);
    const pending = rows.filter((row) => isPending(postOf(row)));
    refuseUnless(pending.length > 0, "not-now");
    for (const row of pending) {
      const isWaiting = row.status === "waiting";
      const stopped = isWaiting && (await happen(world, tx, row, { kind: "stopped" }));
      if (!stopped) await tx.update(broadcastPosts).set({ isStopped: true }).where(isPost(row));
    }
    const groups = pending.length;
    await record(tx, {
      kind: "broadcast-stopped",
      staffId,
      deskId,
      bulletinId,
      groups,
      at: world.now(),
    });
    await queueBatch(tx, broadcastId);
  });
}

/** A person has looked into a group that nobody else can read. */
export async function answerPost(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
  { groupId, isThere }: AnswerPost,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const { meant, deskId } = await meantGroups(tx, staffId, bulletinId);
    const broadcastId = await knownBroadcast(tx, bulletinId);
    const rows = await heldPosts(
      tx,
      broadcastId,
      meant.filter(({ group }) => group.id === groupId),
    );
    const [row] = rows;
    refuseUnless(row !== undefined, "not-found");
    refuseUnless(!isPending(postOf(row)), "not-now");
    const happened = await happen(world, tx, row, { kind: isThere ? "confirmed" : "denied" });
    refuseUnless(happened, "not-now");
    const at = world.now();
    await record(tx, {
      kind: "broadcast-answered",
      staffId,
      deskId,
      bulletinId,
      groupId,
      isThere,
      at,
    });
    if (isThere) return;
    await openBroadcast(world, tx, { bulletinId, staffId, deskId });
    await queueBatch(tx, broadcastId);
  });
}

/** The bulletin's groups that somebody may post to, and the desk in whose name they do. */
async function meantGroups(tx: Tx, staffId: StaffId, bulletinId: BulletinId) {
  const bulletin = await findPublished(tx, bulletinId);
  const of = await groupDesksOf(tx, staffId);
  const within = await groupsWithin(tx, of);
  const meant =
    bulletin === undefined ? [] : within.filter((one) => isMeant(bulletin.audience, one));
  const place = meant[0]?.place;
  if (place === undefined) throw new Refusal("not-found");
  return { meant, deskId: DeskId.parse(deskThatMay(of, "use", place)?.deskId) };
}

async function openBroadcast(
  world: World,
  tx: Tx,
  begun: { readonly bulletinId: BulletinId; readonly staffId: StaffId; readonly deskId: DeskId },
): Promise<string> {
  const { staffId, deskId } = begun;
  const startedAt = world.now();
  const [row] = await tx
    .insert(broadcasts)
    .values({ ...begun, id: randomUUID(), startedAt })
    .onConflictDoUpdate({
      target: broadcasts.bulletinId,
      set: { staffId, deskId, startedAt, finishedAt: null },
    })
    .returning({ id: broadcasts.id });
  if (row === undefined) throw new Error("a broadcast was neither made nor found");
  return row.id;
}

async function knownBroadcast(tx: Tx, bulletinId: BulletinId): Promise<string> {
  const [row] = await tx
    .select({ id: broadcasts.id })
    .from(broadcasts)
    .where(eq(broadcasts.bulletinId, bulletinId));
  if (row === undefined) throw new Refusal("not-now");
  return row.id;
}

async function heldPosts(
  tx: Tx,
  broadcastId: string,
  among: readonly Placed[],
): Promise<readonly StoredPost[]> {
  if (among.length === 0) return [];
  return tx
    .select()
    .from(broadcastPosts)
    .where(
      and(
        eq(broadcastPosts.broadcastId, broadcastId),
        inArray(
          broadcastPosts.groupId,
          among.map(({ group }) => group.id),
        ),
      ),
    )
    .orderBy(broadcastPosts.groupId)
    .for("update");
}

/** Gives those posts that qualify another try. Answers how many. */
async function again(
  world: World,
  tx: Tx,
  broadcastId: string,
  among: readonly Placed[],
  qualifies: (row: StoredPost) => boolean,
): Promise<number> {
  const rows = await heldPosts(tx, broadcastId, among);
  const due = rows.filter((row) => qualifies(row) && mayRetry(postOf(row)));
  for (const row of due) await happen(world, tx, row, { kind: "retried" }, { isStopped: false });
  return due.length;
}
