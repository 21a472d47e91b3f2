import { endOfZaloDate } from "@truong-an/shared/group";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { groupAssets, groupSyncs, zaloGroups } from "../db/group-tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { assetQuotas, assetTypes, type ZaloGroups } from "../zalo/groups.ts";

const mostPages = 40;
const pageSize = 50;

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
