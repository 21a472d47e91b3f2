import { afterEvent, type Post, type PostEvent, PostStatus } from "@truong-an/shared/broadcast";
import { BroadcastId } from "@truong-an/shared/ids";
import { type Instant, instant } from "@truong-an/shared/time";
import { and, eq, lte, or, sql } from "drizzle-orm";
import { broadcastPosts } from "../db/group-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { World } from "../world.ts";

export type StoredPost = typeof broadcastPosts.$inferSelect;

export function postOf(row: StoredPost): Post {
  const { code, attempts, nextTryAt } = row;
  return { status: PostStatus.parse(row.status), code, attempts, nextTryAt };
}

export function isPost({ broadcastId, groupId }: Pick<StoredPost, "broadcastId" | "groupId">) {
  return and(eq(broadcastPosts.broadcastId, broadcastId), eq(broadcastPosts.groupId, groupId));
}

/** Writes down what a post becomes. False when that may not happen to it now. */
export async function happen(
  world: World,
  tx: Tx,
  row: StoredPost,
  event: PostEvent,
  extra: Partial<StoredPost> = {},
): Promise<boolean> {
  const changedAt = world.now();
  const post = afterEvent(postOf(row), event, changedAt, Math.random());
  if (post === undefined) return false;
  await tx
    .update(broadcastPosts)
    .set({ ...post, ...extra, changedAt })
    .where(isPost(row));
  return true;
}

const graceMs = 3_000; // between writing down `sending` and holding the row again

/**
 * One post whose turn it is, held until the end of the transaction: whoever else looks passes it
 * by. `sending` that nobody holds has been left by somebody who is gone.
 */
export async function nextDue(world: World, tx: Tx, broadcastId: string) {
  const { status, nextTryAt, changedAt } = broadcastPosts;
  const now = world.now();
  const [row] = await tx
    .select()
    .from(broadcastPosts)
    .where(
      and(
        eq(broadcastPosts.broadcastId, broadcastId),
        or(
          and(sql`${status} in ('waiting', 'unsure')`, lte(nextTryAt, now)),
          and(eq(status, "sending"), lte(changedAt, instant(now - graceMs))),
        ),
      ),
    )
    .orderBy(nextTryAt)
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

/** When the next of a broadcast's posts will be due; nothing when none goes on by itself. */
export async function nextTurn(tx: Tx, broadcastId: string) {
  const { nextTryAt, changedAt, status } = broadcastPosts;
  const [row] = await tx
    .select({
      at: sql<string | null>`min(case when ${status} = 'sending'
        then ${changedAt} + make_interval(secs => ${graceMs / 1_000}) else ${nextTryAt} end)`,
    })
    .from(broadcastPosts)
    .where(
      and(
        eq(broadcastPosts.broadcastId, broadcastId),
        sql`${status} in ('waiting', 'sending', 'unsure')`,
      ),
    );
  return row?.at == null ? undefined : instant(new Date(row.at).getTime());
}

/** The next batch of a broadcast: one job, however often it is asked for. Everything else may overtake it. */
export async function queueBatch(tx: Queryable, broadcastId: string, at?: Instant): Promise<void> {
  const payload = { broadcastId: BroadcastId.parse(broadcastId) };
  const key = `broadcast:${broadcastId}`;
  await enqueue(tx, "broadcast-bulletin", payload, {
    key,
    urgency: "bulk",
    ...(at === undefined ? {} : { at }),
  });
}
