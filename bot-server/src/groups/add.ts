import type { AttachBot, AttachGroup, CreateGroup } from "@truong-an/shared/api/groups";
import type { GroupPlace } from "@truong-an/shared/group";
import type { GroupId, StaffId } from "@truong-an/shared/ids";
import { eq, inArray } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { staffZalo } from "../db/alert-tables.ts";
import { broadcastPosts, zaloGroups } from "../db/group-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { ask, refuseAsset } from "./ask.ts";
import { groupDesksOf, requireDesk } from "./desks.ts";
import { findGroup } from "./find.ts";
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

async function refuseUnlinked(tx: Tx, staffIds: readonly StaffId[]): Promise<void> {
  const linked = await tx
    .select({ id: staffZalo.staffId })
    .from(staffZalo)
    .where(inArray(staffZalo.staffId, [...staffIds]));
  refuseUnless(linked.length === new Set(staffIds).size, "not-now");
}
