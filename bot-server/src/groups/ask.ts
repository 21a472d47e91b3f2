import { randomUUID } from "node:crypto";
import type { AskChange, AttachBot, AttachGroup, CreateGroup } from "@truong-an/shared/api/groups";
import type { ChangeKind, GroupPlace } from "@truong-an/shared/group";
import { type DeskId, GroupChangeId, type GroupId, type StaffId } from "@truong-an/shared/ids";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { staffZalo } from "../db/alert-tables.ts";
import {
  broadcastPosts,
  groupAssets,
  groupChanges,
  groupSyncs,
  zaloGroups,
} from "../db/group-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { groupDesksOf, requireDesk } from "./desks.ts";
import { findGroup, type StoredGroup } from "./find.ts";
import { findGroupPlace, type PlaceRow } from "./places.ts";

/**
 * Writes down a group to be made, and asks for it. Asked twice, it is one group. Refuses an asset
 * that pays for another group and first members without a linked Zalo.
 */
export async function createGroup(world: World, staffId: StaffId, asked: CreateGroup) {
  refuseUnless(world.zalo !== undefined, "not-now");
  await world.db.transaction(async (tx) => {
    const place = await placeOf(tx, asked.place);
    const deskId = requireDesk(await groupDesksOf(tx, staffId), "lead", place);
    const { groupId, name, description, readers, assetId, firstMembers } = asked;
    const added = await addGroup(tx, {
      ...emptyGroup,
      ...placeColumns(asked.place),
      id: groupId,
      kind: "gmf",
      readers,
      name,
      description,
      state: "creating",
      assetId,
      addedAt: world.now(),
    });
    if (!added) return;
    await refuseAsset(tx, assetId, groupId);
    await refuseUnlinked(tx, firstMembers);
    const change = { groupId, kind: "create", assetId, firstMembers } as const;
    await ask(world, tx, { ...change, staffId, deskId });
  });
}

/**
 * A group of somebody else's in which our Zalo Bot sits: it takes bulletins and nothing more. Asked
 * twice it is one group. One that was let go comes back as another, and keeps what was posted there.
 */
export async function attachBot(world: World, staffId: StaffId, asked: AttachBot): Promise<void> {
  refuseUnless(world.config.ZALO_BOT_TOKEN !== undefined, "not-now");
  await world.db.transaction(async (tx) => {
    const of = await groupDesksOf(tx, staffId);
    const deskId = requireDesk(of, "lead", await placeOf(tx, asked.place));
    const { groupId, chatId, name, readers } = asked;
    const at = world.now();
    const [known] = await tx.select().from(zaloGroups).where(eq(zaloGroups.zaloId, chatId));
    const isHere = known !== undefined && known.state !== "deleted";
    const columns = { ...placeColumns(asked.place), name, readers };
    if (isHere) {
      refuseUnless(known.id === groupId && known.kind === "bot", "not-now");
      requireDesk(of, "lead", (await findGroup(tx, groupId)).place);
      await tx.update(zaloGroups).set(columns).where(eq(zaloGroups.id, groupId));
    } else {
      if (known !== undefined) await letGoOf(tx, known.id);
      const row = { ...emptyGroup, ...columns, description: "", state: "enabled", addedAt: at };
      const added = await addGroup(tx, { ...row, id: groupId, kind: "bot", zaloId: chatId });
      refuseUnless(added, "not-now");
      if (known?.kind === "bot") await keepPosts(tx, known.id, groupId);
    }
    await record(tx, { kind: "group-attached", staffId, deskId, groupId, at });
  });
}

/** Gives a group a place and its readers: one that was made elsewhere, or one that was misplaced. */
export async function attachGroup(
  world: World,
  staffId: StaffId,
  groupId: GroupId,
  asked: AttachGroup,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const of = await groupDesksOf(tx, staffId);
    const { place } = await findGroup(tx, groupId);
    requireDesk(of, "lead", place);
    const deskId = requireDesk(of, "lead", await placeOf(tx, asked.place));
    await tx
      .update(zaloGroups)
      .set({ ...placeColumns(asked.place), readers: asked.readers })
      .where(eq(zaloGroups.id, groupId));
    await record(tx, { kind: "group-attached", staffId, deskId, groupId, at: world.now() });
  });
}

/** Asks for one change of a group. One at a time: the next may depend on how this one goes. */
export async function askChange(
  world: World,
  staffId: StaffId,
  groupId: GroupId,
  asked: AskChange,
): Promise<void> {
  refuseUnless((asked.kind === "use-asset") === (asked.assetId !== null), "not-now");
  await world.db.transaction(async (tx) => {
    await tx
      .select({ id: zaloGroups.id })
      .from(zaloGroups)
      .where(eq(zaloGroups.id, groupId))
      .for("update");
    const { group, place } = await findGroup(tx, groupId);
    const deskId = requireDesk(await groupDesksOf(tx, staffId), "lead", place);
    const last = await lastChange(tx, groupId);
    refuseUnless(last?.status !== "waiting" && mayAsk(group, asked.kind), "not-now");
    if (group.kind === "bot") return detach(world, tx, { staffId, deskId, groupId });
    if (asked.assetId !== null) await refuseAsset(tx, asked.assetId, groupId);
    const again = asked.kind === "create" ? await firstAsked(tx, groupId) : undefined;
    await ask(world, tx, {
      groupId,
      kind: asked.kind,
      assetId: asked.assetId ?? again?.assetId ?? null,
      firstMembers: again?.firstMembers ?? [],
      staffId,
      deskId,
    });
    if (asked.kind === "create") {
      await tx.update(zaloGroups).set({ state: "creating" }).where(eq(zaloGroups.id, groupId));
    }
  });
}

/** Compares our list with Zalo's now. */
export async function askSync(world: World, staffId: StaffId): Promise<void> {
  const of = await groupDesksOf(world.db, staffId);
  refuseUnless(of.length > 0, "not-found");
  refuseUnless(world.zalo !== undefined, "not-now");
  const asked = { onlyOne: true, askedAt: world.now(), finishedAt: null, code: null };
  await world.db.transaction(async (tx) => {
    await tx
      .insert(groupSyncs)
      .values(asked)
      .onConflictDoUpdate({ target: groupSyncs.onlyOne, set: asked });
    await enqueue(tx, "sync-groups", {}, { key: "sync-groups" });
  });
}

export type Asked = {
  readonly groupId: GroupId;
  readonly kind: ChangeKind;
  readonly assetId: string | null;
  readonly firstMembers: readonly string[];
  readonly staffId: StaffId | null;
  readonly deskId: DeskId | null;
};

/** Writes a change down and queues it. */
export async function ask(world: World, tx: Queryable, asked: Asked): Promise<void> {
  const at = world.now();
  const changeId = GroupChangeId.parse(randomUUID());
  await tx.insert(groupChanges).values({
    ...asked,
    id: changeId,
    firstMembers: [...asked.firstMembers],
    status: "waiting",
    attempts: 0,
    askedAt: at,
  });
  const { staffId, deskId, groupId, kind: change } = asked;
  if (staffId !== null && deskId !== null) {
    await record(tx, { kind: "group-change-asked", staffId, deskId, groupId, change, at });
  }
  await enqueue(tx, "change-group", { changeId }, { key: `change-group:${changeId}` });
}

const emptyGroup = {
  isLocked: false,
  asksToJoin: false,
  members: 0,
  requests: 0,
  assetRenews: false,
};

function placeColumns(place: GroupPlace) {
  return place.kind === "school"
    ? { schoolId: place.id, communeId: null }
    : { schoolId: null, communeId: place.id };
}

async function placeOf(tx: Queryable, asked: GroupPlace): Promise<PlaceRow> {
  const place = await findGroupPlace(tx, asked);
  refuseUnless(place !== undefined, "not-found");
  return place;
}

/** False when it is there already. */
async function addGroup(tx: Tx, row: typeof zaloGroups.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(zaloGroups)
    .values(row)
    .onConflictDoNothing({ target: zaloGroups.id })
    .returning({ id: zaloGroups.id });
  return added.length === 1;
}

/** A deleted group gives its number at Zalo away: only one row may have it. */
async function letGoOf(tx: Tx, groupId: string): Promise<void> {
  await tx.update(zaloGroups).set({ zaloId: null }).where(eq(zaloGroups.id, groupId));
}

/** It is the same chat: what stands there is not posted there again. */
async function keepPosts(tx: Tx, from: string, to: GroupId): Promise<void> {
  await tx.update(broadcastPosts).set({ groupId: to }).where(eq(broadcastPosts.groupId, from));
}

/** An asset pays for one group: not for one that has it, nor for one that will. */
async function refuseAsset(tx: Tx, assetId: string, groupId: string): Promise<void> {
  const [asset] = await tx
    .select()
    .from(groupAssets)
    .where(eq(groupAssets.assetId, assetId))
    .for("update");
  refuseUnless(asset !== undefined && !asset.isUsed, "not-now");
  const others = await tx
    .select({ id: zaloGroups.id })
    .from(zaloGroups)
    .where(
      and(
        eq(zaloGroups.assetId, assetId),
        ne(zaloGroups.id, groupId),
        inArray(zaloGroups.state, ["creating", "enabled"]),
      ),
    );
  refuseUnless(others.length === 0, "not-now");
}

async function refuseUnlinked(tx: Tx, staffIds: readonly StaffId[]): Promise<void> {
  const linked = await tx
    .select({ id: staffZalo.staffId })
    .from(staffZalo)
    .where(inArray(staffZalo.staffId, [...staffIds]));
  refuseUnless(linked.length === new Set(staffIds).size, "not-now");
}

function mayAsk({ kind, state }: StoredGroup, change: AskChange["kind"]): boolean {
  if (kind === "bot") return change === "delete";
  switch (change) {
    case "create":
      return state === "refused" || state === "creating";
    case "delete":
      return true;
    case "use-asset":
      return state === "enabled" || state === "disabled";
    default:
      return state === "enabled";
  }
}

async function lastChange(tx: Tx, groupId: string) {
  const [last] = await tx
    .select({ status: groupChanges.status })
    .from(groupChanges)
    .where(eq(groupChanges.groupId, groupId))
    .orderBy(desc(groupChanges.askedAt), desc(groupChanges.id))
    .limit(1);
  return last;
}

async function firstAsked(tx: Tx, groupId: string) {
  const [first] = await tx
    .select({ assetId: groupChanges.assetId, firstMembers: groupChanges.firstMembers })
    .from(groupChanges)
    .where(and(eq(groupChanges.groupId, groupId), eq(groupChanges.kind, "create")))
    .limit(1);
  return first;
}

/** Nothing is asked of Zalo: the group is somebody else's. */
async function detach(
  world: World,
  tx: Tx,
  who: { readonly staffId: StaffId; readonly deskId: DeskId; readonly groupId: GroupId },
): Promise<void> {
  await tx.update(zaloGroups).set({ state: "deleted" }).where(eq(zaloGroups.id, who.groupId));
  await record(tx, { kind: "group-change-asked", ...who, change: "delete", at: world.now() });
}
