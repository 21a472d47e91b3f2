import { type PostEvent, postText, progressOf } from "@truong-an/shared/broadcast";
import { BulletinId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import { and, eq, isNull } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { findPublished, type PublishedBulletin } from "../bulletins/find.ts";
import { broadcastPosts, broadcasts, zaloGroups } from "../db/group-tables.ts";
import type { Tx } from "../db/open.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { coverFor, forgetCover } from "./covers.ts";
import { bulletinLink } from "./links.ts";
import { happen, isPost, nextDue, nextTurn, postOf, queueBatch, type StoredPost } from "./posts.ts";
import { type Content, wayTo } from "./ways.ts";

const batch = 10;
const busyMs = 5_000; // when Zalo does not say how long

/** What a turn came to: nothing was due, one post went on, or Zalo asks for a pause. */
type Turn =
  | { readonly kind: "idle" | "went-on" }
  | { readonly kind: "busy"; readonly waitMs: number };

/**
 * Walks a bulletin through its groups, a batch at a time. Every step is committed before the next:
 * whoever takes over after a crash, or walks beside us, finds each post in one state and alone.
 */
export async function broadcastBulletin(
  world: World,
  { broadcastId }: Payload<"broadcast-bulletin">,
): Promise<void> {
  const [broadcast] = await world.db
    .select()
    .from(broadcasts)
    .where(eq(broadcasts.id, broadcastId));
  if (broadcast === undefined) return;
  const bulletin = await findPublished(world.db, BulletinId.parse(broadcast.bulletinId));
  const cover = await coverFor(world, broadcastId, bulletin);
  if (cover.kind === "busy") return goOnAt(world, broadcastId, cover.waitMs);
  const content = bulletin && contentOf(world, bulletin, cover.attachmentId);
  for (let done = 0; done < batch; done += 1) {
    const turn = await takeTurn(world, broadcastId, content);
    if (turn.kind === "idle") break;
    if (turn.kind === "busy") return goOnAt(world, broadcastId, turn.waitMs);
  }
  await goOnOrFinish(world, broadcastId);
}

/** `content` is missing when the bulletin has been withdrawn: then nothing more is sent. */
async function takeTurn(
  world: World,
  broadcastId: string,
  content: Content | undefined,
): Promise<Turn> {
  const begun = await world.db.transaction(async (tx) => {
    const row = await nextDue(world, tx, broadcastId);
    if (row === undefined) return "nothing";
    if (row.status === "sending") await happen(world, tx, row, { kind: "abandoned" });
    if (row.status !== "waiting") return row.status === "unsure" ? row : "settled";
    const isOver = content === undefined || row.isStopped;
    await happen(world, tx, row, { kind: isOver ? "stopped" : "began" });
    return isOver ? "settled" : row;
  });
  if (begun === "nothing") return { kind: "idle" };
  if (begun === "settled") return { kind: "went-on" };
  if (begun.status === "unsure") return lookAgain(world, begun, content === undefined);
  return content === undefined ? { kind: "went-on" } : send(world, begun, content);
}

/** Holds the row while Zalo is asked: if we die now, the row is free and still says `sending`. */
async function send(world: World, begun: StoredPost, content: Content): Promise<Turn> {
  return world.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(broadcastPosts)
      .where(and(isPost(begun), eq(broadcastPosts.status, "sending")))
      .for("update", { skipLocked: true });
    if (row === undefined || row.attempts !== begun.attempts + 1) return { kind: "went-on" };
    const { event, messageId } = await post(world, await groupOf(tx, row), content);
    if (event.kind === "refused" && event.code === attachmentLapsed) {
      await forgetCover(tx, row.broadcastId);
      return settle(world, tx, row, { kind: "busy", waitMs: 0 });
    }
    return settle(world, tx, row, event, messageId);
  });
}

const attachmentLapsed = -100;

/** Whether it has arrived after all. */
async function lookAgain(world: World, begun: StoredPost, isOver: boolean): Promise<Turn> {
  return world.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(broadcastPosts)
      .where(and(isPost(begun), eq(broadcastPosts.status, "unsure")))
      .for("update", { skipLocked: true });
    if (row === undefined || row.nextTryAt !== begun.nextTryAt) return { kind: "went-on" };
    const [broadcast] = await tx
      .select({ bulletinId: broadcasts.bulletinId })
      .from(broadcasts)
      .where(eq(broadcasts.id, row.broadcastId));
    const bulletinId = BulletinId.parse(broadcast?.bulletinId);
    const event = await look(world, await groupOf(tx, row), bulletinId, isOver || row.isStopped);
    return settle(world, tx, row, event);
  });
}

type Target = { readonly kind: string; readonly zaloId: string | null };

async function groupOf(tx: Tx, row: StoredPost): Promise<Target> {
  const [group] = await tx
    .select({ kind: zaloGroups.kind, zaloId: zaloGroups.zaloId })
    .from(zaloGroups)
    .where(eq(zaloGroups.id, row.groupId));
  return group ?? { kind: "gmf", zaloId: null };
}

async function post(
  world: World,
  group: Target,
  content: Content,
): Promise<{ readonly event: PostEvent; readonly messageId?: string | undefined }> {
  try {
    const messageId = await wayTo(world, group).post(group.zaloId ?? "", content);
    return { event: { kind: "sent" }, messageId };
  } catch (error) {
    if (error instanceof ZaloRefused) return { event: { kind: "refused", code: error.code } };
    if (!(error instanceof ZaloUnreachable)) throw error;
    return { event: unanswered(error, { kind: "no-answer", code: error.why }) };
  }
}

async function look(
  world: World,
  group: Target,
  bulletinId: BulletinId,
  isStopped: boolean,
): Promise<PostEvent> {
  try {
    const found = await wayTo(world, group).look(group.zaloId ?? "", bulletinId);
    if (found === "there") return { kind: "found" };
    return found === "absent" ? { kind: "absent", isStopped } : { kind: "cannot-look" };
  } catch (error) {
    if (error instanceof ZaloRefused) return { kind: "not-looked", code: String(error.code) };
    if (!(error instanceof ZaloUnreachable)) throw error;
    return unanswered(error, { kind: "not-looked", code: error.why });
  }
}

/** Busy means that nothing was done; anything else leaves it open. */
function unanswered({ why, retryAfterMs }: ZaloUnreachable, otherwise: PostEvent): PostEvent {
  return why === "busy" ? { kind: "busy", waitMs: retryAfterMs ?? busyMs } : otherwise;
}

async function settle(
  world: World,
  tx: Tx,
  row: StoredPost,
  event: PostEvent,
  messageId?: string,
): Promise<Turn> {
  await happen(world, tx, row, event, messageId === undefined ? {} : { messageId });
  if (event.kind === "refused" && groupIsDisabled.has(event.code)) {
    await tx.update(zaloGroups).set({ state: "disabled" }).where(eq(zaloGroups.id, row.groupId));
  }
  return event.kind === "busy" ? { kind: "busy", waitMs: event.waitMs } : { kind: "went-on" };
}

const groupIsDisabled: ReadonlySet<number> = new Set([-237]);

function contentOf(world: World, bulletin: PublishedBulletin, attachmentId?: string): Content {
  const { id: bulletinId, title, summary } = bulletin;
  const text = postText({ title, body: summary }, bulletinLink(world.config, bulletinId));
  return { bulletinId, text, attachmentId };
}

async function goOnAt(world: World, broadcastId: string, waitMs: number): Promise<void> {
  const at = instant(world.now() + Math.round(waitMs * (1 + Math.random() / 10)));
  await queueBatch(world.db, broadcastId, at);
}

/** Again when the next post is due; at the end, once, what it came to. */
async function goOnOrFinish(world: World, broadcastId: string): Promise<void> {
  await world.db.transaction(async (tx) => {
    const [broadcast] = await tx
      .select()
      .from(broadcasts)
      .where(and(eq(broadcasts.id, broadcastId), isNull(broadcasts.finishedAt)))
      .for("update");
    if (broadcast === undefined) return;
    const at = await nextTurn(tx, broadcastId);
    if (at !== undefined) return queueBatch(tx, broadcastId, at);
    const finishedAt = world.now();
    await tx.update(broadcasts).set({ finishedAt }).where(eq(broadcasts.id, broadcastId));
    const rows = await tx
      .select()
      .from(broadcastPosts)
      .where(eq(broadcastPosts.broadcastId, broadcastId));
    const bulletinId = BulletinId.parse(broadcast.bulletinId);
    const progress = progressOf(rows.map(postOf));
    await record(tx, { kind: "broadcast-finished", bulletinId, ...progress, at: finishedAt });
  });
}
