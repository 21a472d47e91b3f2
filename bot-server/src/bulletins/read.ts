import type {
  BulletinDetail,
  BulletinPlaces,
  BulletinRow,
  BulletinVersion,
} from "@truong-an/shared/api/bulletins";
import {
  audienceOf,
  BulletinStatus,
  Place,
  placeOf,
  Topic,
  VersionStatus,
} from "@truong-an/shared/bulletin";
import { BulletinId, DeskId, type StaffId } from "@truong-an/shared/ids";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { bulletinCovers, bulletins, bulletinVersions } from "../db/bulletin-tables.ts";
import type { Queryable } from "../db/open.ts";
import { communes, deskMembers, desks, provinces, schools, staff } from "../db/tables.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { mayWriteFor, placesOf } from "./rights.ts";
import { frontOf, type VersionRow, versionsFor } from "./standing.ts";

const mostRows = 100;

/** What stands at this status for the places that this person's desks write for, the latest first. */
export async function listBulletins(
  world: World,
  staffId: StaffId,
  status: BulletinStatus,
): Promise<{ bulletins: BulletinRow[] }> {
  const { publishedAt, writtenAt } = bulletinVersions;
  const rows = await world.db
    .select({
      id: bulletinVersions.bulletinId,
      version: bulletinVersions.number,
      status: bulletinVersions.status,
      topic: bulletinVersions.topic,
      title: bulletinVersions.title,
      placeName: placeName,
      deskName: desks.name,
      writtenBy: staff.name,
      writtenAt,
      publishedAt,
    })
    .from(bulletinVersions)
    .innerJoin(bulletins, eq(bulletins.id, bulletinVersions.bulletinId))
    .innerJoin(desks, eq(desks.id, bulletins.deskId))
    .innerJoin(staff, eq(staff.id, bulletinVersions.writtenBy))
    .leftJoin(schools, eq(schools.id, bulletinVersions.schoolId))
    .leftJoin(communes, eq(communes.id, bulletinVersions.communeId))
    .leftJoin(provinces, eq(provinces.id, bulletinVersions.provinceId))
    .where(
      and(
        eq(bulletinVersions.status, status),
        status === "withdrawn" ? isLast : undefined,
        mayWriteFor(staffId),
      ),
    )
    .orderBy(desc(sql`coalesce(${publishedAt}, ${writtenAt})`))
    .limit(mostRows);
  return {
    bulletins: rows.map((row) => ({
      ...row,
      id: BulletinId.parse(row.id),
      status: VersionStatus.parse(row.status),
      topic: Topic.parse(row.topic),
    })),
  };
}

/** Of a bulletin nothing of which is read or worked on. */
const isLast = sql`not exists (
  select 1 from bulletin_versions other
  where other.bulletin_id = ${bulletinVersions.bulletinId}
    and (other.number > ${bulletinVersions.number} or other.status = 'published')
)`;

const placeName = sql<string>`coalesce(${schools.name}, ${communes.name}, ${provinces.name})`;

/** One bulletin with every version, for whoever's desks write for its place. */
export async function readBulletin(
  world: World,
  staffId: StaffId,
  id: BulletinId,
): Promise<BulletinDetail> {
  const { db } = world;
  const versions = await versionsFor(db, staffId, id);
  const front = frontOf(versions);
  if (front === undefined) throw new Refusal("not-found");
  const [desk] = await db
    .select({ id: desks.id, name: desks.name, member: deskMembers.staffId })
    .from(bulletins)
    .innerJoin(desks, eq(desks.id, bulletins.deskId))
    .leftJoin(deskMembers, and(eq(deskMembers.deskId, desks.id), eq(deskMembers.staffId, staffId)))
    .where(eq(bulletins.id, id));
  if (desk === undefined) throw new Refusal("not-found");
  const known = await namesIn(db, versions);
  return {
    id,
    desk: { id: DeskId.parse(desk.id), name: desk.name },
    isMyDesk: desk.member !== null,
    status: BulletinStatus.parse(front.status),
    versions: versions.map((version) => versionOf(version, staffId, known)),
  };
}

type Names = {
  readonly people: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<number, string>;
};

async function namesIn(db: Queryable, versions: readonly VersionRow[]): Promise<Names> {
  const ids = versions.flatMap(({ writtenBy, approvedBy, publishedBy, withdrawnBy }) =>
    [writtenBy, approvedBy, publishedBy, withdrawnBy].filter((who) => who !== null),
  );
  const people = await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, ids));
  const places = await db
    .select({ number: bulletinVersions.number, name: placeName })
    .from(bulletinVersions)
    .leftJoin(schools, eq(schools.id, bulletinVersions.schoolId))
    .leftJoin(communes, eq(communes.id, bulletinVersions.communeId))
    .leftJoin(provinces, eq(provinces.id, bulletinVersions.provinceId))
    .where(eq(bulletinVersions.bulletinId, versions[0]?.bulletinId ?? ""));
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    places: new Map(places.map(({ number, name }) => [number, name])),
  };
}

function versionOf(row: VersionRow, staffId: StaffId, { people, places }: Names): BulletinVersion {
  const act = (who: string | null, at: number | null) =>
    who === null || at === null ? null : { who: people.get(who) ?? "", isMe: who === staffId, at };
  const { scope, readers } = audienceOf(row);
  return {
    number: row.number,
    status: VersionStatus.parse(row.status),
    topic: Topic.parse(row.topic),
    title: row.title,
    body: row.body,
    place: placeOf(scope),
    placeName: places.get(row.number) ?? "",
    readers: [...readers],
    cover:
      row.coverId === null || row.coverAlt === null ? null : { id: row.coverId, alt: row.coverAlt },
    written: {
      who: people.get(row.writtenBy) ?? "",
      isMe: row.writtenBy === staffId,
      at: row.writtenAt,
    },
    approved: act(row.approvedBy, row.approvedAt),
    published: act(row.publishedBy, row.correctedAt ?? row.publishedAt),
    correctedAt: row.correctedAt,
    withdrawn: act(row.withdrawnBy, row.withdrawnAt),
  };
}

/** The cover of any version, for whoever may read the bulletin. */
export async function readCover(
  world: World,
  staffId: StaffId,
  id: BulletinId,
  number: number,
): Promise<Buffer> {
  const version = (await versionsFor(world.db, staffId, id)).find((one) => one.number === number);
  if (version?.coverId == null) throw new Refusal("not-found");
  const [cover] = await world.db
    .select({ image: bulletinCovers.image })
    .from(bulletinCovers)
    .where(eq(bulletinCovers.id, version.coverId));
  if (cover === undefined) throw new Refusal("not-found");
  return cover.image;
}

const mostPlaces = 50;
const mostFetched = 400; // a province has fewer communes than that

/** For whom this desk may write; only for its own members. */
export async function listPlaces(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  typed: string,
): Promise<BulletinPlaces> {
  const [seat] = await world.db
    .select({ deskId: deskMembers.deskId })
    .from(deskMembers)
    .where(and(eq(deskMembers.deskId, deskId), eq(deskMembers.staffId, staffId)));
  refuseUnless(seat !== undefined, "not-found");
  const words = foldVietnamese(typed)
    .split(/[^a-z0-9&]+/)
    .filter(Boolean)
    .slice(0, 8);
  const { rows } = await world.db.execute<{ kind: string; id: string; name: string }>(
    sql`select kind, id, name from (${placesOf(deskId)}) as places
      where kind <> 'school' or ${inSchoolName(words)} order by width, name limit ${mostFetched}`,
  );
  const isMeant = ({ kind, name }: { kind: string; name: string }) =>
    kind === "school" || words.every((word) => foldVietnamese(name).includes(word));
  const places = rows.filter(isMeant).slice(0, mostPlaces);
  return {
    places: places.map(({ kind, id, name }) => ({ place: Place.parse({ kind, id }), name })),
  };
}

/** Every word typed, with or without tone marks, in the name of a school and its commune. */
function inSchoolName(words: readonly string[]) {
  return and(sql`true`, ...words.map((word) => sql`search_text like ${`%${word}%`}`));
}
