import { randomUUID } from "node:crypto";
import type { AskChange } from "@truong-an/shared/api/groups";
import type { ChangeKind } from "@truong-an/shared/group";
import { type DeskId, GroupChangeId, type GroupId, type StaffId } from "@truong-an/shared/ids";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { groupAssets, groupChanges, groupSyncs, zaloGroups } from "../db/group-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { groupDesksOf, requireDesk } from "./desks.ts";
import { findGroup, type StoredGroup } from "./find.ts";

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

/** An asset pays for one group: not for one that has it, nor for one that will. */
export async function refuseAsset(tx: Tx, assetId: string, groupId: string): Promise<void> {
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
