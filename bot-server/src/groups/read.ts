import { randomUUID } from "node:crypto";
import { AssetKind, bearsMark, endOfZaloDate } from "@truong-an/shared/group";
import { type Instant, instant } from "@truong-an/shared/time";
import { and, eq, isNull, sql } from "drizzle-orm";
import { zaloGroups } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { ZaloRefused } from "../zalo/errors.ts";
import type { GroupDetail, ZaloGroups } from "../zalo/groups.ts";

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

const pageSize = 50;

async function countRequests(groups: ZaloGroups, zaloGroupId: string): Promise<number> {
  return (await groups.requests(zaloGroupId, { offset: 0, count: pageSize })).length;
}
