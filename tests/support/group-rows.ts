import { randomUUID } from "node:crypto";
import { GroupId } from "@truong-an/shared/ids";
import type pg from "pg";
import { communes, schools } from "../demo/directory.ts";

/** A group as a test wants it to stand in the database; whatever is not said is ordinary. */
export type GroupScene = {
  readonly name?: string;
  readonly kind?: "gmf" | "bot";
  readonly zaloId?: string | null;
  readonly place?: "school" | "commune" | "other school" | "other commune" | "nobody's";
  readonly readers?: readonly string[];
  readonly state?: string;
  readonly link?: string | null;
  readonly asksToJoin?: boolean;
  readonly assetId?: string | null;
  readonly assetUntil?: number | null;
};

/** Sets one group down as if Zalo had told of it. */
export async function setGroup(database: pg.Pool, scene: GroupScene = {}): Promise<GroupId> {
  const id = GroupId.parse(randomUUID());
  const { zaloId = `zalo-${id}`, link = `https://zalo.me/g/${id.slice(0, 8)}` } = scene;
  const until = scene.assetUntil == null ? null : new Date(scene.assetUntil).toISOString();
  await database.query(
    `insert into zalo_groups (id, kind, zalo_id, school_id, commune_id, readers, name, description,
       state, link, is_locked, asks_to_join, members, requests, asset_id, asset_renews, asset_until,
       added_at)
     values ($1, $2, $3, $4, $5, $6, $7, '', $8, $9, true, $12, 3, 0, $10, false, $11, now())`,
    [
      id,
      scene.kind ?? "gmf",
      zaloId,
      ...placeOf(scene.place ?? "school"),
      scene.readers ?? ["parents", "pupils"],
      scene.name ?? "Bản tin Cill Cus",
      scene.state ?? "enabled",
      link,
      scene.assetId ?? null,
      until,
      scene.asksToJoin ?? false,
    ],
  );
  return id;
}

function placeOf(place: NonNullable<GroupScene["place"]>) {
  switch (place) {
    case "school":
      return [schools[0]?.id, null];
    case "other school":
      return [schools[1]?.id, null];
    case "commune":
      return [null, communes[0]?.id];
    case "other commune":
      return [null, communes[1]?.id];
    case "nobody's":
      return [null, null];
  }
}
