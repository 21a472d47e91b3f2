import {
  type Audience,
  audienceOf,
  type Topic,
  Topic as TopicList,
} from "@truong-an/shared/bulletin";
import { summaryOf } from "@truong-an/shared/bulletin-body";
import { BulletinId, type SchoolId } from "@truong-an/shared/ids";
import type { Instant } from "@truong-an/shared/time";
import { and, desc, eq, isNotNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { bulletinCovers, bulletins, bulletinVersions } from "../db/bulletin-tables.ts";
import type { Queryable } from "../db/open.ts";
import { communes, desks, schools } from "../db/tables.ts";

/** A published bulletin as it stands in a list. */
export type BulletinCard = {
  readonly id: BulletinId;
  readonly version: number;
  readonly topic: Topic;
  readonly title: string;
  readonly summary: string; // how the text begins
  readonly deskName: string; // in whose name
  readonly publishedAt: Instant;
  readonly correctedAt: Instant | null;
  readonly coverAlt: string | null; // null: it has no cover
};

/** The same with its text and whom it is for. */
export type PublishedBulletin = BulletinCard & {
  readonly body: string;
  readonly audience: Audience;
};

/** The last card of a page: the next page begins behind it. */
export type Behind = Pick<BulletinCard, "publishedAt" | "id">;

export type Wanted = {
  readonly schoolId: SchoolId | null; // null: only what is for everyone
  readonly topic?: Topic | undefined;
  readonly most: number;
  readonly behind?: Behind | undefined;
};

/** What is published for this school, its commune and its province, the newest first. */
export async function latestBulletins(
  db: Queryable,
  wanted: Wanted,
): Promise<readonly BulletinCard[]> {
  const { schoolId } = wanted;
  const { provinceId, communeId } = bulletinVersions;
  // Each place by its own index; together they would have to be read whole and sorted.
  const rows =
    schoolId === null
      ? await newest(db, isNotNull(provinceId), wanted)
      : await unionAll(
          newest(db, eq(bulletinVersions.schoolId, schoolId), wanted),
          newest(db, eq(communeId, communeOf(db, schoolId)), wanted),
          newest(db, eq(provinceId, provinceOf(db, schoolId)), wanted),
        )
          .orderBy(desc(bulletinVersions.publishedAt), desc(bulletinVersions.bulletinId))
          .limit(wanted.most);
  return rows.map(cardOf);
}

/** What people may read under this id now; undefined for a draft, and for what has been withdrawn. */
export async function findPublished(
  db: Queryable,
  id: BulletinId,
): Promise<PublishedBulletin | undefined> {
  const { body, provinceId, communeId, schoolId, readers } = bulletinVersions;
  const [row] = await db
    .select({ ...cardColumns, body, provinceId, communeId, schoolId, readers })
    .from(bulletinVersions)
    .innerJoin(bulletins, eq(bulletins.id, bulletinVersions.bulletinId))
    .innerJoin(desks, eq(desks.id, bulletins.deskId))
    .where(and(eq(bulletinVersions.bulletinId, id), isPublished));
  return row && { ...cardOf(row), body: row.body, audience: audienceOf(row) };
}

/** The cover that people may see with this bulletin now, a JPEG, and of which version it is. */
export async function findCover(
  db: Queryable,
  id: BulletinId,
): Promise<{ readonly image: Buffer; readonly version: number } | undefined> {
  const [row] = await db
    .select({ image: bulletinCovers.image, version: bulletinVersions.number })
    .from(bulletinVersions)
    .innerJoin(bulletinCovers, eq(bulletinCovers.id, bulletinVersions.coverId))
    .where(and(eq(bulletinVersions.bulletinId, id), isPublished));
  return row;
}

const isPublished = eq(bulletinVersions.status, "published");

const cardColumns = {
  id: bulletinVersions.bulletinId,
  version: bulletinVersions.number,
  topic: bulletinVersions.topic,
  title: bulletinVersions.title,
  beginning: sql<string>`left(${bulletinVersions.body}, 1000)`.as("beginning"),
  deskName: desks.name,
  publishedAt: bulletinVersions.publishedAt,
  correctedAt: bulletinVersions.correctedAt,
  coverAlt: bulletinVersions.coverAlt,
};

function newest(db: Queryable, place: SQL | undefined, { topic, behind, most }: Wanted) {
  const { publishedAt, bulletinId } = bulletinVersions;
  const isBehind =
    behind &&
    sql`(${publishedAt}, ${bulletinId}) < (${new Date(behind.publishedAt).toISOString()}::timestamptz, ${behind.id}::uuid)`;
  return db
    .select(cardColumns)
    .from(bulletinVersions)
    .innerJoin(bulletins, eq(bulletins.id, bulletinId))
    .innerJoin(desks, eq(desks.id, bulletins.deskId))
    .where(and(place, isPublished, topic && eq(bulletinVersions.topic, topic), isBehind))
    .orderBy(desc(publishedAt), desc(bulletinId))
    .limit(most);
}

function communeOf(db: Queryable, schoolId: SchoolId): SQLWrapper {
  return db.select({ id: schools.communeId }).from(schools).where(eq(schools.id, schoolId));
}

function provinceOf(db: Queryable, schoolId: SchoolId): SQLWrapper {
  return db
    .select({ id: communes.provinceId })
    .from(schools)
    .innerJoin(communes, eq(communes.id, schools.communeId))
    .where(eq(schools.id, schoolId));
}

type CardRow = Omit<BulletinCard, "id" | "topic" | "publishedAt" | "summary"> & {
  readonly id: string;
  readonly topic: string;
  readonly beginning: string;
  readonly publishedAt: Instant | null;
};

function cardOf(row: CardRow): BulletinCard {
  if (row.publishedAt === null) throw new Error("what is published has a time of publication");
  const { version, title, deskName, publishedAt, correctedAt, coverAlt } = row;
  return {
    id: BulletinId.parse(row.id),
    version,
    topic: TopicList.parse(row.topic),
    title,
    summary: summaryOf(row.beginning),
    deskName,
    publishedAt,
    correctedAt,
    coverAlt,
  };
}
