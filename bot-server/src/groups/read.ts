import { randomUUID } from "node:crypto";
import { AssetKind, bearsMark, endOfZaloDate } from "@truong-an/shared/group";
import { type Instant, instant } from "@truong-an/shared/time";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { groupAssets, groupSyncs, zaloGroups } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { assetQuotas, assetTypes, type GroupDetail, type ZaloGroups } from "../zalo/groups.ts";

const settleMs = 2_000; // events come in swarms: one reading serves them all

/**
 * Something has happened in a group, or been done to it: soon Zalo is asked how it stands. So news that
 * comes twice, late or in another order does no harm.
 */
export async function readSoon(world: World, tx: Queryable, zaloGroupId: string): Promise<void> {
  const at = instant(Math.ceil((world.now() + settleMs / 2) / settleMs) * settleMs);
  await enqueue(tx, "read-group", { zaloGroupId }, { key: `read-group:${zaloGroupId}`, at });
}

/** The webhook's news of a group. Which group is all that is kept of it. */
export async function hearGroupEvent(world: World, zaloGroupId: string): Promise<"taken"> {
  await readSoon(world, world.db, zaloGroupId);
  return "taken";
}

/** Reads one group and corrects ours: a new one of ours by its mark, one made elsewhere as nobody's. */
export async function readGroup(
  world: World,
  { zaloGroupId }: Payload<"read-group">,
): Promise<void> {
  if (world.zalo === undefined) return;
  const { groups } = world.zalo;
  const detail = await detailOf(groups, zaloGroupId);
  if (detail === undefined) {
    await world.db
      .update(zaloGroups)
      .set({ state: "deleted", link: null, requests: 0 })
      .where(and(eq(zaloGroups.zaloId, zaloGroupId), eq(zaloGroups.kind, "gmf")));
    return;
  }
  const requests = detail.setting.joinAppr ? await countRequests(groups, zaloGroupId) : 0;
  const columns = { ...columnsOf(world, detail), requests };
  await world.db.transaction(async (tx) => {
    const known = await tx
      .update(zaloGroups)
      .set({ ...columns, lapseWarned: warnedOf(columns.assetUntil) })
      .where(eq(zaloGroups.zaloId, zaloGroupId))
      .returning({ id: zaloGroups.id });
    if (known.length > 0) return;
    const unmade = await tx
      .select({ id: zaloGroups.id })
      .from(zaloGroups)
      .where(and(eq(zaloGroups.state, "creating"), isNull(zaloGroups.zaloId)));
    const ours = unmade.find(({ id }) => bearsMark(detail.description ?? "", id));
    if (ours !== undefined) {
      await tx
        .update(zaloGroups)
        .set({ ...columns, zaloId: zaloGroupId })
        .where(eq(zaloGroups.id, ours.id));
      return;
    }
    await tx
      .insert(zaloGroups)
      .values({
        ...columns,
        id: randomUUID(),
        kind: "gmf",
        zaloId: zaloGroupId,
        readers: [],
        description: detail.description ?? "",
        addedAt: world.now(),
      })
      .onConflictDoNothing();
  });
}

/** Nothing when Zalo knows no such group, or we are no longer in it. */
async function detailOf(groups: ZaloGroups, zaloGroupId: string): Promise<GroupDetail | undefined> {
  try {
    return await groups.get(zaloGroupId);
  } catch (error) {
    if (error instanceof ZaloRefused && gone.has(error.code)) return undefined;
    throw error;
  }
}

const gone: ReadonlySet<number> = new Set([-403, -201]); // not in the group; no such group

function columnsOf(world: World, detail: GroupDetail) {
  const { setting, assetId, link, mostMembers, members } = detail;
  return {
    name: detail.name,
    state: detail.isEnabled ? "enabled" : "disabled",
    ...(link === undefined ? {} : { link }),
    isLocked: setting.lockSendMsg ?? false,
    asksToJoin: setting.joinAppr ?? false,
    members: members ?? 0,
    ...(mostMembers === undefined ? {} : { mostMembers }),
    ...(assetId === undefined ? {} : { assetId }),
    assetKind: AssetKind.nullable()
      .catch(null)
      .parse(detail.assetType ?? null),
    assetUntil: endOfZaloDate(detail.assetValidThrough) ?? null,
    assetRenews: detail.assetRenews ?? false,
    dissolvesAt: endOfZaloDate(detail.dissolvesOn) ?? null,
    readAt: world.now(),
  };
}

/** Paid for longer than before: the warnings begin anew. */
function warnedOf(until: Instant | null) {
  const { assetUntil, lapseWarned } = zaloGroups;
  const later = until === null ? null : new Date(until).toISOString();
  return sql`case when ${later}::timestamptz > ${assetUntil} then null else ${lapseWarned} end`;
}

const mostPages = 40;
const pageSize = 50;

async function countRequests(groups: ZaloGroups, zaloGroupId: string): Promise<number> {
  return (await groups.requests(zaloGroupId, { offset: 0, count: pageSize })).length;
}

/** Every group that Zalo lists, and every one of ours, is read again; what pays for them is listed anew. */
export async function syncGroups(world: World): Promise<void> {
  const asked = { onlyOne: true, askedAt: world.now(), finishedAt: null };
  await world.db
    .insert(groupSyncs)
    .values(asked)
    .onConflictDoUpdate({ target: groupSyncs.onlyOne, set: asked });
  try {
    if (world.zalo === undefined) return await finishSync(world, "not-configured");
    const listed = await listAll(world.zalo.groups);
    const ours = await world.db
      .select({ zaloId: zaloGroups.zaloId })
      .from(zaloGroups)
      .where(
        and(
          eq(zaloGroups.kind, "gmf"),
          isNotNull(zaloGroups.zaloId),
          inArray(zaloGroups.state, ["enabled", "disabled"]),
        ),
      );
    const all = new Set([...listed, ...ours.flatMap(({ zaloId }) => zaloId ?? [])]);
    for (const zaloGroupId of all) {
      const key = `read-group:${zaloGroupId}`;
      await enqueue(world.db, "read-group", { zaloGroupId }, { key, urgency: "bulk" });
    }
    await replaceAssets(world, await readAssets(world.zalo.groups));
    await finishSync(world, null);
  } catch (error) {
    if (error instanceof ZaloRefused) return finishSync(world, String(error.code));
    if (error instanceof ZaloUnreachable) {
      await world.db.update(groupSyncs).set({ code: error.why });
    }
    throw error;
  }
}

async function listAll(groups: ZaloGroups): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const list = await groups.list({ offset: page * pageSize, count: pageSize });
    found.push(...list.groups.map(({ groupId }) => groupId));
    if (list.groups.length === 0 || found.length >= list.total) break;
  }
  return found;
}

type Asset = typeof groupAssets.$inferInsert;

async function readAssets(groups: ZaloGroups): Promise<readonly Asset[]> {
  const rows = new Map<string, Asset>();
  for (const type of assetTypes) {
    for (const quota of assetQuotas) {
      for (const asset of await groups.assets(type, quota)) {
        rows.set(asset.assetId, {
          assetId: asset.assetId,
          kind: type,
          until: endOfZaloDate(asset.validThrough) ?? null,
          renews: asset.renews ?? false,
          isUsed: !asset.isAvailable,
          usedBy: asset.usedByGroupId ?? null,
        });
      }
    }
  }
  return [...rows.values()];
}

async function replaceAssets(world: World, assets: readonly Asset[]): Promise<void> {
  await world.db.transaction(async (tx) => {
    await tx.delete(groupAssets);
    if (assets.length > 0) await tx.insert(groupAssets).values([...assets]);
  });
}

async function finishSync(world: World, code: string | null): Promise<void> {
  await world.db.update(groupSyncs).set({ finishedAt: world.now(), code });
}
