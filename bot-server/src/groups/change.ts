import { pauseMs } from "@truong-an/shared/broadcast";
import {
  AssetKind,
  bearsMark,
  ChangeKind,
  type ChangeStatus,
  describedWithMark,
} from "@truong-an/shared/group";
import { GroupChangeId, GroupId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import { and, eq, inArray } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { staffZalo } from "../db/alert-tables.ts";
import { groupAssets, groupChanges, zaloGroups } from "../db/group-tables.ts";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { assetQuotas, type ZaloGroups } from "../zalo/groups.ts";
import { ask } from "./ask.ts";
import type { StoredGroup } from "./find.ts";
import { readSoon } from "./read.ts";

type Change = typeof groupChanges.$inferSelect;
type Columns = Partial<typeof zaloGroups.$inferInsert>;

type Outcome =
  | { readonly kind: "done"; readonly columns: Columns }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unreachable"; readonly code: string; readonly waitMs: number | undefined };

const mostAttempts = 10;

/**
 * Asks Zalo for one change and writes down how it went. Whoever works on it holds its row, so a
 * second worker passes by; when the first one dies, what it had asked for is looked up, not repeated.
 */
export async function changeGroup(
  world: World,
  { changeId }: Payload<"change-group">,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const [change] = await tx
      .select()
      .from(groupChanges)
      .where(and(eq(groupChanges.id, changeId), eq(groupChanges.status, "waiting")))
      .for("update", { skipLocked: true });
    if (change === undefined) return;
    const [group] = await tx.select().from(zaloGroups).where(eq(zaloGroups.id, change.groupId));
    if (group === undefined) return;
    await settle(world, tx, change, group, await outcomeOf(world, tx, change, group));
  });
}

async function outcomeOf(
  world: World,
  tx: Tx,
  change: Change,
  group: StoredGroup,
): Promise<Outcome> {
  if (world.zalo === undefined) return { kind: "refused", code: "not-configured" };
  try {
    return await perform(world.zalo.groups, tx, change, group);
  } catch (error) {
    if (error instanceof ZaloRefused) return { kind: "refused", code: String(error.code) };
    if (!(error instanceof ZaloUnreachable)) throw error;
    return { kind: "unreachable", code: error.why, waitMs: error.retryAfterMs };
  }
}

async function perform(
  zalo: ZaloGroups,
  tx: Tx,
  change: Change,
  group: StoredGroup,
): Promise<Outcome> {
  const kind = ChangeKind.parse(change.kind);
  if (kind === "create") return create(zalo, tx, change, group);
  if (kind === "delete") return remove(zalo, tx, group);
  const { zaloId } = group;
  if (zaloId === null) return { kind: "refused", code: "not-made" };
  switch (kind) {
    case "lock":
      return lock(zalo, change, group, zaloId);
    case "unlock":
      await zalo.updateInfo(zaloId, { lockSendMsg: false });
      return done({ isLocked: false });
    case "ask-to-join":
    case "join-freely":
      await zalo.updateInfo(zaloId, { joinAppr: kind === "ask-to-join" });
      return done({ asksToJoin: kind === "ask-to-join" });
    case "accept-requests":
    case "reject-requests":
      await decide(zalo, zaloId, kind === "accept-requests" ? "accept" : "reject");
      return done({ requests: 0 });
    case "use-asset":
      return useAsset(zalo, change, zaloId);
  }
}

const done = (columns: Columns): Outcome => ({ kind: "done", columns });

/** Asked by ourselves it closes a new group: where pupils will be, nobody comes in unasked either. */
async function lock(
  zalo: ZaloGroups,
  { staffId }: Change,
  { readers }: StoredGroup,
  zaloId: string,
): Promise<Outcome> {
  const alsoAsks = staffId === null && readers.includes("pupils");
  await zalo.updateInfo(zaloId, { lockSendMsg: true, ...(alsoAsks ? { joinAppr: true } : {}) });
  return done({ isLocked: true, ...(alsoAsks ? { asksToJoin: true } : {}) });
}

/** Looks for the group first: it may have been made by a try whose answer never came. */
async function create(
  zalo: ZaloGroups,
  tx: Tx,
  change: Change,
  group: StoredGroup,
): Promise<Outcome> {
  const { assetId } = change;
  if (assetId === null) return { kind: "refused", code: "no-asset" };
  const found = group.zaloId ?? (await madeWith(zalo, tx, assetId, group));
  if (found !== null) return done({ zaloId: found, state: "enabled" });
  const memberIds = await zaloIdsOf(tx, change.firstMembers);
  if (memberIds.length === 0) return { kind: "refused", code: "no-members" };
  const { groupId, link } = await zalo.create({
    name: group.name,
    description: describedWithMark(group.description, group.id),
    assetId,
    memberIds,
  });
  return done({ zaloId: groupId, link: link ?? null, state: "enabled" });
}

/**
 * The group that this asset pays for, if it bears our mark. An asset pays for one group only, so
 * two can never be made with it.
 */
async function madeWith(
  zalo: ZaloGroups,
  tx: Tx,
  assetId: string,
  group: StoredGroup,
): Promise<string | null> {
  const [known] = await tx
    .select({ kind: groupAssets.kind })
    .from(groupAssets)
    .where(eq(groupAssets.assetId, assetId));
  for (const quota of assetQuotas) {
    const assets = await zalo.assets(AssetKind.catch("gmf100").parse(known?.kind), quota);
    const asset = assets.find((one) => one.assetId === assetId);
    if (asset?.usedByGroupId === undefined) continue;
    const detail = await zalo.get(asset.usedByGroupId);
    if (bearsMark(detail.description ?? "", group.id)) return detail.groupId;
  }
  return null;
}

async function zaloIdsOf(tx: Tx, staffIds: readonly string[]): Promise<readonly string[]> {
  if (staffIds.length === 0) return [];
  const rows = await tx
    .select({ userId: staffZalo.userId })
    .from(staffZalo)
    .where(inArray(staffZalo.staffId, [...staffIds]));
  return rows.map(({ userId }) => userId);
}

/** Gone already is as good as deleted: an earlier try may have done it. */
async function remove(zalo: ZaloGroups, tx: Tx, group: StoredGroup): Promise<Outcome> {
  const { assetId } = group;
  const made = group.zaloId ?? (assetId === null ? null : await madeWith(zalo, tx, assetId, group));
  try {
    if (made !== null) await zalo.delete(made);
  } catch (error) {
    if (!(error instanceof ZaloRefused && error.code === notInGroup)) throw error;
  }
  return done({ state: "deleted", link: null, requests: 0 });
}

async function useAsset(zalo: ZaloGroups, change: Change, zaloId: string): Promise<Outcome> {
  const { assetId } = change;
  if (assetId === null) return { kind: "refused", code: "no-asset" };
  const detail = await zalo.get(zaloId);
  if (detail.assetId !== assetId) await zalo.updateAsset(zaloId, assetId);
  return done({ assetId, lapseWarned: null });
}

/** Everyone who asks, in groups as large as Zalo takes. */
async function decide(
  zalo: ZaloGroups,
  zaloId: string,
  answer: "accept" | "reject",
): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const waiting = await zalo.requests(zaloId, { offset: 0, count: 50 });
    if (waiting.length === 0) return;
    await zalo.decide(zaloId, waiting, answer);
  }
}

async function settle(
  world: World,
  tx: Tx,
  change: Change,
  group: StoredGroup,
  outcome: Outcome,
): Promise<void> {
  const attempts = change.attempts + 1;
  if (outcome.kind === "unreachable" && attempts < mostAttempts) {
    await save(tx, change, { attempts, code: outcome.code });
    const at = instant(world.now() + (outcome.waitMs ?? pauseMs(attempts + 1, Math.random())));
    const changeId = GroupChangeId.parse(change.id);
    await enqueue(tx, "change-group", { changeId }, { key: `change-group:${changeId}`, at });
    return;
  }
  const status = statusOf(outcome);
  const code = outcome.kind === "done" ? null : outcome.code;
  const at = world.now();
  await save(tx, change, { attempts, status, code, settledAt: at });
  const columns = outcome.kind === "done" ? outcome.columns : afterRefusal(change, outcome);
  if (Object.keys(columns).length > 0) {
    await tx.update(zaloGroups).set(columns).where(eq(zaloGroups.id, group.id));
  }
  if (outcome.kind === "done") await markAsset(tx, columns, group);
  const kind = ChangeKind.parse(change.kind);
  const groupId = GroupId.parse(group.id);
  await record(tx, { kind: "group-change-settled", groupId, change: kind, status, at });
  if (outcome.kind === "done")
    await follow(world, tx, kind, groupId, columns.zaloId ?? group.zaloId);
}

/** What paid for the group before is free again, what pays now is not: until Zalo lists them anew. */
async function markAsset(tx: Tx, columns: Columns, group: StoredGroup): Promise<void> {
  const before = group.assetId;
  const after = columns.state === "deleted" ? null : (columns.assetId ?? before);
  const mark = (assetId: string, isUsed: boolean) =>
    tx.update(groupAssets).set({ isUsed, usedBy: null }).where(eq(groupAssets.assetId, assetId));
  if (before !== null && before !== after) await mark(before, false);
  if (after !== null) await mark(after, true);
}

function statusOf(outcome: Outcome): ChangeStatus {
  if (outcome.kind === "unreachable") return "gave-up";
  return outcome.kind;
}

function afterRefusal(change: Change, outcome: Outcome): Columns {
  if (outcome.kind !== "refused") return {};
  if (change.kind === "create") return { state: "refused" };
  return outcome.code === lapsed ? { state: "disabled" } : {};
}

/** A bulletin's group is locked from the start: only the account writes, and who leads it. */
async function follow(
  world: World,
  tx: Tx,
  kind: ChangeKind,
  groupId: GroupId,
  zaloId: string | null,
): Promise<void> {
  if (kind === "create") {
    const lock = { groupId, kind: "lock", assetId: null, firstMembers: [] } as const;
    await ask(world, tx, { ...lock, staffId: null, deskId: null });
  }
  if (zaloId !== null && kind !== "delete") await readSoon(world, tx, zaloId);
}

async function save(tx: Tx, change: Change, columns: Partial<Change>): Promise<void> {
  await tx.update(groupChanges).set(columns).where(eq(groupChanges.id, change.id));
}

const notInGroup = -403;
const lapsed = "-237"; // the group is disabled: what paid for it has lapsed
