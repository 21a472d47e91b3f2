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
import { isMeant } from "./broadcast-list.ts";
import { coverFor, forgetCover } from "./covers.ts";
import { findPlaced, type StoredGroup } from "./find.ts";
import { bulletinLink } from "./links.ts";
import { happen, isPost, nextDue, nextTurn, postOf, queueBatch, type StoredPost } from "./posts.ts";
import { type Content, type Sought, wayTo } from "./ways.ts";

const turnsInBatch = 10;
const busyMs = 5_000; // when the Bot platform does not say how long

/** A batch: one broadcast, with the bulletin as it was read and made up when the batch began. */
type Batch = {
  readonly broadcastId: string;
  readonly bulletinId: BulletinId;
  readonly version: number | undefined; // undefined: it has been withdrawn
  readonly content: Content | undefined;
};

/** What a turn came to: nothing was due, one post went on, or the rest is for another batch, so much later. */
type Turn =
  | { readonly kind: "idle" | "went-on" }
  | { readonly kind: "later"; readonly waitMs: number };

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
  const bulletinId = BulletinId.parse(broadcast.bulletinId);
  const bulletin = await findPublished(world.db, bulletinId);
  const cover = await coverFor(world, broadcastId, bulletin);
  if (cover.kind === "busy") return goOnAt(world, broadcastId, cover.waitMs);
  const content = bulletin && contentOf(world, bulletin, cover.attachmentId);
  const walk = { broadcastId, bulletinId, version: bulletin?.version, content };
  for (let done = 0; done < turnsInBatch; done += 1) {
    const turn = await takeTurn(world, walk);
    if (turn.kind === "idle") break;
    if (turn.kind === "later") return goOnAt(world, broadcastId, turn.waitMs);
  }
  await goOnOrFinish(world, broadcastId);
}

async function takeTurn(world: World, walk: Batch): Promise<Turn> {
  const begun = await world.db.transaction(async (tx) => {
    const row = await nextDue(world, tx, walk.broadcastId);
    if (row === undefined) return "nothing";
    if (row.status === "sending") await happen(world, tx, row, { kind: "abandoned" });
    if (row.status !== "waiting") return row.status === "unsure" ? row : "settled";
    const { kind } = await chanceOf(tx, row, walk);
    if (kind === "new-words") return kind;
    if (kind === "over") await happen(world, tx, row, { kind: "stopped" });
    else await happen(world, tx, row, { kind: "began" }, { triedAt: world.now() });
    return kind === "over" ? "settled" : row;
  });
  if (begun === "nothing") return { kind: "idle" };
  if (begun === "settled") return { kind: "went-on" };
  if (begun === "new-words") return atOnce;
  return begun.status === "unsure" ? lookAgain(world, begun, walk) : send(world, begun, walk);
}

const atOnce = { kind: "later", waitMs: 0 } as const;

/** Holds the row while Zalo is asked: if we die now, the row is free and still says `sending`. */
async function send(world: World, begun: StoredPost, walk: Batch): Promise<Turn> {
  return world.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(broadcastPosts)
      .where(and(isPost(begun), eq(broadcastPosts.status, "sending")))
      .for("update"); // whoever calls it back may hold it for a moment: passed by, it would seem abandoned
    if (row === undefined || row.attempts !== begun.attempts + 1) return { kind: "went-on" };
    const chance = await chanceOf(tx, row, walk);
    // Back among those that wait: its next turn stops it, or sends the new words.
    if (chance.kind !== "good") return settle(world, tx, row, { kind: "busy", waitMs: 0 });
    const { event, messageId } = await post(world, chance.group, chance.content);
    return settle(world, tx, row, event, messageId);
  });
}

/** Whether a post may go into its group now. People decide on all of it while the batch walks. */
type Chance =
  | { readonly kind: "good"; readonly content: Content; readonly group: StoredGroup }
  | { readonly kind: "new-words" } // the bulletin has another version than the batch
  | { readonly kind: "over" }; // called back, withdrawn, or no longer for this group

async function chanceOf(tx: Tx, row: StoredPost, walk: Batch): Promise<Chance> {
  const over = { kind: "over" } as const;
  if (row.isStopped) return over;
  const bulletin = await findPublished(tx, walk.bulletinId);
  if (bulletin === undefined) return over;
  const placed = await findPlaced(tx, row.groupId);
  if (placed === undefined || !isMeant(bulletin.audience, placed)) return over;
  const { content, version } = walk;
  if (content === undefined || bulletin.version !== version) return { kind: "new-words" };
  return { kind: "good", content, group: placed.group };
}

/** Whether it has arrived after all. */
async function lookAgain(world: World, begun: StoredPost, walk: Batch): Promise<Turn> {
  return world.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(broadcastPosts)
      .where(and(isPost(begun), eq(broadcastPosts.status, "unsure")))
      .for("update", { skipLocked: true });
    if (row === undefined || row.nextTryAt !== begun.nextTryAt) return { kind: "went-on" };
    const isOver = (await chanceOf(tx, row, walk)).kind === "over";
    const sought = { bulletinId: walk.bulletinId, triedAt: row.triedAt };
    return settle(world, tx, row, await look(world, await groupOf(tx, row), sought, isOver));
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
    if (error instanceof ZaloRefused) return { event: refused(error, content) };
    if (!(error instanceof ZaloUnreachable)) throw error;
    return { event: unanswered(error, group, { kind: "no-answer", code: error.why }) };
  }
}

async function look(
  world: World,
  group: Target,
  sought: Sought,
  isStopped: boolean,
): Promise<PostEvent> {
  try {
    const found = await wayTo(world, group).look(group.zaloId ?? "", sought);
    if (found === "there") return { kind: "found" };
    return found === "absent" ? { kind: "absent", isStopped } : { kind: "cannot-look" };
  } catch (error) {
    if (error instanceof ZaloRefused) return { kind: "not-looked", code: String(error.code) };
    if (!(error instanceof ZaloUnreachable)) throw error;
    return unanswered(error, group, { kind: "not-looked", code: error.why });
  }
}

function refused({ code }: ZaloRefused, { attachmentId }: Content): PostEvent {
  const isCover = code === attachmentLapsed && attachmentId !== undefined;
  return { kind: isCover ? "cover-lapsed" : "refused", code };
}

const attachmentLapsed = -100;

/**
 * Asked to wait means that nothing was done; anything else leaves it open. The Official Account says
 * for how long it is to be left alone: without that it was -200, sending that failed on their side.
 */
function unanswered(
  { why, retryAfterMs }: ZaloUnreachable,
  { kind }: Target,
  otherwise: PostEvent,
): PostEvent {
  if (why !== "busy" || (kind === "gmf" && retryAfterMs === undefined)) return otherwise;
  return { kind: "busy", waitMs: retryAfterMs ?? busyMs };
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
  if (event.kind === "cover-lapsed") {
    await forgetCover(tx, row.broadcastId);
    return atOnce; // the next batch uploads it anew
  }
  return event.kind === "busy" ? { kind: "later", waitMs: event.waitMs } : { kind: "went-on" };
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
