import type { BroadcastRow, PostRow } from "@truong-an/shared/api/groups";
import { isPending, mayRetry, PostStatus } from "@truong-an/shared/broadcast";
import { type Audience, audienceOf, Reader } from "@truong-an/shared/bulletin";
import { deskThatMay, GroupKind, GroupState, isReached, liesIn } from "@truong-an/shared/group";
import { BulletinId, GroupId, type StaffId } from "@truong-an/shared/ids";
import type { Instant } from "@truong-an/shared/time";
import { desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { findPublished } from "../bulletins/find.ts";
import { bulletinVersions } from "../db/bulletin-tables.ts";
import { broadcastPosts, broadcasts } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { groupDesksOf } from "./desks.ts";
import { groupsWithin, type Placed, placesOf } from "./list.ts";
import { postOf, type StoredPost } from "./posts.ts";

const mostListed = 30;

type Listed = {
  readonly id: BulletinId;
  readonly title: string;
  readonly publishedAt: Instant;
  readonly hasCover: boolean;
  readonly audience: Audience;
};

/** Published bulletins that are for somebody's places, with their groups and how far each has come. */
export async function listBroadcasts(world: World, staffId: StaffId): Promise<BroadcastRow[]> {
  return rowsFor(world, staffId, await publishedLately(world.db));
}

/** One of them. Refuses one that is not published, or for no place of theirs. */
export async function readBroadcast(
  world: World,
  staffId: StaffId,
  bulletinId: BulletinId,
): Promise<BroadcastRow> {
  const bulletin = await findPublished(world.db, bulletinId);
  const listed =
    bulletin === undefined ? [] : [{ ...bulletin, hasCover: bulletin.coverAlt !== null }];
  const [row] = await rowsFor(world, staffId, listed);
  if (row === undefined) throw new Refusal("not-found");
  return row;
}

/** Whether somebody in this group is meant. */
export function isMeant(audience: Audience, { group, place }: Placed): boolean {
  return (
    place !== undefined &&
    isReached(audience, { ...place, readers: z.array(Reader).parse(group.readers) })
  );
}

async function rowsFor(
  { db }: World,
  staffId: StaffId,
  published: readonly Listed[],
): Promise<BroadcastRow[]> {
  const of = await groupDesksOf(db, staffId);
  const places = (await placesOf(db)).filter((one) => deskThatMay(of, "use", one) !== undefined);
  const listed = published
    .filter(({ audience }) => places.some((place) => liesIn(audience.scope, place)))
    .slice(0, mostListed);
  const mine = await groupsWithin(db, of);
  const posts = await postsOf(
    db,
    listed.map(({ id }) => id),
  );
  return listed.map(({ audience, id, title, publishedAt, hasCover }) => ({
    bulletinId: id,
    title,
    publishedAt,
    hasCover,
    posts: mine
      .filter((one) => isMeant(audience, one))
      .map((one) => postRow(one, posts.get(`${id} ${one.group.id}`))),
  }));
}

async function publishedLately(db: Queryable): Promise<readonly Listed[]> {
  const rows = await db
    .select()
    .from(bulletinVersions)
    .where(eq(bulletinVersions.status, "published"))
    .orderBy(desc(bulletinVersions.publishedAt), desc(bulletinVersions.bulletinId))
    .limit(300);
  return rows.map((row) => ({
    id: BulletinId.parse(row.bulletinId),
    title: row.title,
    publishedAt: row.publishedAt ?? row.writtenAt,
    hasCover: row.coverId !== null,
    audience: audienceOf(row),
  }));
}

async function postsOf(
  db: Queryable,
  bulletinIds: readonly string[],
): Promise<ReadonlyMap<string, StoredPost>> {
  if (bulletinIds.length === 0) return new Map();
  const rows = await db
    .select({ post: broadcastPosts, bulletinId: broadcasts.bulletinId })
    .from(broadcastPosts)
    .innerJoin(broadcasts, eq(broadcasts.id, broadcastPosts.broadcastId))
    .where(inArray(broadcasts.bulletinId, [...bulletinIds]));
  return new Map(rows.map(({ post, bulletinId }) => [`${bulletinId} ${post.groupId}`, post]));
}

function postRow({ group, place }: Placed, stored: StoredPost | undefined): PostRow {
  const post = stored === undefined ? undefined : postOf(stored);
  return {
    groupId: GroupId.parse(group.id),
    groupName: group.name,
    groupKind: GroupKind.parse(group.kind),
    groupState: GroupState.parse(group.state),
    placeName: place?.name ?? "",
    status: post === undefined ? null : PostStatus.parse(post.status),
    code: post?.code ?? null,
    isPending: post !== undefined && isPending(post),
    mayRetry: post !== undefined && mayRetry(post),
  };
}
