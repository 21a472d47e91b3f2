import type { BulletinId, GroupId } from "@truong-an/shared/ids";
import { asking } from "../zalo-sim/asking.ts";
import type { NewAsset } from "../zalo-sim/gmf-assets.ts";
import { zaloIdOf } from "./demo-ids.ts";
import { setGroup } from "./group-rows.ts";
import { eventually, type Stage } from "./stage.ts";

/** So many groups can be paid for. */
export function manyAssets(count: number, validDays = 365): readonly NewAsset[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `6b${String(index).padStart(22, "0")}`,
    productType: "gmf100",
    quotaType: "sub_quota",
    validDays,
  }));
}

export type RealGroup = { readonly id: GroupId; readonly zaloId: string };

/** Whoever is a member of every group that tests make. */
export const groupMember = zaloIdOf("cill-cus");

/** Groups that Zalo knows and our list knows: the school's, unless said otherwise. */
export async function makeGroups(
  { sim, database }: Pick<Stage, "sim" | "database">,
  count: number,
  scene: Parameters<typeof setGroup>[1] = {},
): Promise<readonly RealGroup[]> {
  const zalo = asking(sim);
  const free = sim.assets().filter(({ usedBy }) => usedBy === undefined);
  const made: RealGroup[] = [];
  for (const asset of free.slice(0, count)) {
    const name = `Nhóm số ${made.length + 1}`;
    const { data } = await zalo.post("/v3.0/oa/group/creategroupwithoa", {
      group_name: name,
      asset_id: asset.id,
      member_user_ids: [groupMember],
    });
    const zaloId: string = data.group_id;
    const row = { name, zaloId, assetId: asset.id, ...scene };
    made.push({ id: await setGroup(database, row), zaloId });
  }
  if (made.length < count) throw new Error("the simulator has too few assets");
  return made;
}

/** How often the Official Account has written into each group, by Zalo's number of the group. */
export function postsAt(sim: Stage["sim"], groups: readonly RealGroup[]): readonly number[] {
  const posts = sim
    .items(groupMember)
    .flatMap((item) =>
      item.app === "zalo" && item.chat === "group" && item.from === "oa" ? [item.groupId] : [],
    );
  return groups.map(({ zaloId }) => posts.filter((one) => one === zaloId).length);
}

/** Every post of a bulletin, as `status code`, in the order of the groups. */
export async function postsOf(
  { database }: Pick<Stage, "database">,
  bulletinId: BulletinId,
  groups: readonly RealGroup[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string; how: string }>(
    `select group_id as id, concat_ws(' ', status, broadcast_posts.code) as how
     from broadcast_posts join broadcasts on broadcasts.id = broadcast_id where bulletin_id = $1`,
    [bulletinId],
  );
  return groups.map(({ id }) => rows.find((row) => row.id === id)?.how ?? "none");
}

/** Waits until nothing of this broadcast goes on by itself any more. */
export async function broadcastOver(
  { database }: Pick<Stage, "database">,
  bulletinId: BulletinId,
  seconds = 60,
): Promise<void> {
  await eventually(
    "the end of the broadcast",
    async () => {
      const { rowCount } = await database.query(
        "select 1 from broadcasts where bulletin_id = $1 and finished_at is not null",
        [bulletinId],
      );
      return rowCount === 1 ? true : undefined;
    },
    seconds,
  );
}

/** What a member of staff asks of a bulletin's broadcast. */
export const broadcastPath = (bulletinId: BulletinId, act = "") =>
  `/api/staff/broadcasts/${bulletinId}${act}`;
