import { AssetKind, bearsMark, ChangeKind, describedWithMark } from "@truong-an/shared/group";
import { eq, inArray } from "drizzle-orm";
import { staffZalo } from "../db/alert-tables.ts";
import { groupAssets, type groupChanges, type zaloGroups } from "../db/group-tables.ts";
import type { Tx } from "../db/open.ts";
import { ZaloRefused } from "../zalo/errors.ts";
import { assetQuotas, type ZaloGroups } from "../zalo/groups.ts";
import type { StoredGroup } from "./find.ts";

export type Change = typeof groupChanges.$inferSelect;
export type Columns = Partial<typeof zaloGroups.$inferInsert>;

export type Outcome =
  | { readonly kind: "done"; readonly columns: Columns }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "unreachable"; readonly code: string; readonly waitMs: number | undefined };

/** Asks Zalo for the change itself. Throws as every call to Zalo does. */
export async function carryOut(
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

const notInGroup = -403;
