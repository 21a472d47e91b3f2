import type { BroadcastRow, PostRow } from "@truong-an/shared/api/groups";
import { isPending, mayRetry, PostStatus } from "@truong-an/shared/broadcast";
import { type Audience, audienceOf, Reader } from "@truong-an/shared/bulletin";
import { type GroupDesk, GroupKind, GroupState, isReached } from "@truong-an/shared/group";
import { BulletinId, GroupId, type StaffId } from "@truong-an/shared/ids";
import type { Instant } from "@truong-an/shared/time";
import { and, desc, eq, inArray, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { bulletinVersions } from "../db/bulletin-tables.ts";
import { broadcastPosts, broadcasts } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { communes, schools } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { groupDesksOf, withinDesks } from "./desks.ts";
import { groupsWithin, type Placed } from "./find.ts";
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
export async function listBroadcasts({ db }: World, staffId: StaffId): Promise<BroadcastRow[]> {
  const of = await groupDesksOf(db, staffId);
  return rowsFor(db, of, await publishedFor(db, of));
}

/** One of them. Refuses one that is not published, or for no place of theirs. */
export async function readBroadcast(
  { db }: World,
  staffId: StaffId,
  bulletinId: BulletinId,
): Promise<BroadcastRow> {
  const of = await groupDesksOf(db, staffId);
  const [row] = await rowsFor(db, of, await publishedFor(db, of, bulletinId));
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
  db: Queryable,
  of: readonly GroupDesk[],
  listed: readonly Listed[],
): Promise<BroadcastRow[]> {
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

/** The newest that reach a place of these desks, or this one if it does. */
async function publishedFor(
  db: Queryable,
  of: readonly GroupDesk[],
  bulletinId?: BulletinId,
): Promise<readonly Listed[]> {
  const rows = await db
    .select()
    .from(bulletinVersions)
    .where(
      and(
        eq(bulletinVersions.status, "published"),
        bulletinId && eq(bulletinVersions.bulletinId, bulletinId),
        reaches(db, of),
      ),
    )
    .orderBy(desc(bulletinVersions.publishedAt), desc(bulletinVersions.bulletinId))
    .limit(mostListed);
  return rows.map((row) => ({
    id: BulletinId.parse(row.bulletinId),
    title: row.title,
    publishedAt: row.publishedAt ?? row.writtenAt,
    hasCover: row.coverId !== null,
    audience: audienceOf(row),
  }));
}

/** What is for a desk's school, and what is for a commune or province that a school of its lies in. */
function reaches(db: Queryable, of: readonly GroupDesk[]): SQL | undefined {
  const within = withinDesks(of, schools.id, schools.communeId);
  if (within === undefined) return undefined;
  const { schoolId, communeId, provinceId } = bulletinVersions;
  const around = of.flatMap(({ communeIds }) => communeIds);
  return or(
    inArray(schoolId, db.select({ id: schools.id }).from(schools).where(within)),
    inArray(communeId, around),
    inArray(
      provinceId,
      db.select({ id: communes.provinceId }).from(communes).where(inArray(communes.id, around)),
    ),
  );
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
