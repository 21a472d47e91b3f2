import type {
  AssetRow,
  ChangeRow,
  GroupList,
  GroupRow,
  NamedPlace,
  Poster,
} from "@truong-an/shared/api/groups";
import { Reader } from "@truong-an/shared/bulletin";
import {
  AssetKind,
  ChangeKind,
  ChangeStatus,
  deskThatMay,
  type GroupDesk,
  GroupKind,
  GroupState,
} from "@truong-an/shared/group";
import { GroupChangeId, GroupId, SchoolId, StaffId } from "@truong-an/shared/ids";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { staffZalo } from "../db/alert-tables.ts";
import { groupAssets, groupChanges, groupSyncs, zaloGroups } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { communes, deskMembers, desks, schoolDesks, schools, staff } from "../db/tables.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { groupDesksOf, requireDesk } from "./desks.ts";
import { schoolLink } from "./links.ts";

/** The groups of somebody's places, how the last change of each went, and what new ones are made with. */
export async function listGroups(world: World, staffId: StaffId): Promise<GroupList> {
  const { db, config } = world;
  const of = await groupDesksOf(db, staffId);
  const placed = await groupsWithin(db, of);
  const changes = await lastChanges(
    db,
    placed.map(({ group }) => group.id),
  );
  const places = await placesOf(db);
  const led = places.filter((place) => deskThatMay(of, "lead", place) !== undefined);
  const usable = places.filter((place) => deskThatMay(of, "use", place) !== undefined);
  const [sync] = await db.select().from(groupSyncs);
  return {
    now: world.now(),
    hasAccount: world.zalo !== undefined,
    hasBot: config.ZALO_BOT_TOKEN !== undefined,
    sync:
      sync === undefined
        ? null
        : { askedAt: sync.askedAt, finishedAt: sync.finishedAt, code: sync.code },
    groups: placed.map(({ group, place }) => rowOf(group, place, of, changes.get(group.id))),
    places: led.map(({ kind, id, name }) => ({ kind, id, name })),
    freeAssets: led.length === 0 ? [] : await freeAssets(db),
    firstMembers: led.length === 0 ? [] : await linkedStaff(db, led),
    posterSchools: usable
      .filter(({ kind }) => kind === "school")
      .map(({ id, name }) => ({ id: SchoolId.parse(id), name })),
  };
}

/** What a school's printed sheet says. */
export async function posterOf(
  world: World,
  staffId: StaffId,
  schoolId: SchoolId,
): Promise<Poster> {
  const place = (await placesOf(world.db)).find((one) => one.schoolId === schoolId);
  refuseUnless(place !== undefined, "not-found");
  requireDesk(await groupDesksOf(world.db, staffId), "use", place);
  return {
    schoolName: place.name,
    communeName: place.communeName,
    link: schoolLink(world.config, schoolId),
  };
}

/** Nothing lies here: only the department would not be a stranger to it. */
const nowhere = { schoolId: null, communeId: null };

export type StoredGroup = typeof zaloGroups.$inferSelect;
export type PlaceRow = NamedPlace & {
  readonly schoolId: string | null;
  readonly communeId: string;
  readonly communeName: string;
  readonly provinceId: string;
};

export type Placed = { readonly group: StoredGroup; readonly place: PlaceRow | undefined };

/** Every group that still is one and that one of these desks answers for, with its place. */
export async function groupsWithin(
  db: Queryable,
  of: readonly GroupDesk[],
): Promise<readonly Placed[]> {
  const groups = await db
    .select()
    .from(zaloGroups)
    .where(ne(zaloGroups.state, "deleted"))
    .orderBy(asc(zaloGroups.name), asc(zaloGroups.id));
  const places = new Map((await placesOf(db)).map((place) => [`${place.kind}:${place.id}`, place]));
  return groups
    .map((group) => ({ group, place: places.get(placeKey(group)) }))
    .filter(({ place }) => deskThatMay(of, "use", place ?? nowhere) !== undefined);
}

/** Every school and every commune of the province. */
export async function placesOf(db: Queryable): Promise<readonly PlaceRow[]> {
  const communeRows = await db.select().from(communes).orderBy(asc(communes.name));
  const schoolRows = await db
    .select({
      id: schools.id,
      name: schools.name,
      communeId: communes.id,
      communeName: communes.name,
      provinceId: communes.provinceId,
    })
    .from(schools)
    .innerJoin(communes, eq(communes.id, schools.communeId))
    .orderBy(asc(schools.name));
  return [
    ...schoolRows.map((row) => ({ ...row, kind: "school" as const, schoolId: row.id })),
    ...communeRows.map(({ id, name, provinceId }) => ({
      kind: "commune" as const,
      id,
      name,
      schoolId: null,
      communeId: id,
      communeName: name,
      provinceId,
    })),
  ];
}

/** One group that still is one, with its place, if it has one. */
export async function findPlaced(db: Queryable, groupId: string): Promise<Placed | undefined> {
  const [row] = await db
    .select({ group: zaloGroups, school: schools, commune: communes })
    .from(zaloGroups)
    .leftJoin(schools, eq(schools.id, zaloGroups.schoolId))
    .leftJoin(
      communes,
      eq(communes.id, sql`coalesce(${zaloGroups.communeId}, ${schools.communeId})`),
    )
    .where(and(eq(zaloGroups.id, groupId), ne(zaloGroups.state, "deleted")));
  return row && { group: row.group, place: placeIn(row) };
}

function placeIn({
  school,
  commune,
}: {
  readonly school: typeof schools.$inferSelect | null;
  readonly commune: typeof communes.$inferSelect | null;
}): PlaceRow | undefined {
  if (commune === null) return undefined;
  const { id: communeId, name: communeName, provinceId } = commune;
  const within = { communeId, communeName, provinceId };
  return school === null
    ? { ...within, kind: "commune", id: communeId, name: communeName, schoolId: null }
    : { ...within, kind: "school", id: school.id, name: school.name, schoolId: school.id };
}

/** One group and where it is. Refuses an unknown or a deleted one. */
export async function findGroup(
  db: Queryable,
  groupId: string,
): Promise<{
  readonly group: StoredGroup;
  readonly place: Pick<PlaceRow, "schoolId"> & { readonly communeId: string | null };
}> {
  const [row] = await db
    .select({ group: zaloGroups, schoolCommuneId: schools.communeId })
    .from(zaloGroups)
    .leftJoin(schools, eq(schools.id, zaloGroups.schoolId))
    .where(and(eq(zaloGroups.id, groupId), ne(zaloGroups.state, "deleted")));
  if (row === undefined) throw new Refusal("not-found");
  const { group, schoolCommuneId } = row;
  return {
    group,
    place: { schoolId: group.schoolId, communeId: group.communeId ?? schoolCommuneId },
  };
}

function placeKey({ schoolId, communeId }: Pick<StoredGroup, "schoolId" | "communeId">): string {
  return schoolId === null ? `commune:${communeId}` : `school:${schoolId}`;
}

async function lastChanges(
  db: Queryable,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, ChangeRow>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([groupChanges.groupId])
    .from(groupChanges)
    .where(inArray(groupChanges.groupId, [...groupIds]))
    .orderBy(groupChanges.groupId, desc(groupChanges.askedAt), desc(groupChanges.id));
  return new Map(
    rows.map((row) => [
      row.groupId,
      {
        id: GroupChangeId.parse(row.id),
        kind: ChangeKind.parse(row.kind),
        status: ChangeStatus.parse(row.status),
        code: row.code,
        askedAt: row.askedAt,
      },
    ]),
  );
}

function rowOf(
  group: StoredGroup,
  place: PlaceRow | undefined,
  of: readonly GroupDesk[],
  change: ChangeRow | undefined,
): GroupRow {
  const { assetId, assetKind, assetUntil, assetRenews } = group;
  return {
    id: GroupId.parse(group.id),
    kind: GroupKind.parse(group.kind),
    state: GroupState.parse(group.state),
    name: group.name,
    description: group.description,
    place: place === undefined ? null : { kind: place.kind, id: place.id, name: place.name },
    readers: z.array(Reader).parse(group.readers),
    link: group.link,
    isLocked: group.isLocked,
    asksToJoin: group.asksToJoin,
    members: group.members,
    mostMembers: group.mostMembers,
    requests: group.requests,
    asset:
      assetId === null
        ? null
        : {
            id: assetId,
            kind: AssetKind.nullable().catch(null).parse(assetKind),
            until: assetUntil,
            renewsItself: assetRenews,
          },
    dissolvesAt: group.dissolvesAt,
    mayLead: deskThatMay(of, "lead", place ?? nowhere) !== undefined,
    change: change ?? null,
  };
}

async function freeAssets(db: Queryable): Promise<AssetRow[]> {
  const rows = await db
    .select()
    .from(groupAssets)
    .where(eq(groupAssets.isUsed, false))
    .orderBy(asc(groupAssets.until), asc(groupAssets.assetId));
  return rows.map(({ assetId, kind, until, renews }) => ({
    id: assetId,
    kind: AssetKind.parse(kind),
    until,
    renewsItself: renews,
  }));
}

/** Staff of these places who have linked their Zalo: only they can be asked into a new group. */
async function linkedStaff(
  db: Queryable,
  places: readonly PlaceRow[],
): Promise<GroupList["firstMembers"]> {
  const rows = await db
    .selectDistinctOn([staff.id], { id: staff.id, name: staff.name, deskName: desks.name })
    .from(staffZalo)
    .innerJoin(staff, eq(staff.id, staffZalo.staffId))
    .innerJoin(deskMembers, eq(deskMembers.staffId, staff.id))
    .innerJoin(desks, eq(desks.id, deskMembers.deskId))
    .innerJoin(schoolDesks, eq(schoolDesks.deskId, desks.id))
    .innerJoin(schools, eq(schools.id, schoolDesks.schoolId))
    .where(inArray(schools.communeId, [...new Set(places.map(({ communeId }) => communeId))]))
    .orderBy(staff.id, desks.name);
  return rows
    .map((row) => ({ ...row, id: StaffId.parse(row.id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "vi"));
}
