import {
  type AssetRow,
  type ChangeRow,
  type GroupList,
  type GroupRow,
  mostPlacesListed,
  type NamedPlace,
  type PlacesAsked,
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
import { GroupChangeId, GroupId, StaffId } from "@truong-an/shared/ids";
import { asc, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { staffZalo } from "../db/alert-tables.ts";
import { groupAssets, groupChanges, groupSyncs } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { deskMembers, desks, schoolDesks, schools, staff } from "../db/tables.ts";
import type { World } from "../world.ts";
import { groupDesksOf } from "./desks.ts";
import { groupsWithin, type StoredGroup } from "./find.ts";
import { nowhere, type PlaceRow, type PlaceSearch, searchPlaces } from "./places.ts";

/** The groups of somebody's places, how the last change of each went, and what new ones are made with. */
export async function listGroups(world: World, staffId: StaffId): Promise<GroupList> {
  const { db, config } = world;
  const of = await groupDesksOf(db, staffId);
  const placed = await groupsWithin(db, of);
  const changes = await lastChanges(
    db,
    placed.map(({ group }) => group.id),
  );
  const some = { typed: "", most: mostPlacesListed };
  const led = await offeredPlaces(db, of, "group", some);
  const posterSchools = await offeredPlaces(db, of, "poster", some);
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
    places: led,
    freeAssets: led.length === 0 ? [] : await freeAssets(db),
    firstMembers: led.length === 0 ? [] : await linkedStaff(db, leadDesks(of)),
    posterSchools,
  };
}

/** Places to choose from: where one may make a group, or print a school's sheet. */
export async function findPlaces(
  { db }: World,
  staffId: StaffId,
  { purpose, search }: PlacesAsked,
): Promise<{ places: NamedPlace[] }> {
  const of = await groupDesksOf(db, staffId);
  return { places: await offeredPlaces(db, of, purpose, { typed: search, most: mostFound }) };
}

const mostFound = 50;

async function offeredPlaces(
  db: Queryable,
  of: readonly GroupDesk[],
  purpose: PlacesAsked["purpose"],
  asked: Pick<PlaceSearch, "typed" | "most">,
): Promise<NamedPlace[]> {
  const places =
    purpose === "poster"
      ? await searchPlaces(db, of, { ...asked, kinds: ["school"] })
      : await searchPlaces(db, leadDesks(of), { ...asked, kinds: ["commune", "school"] });
  return places.map(({ kind, id, name }) => ({ kind, id, name }));
}

function leadDesks(of: readonly GroupDesk[]): readonly GroupDesk[] {
  return of.filter(({ role }) => role === "lead");
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

/** Staff around these desks who have linked their Zalo: only they can be asked into a new group. */
async function linkedStaff(
  db: Queryable,
  of: readonly GroupDesk[],
): Promise<GroupList["firstMembers"]> {
  const isEverywhere = of.some(({ kind }) => kind === "department");
  const around = of.flatMap(({ communeIds }) => communeIds);
  const rows = await db
    .selectDistinctOn([staff.id], { id: staff.id, name: staff.name, deskName: desks.name })
    .from(staffZalo)
    .innerJoin(staff, eq(staff.id, staffZalo.staffId))
    .innerJoin(deskMembers, eq(deskMembers.staffId, staff.id))
    .innerJoin(desks, eq(desks.id, deskMembers.deskId))
    .innerJoin(schoolDesks, eq(schoolDesks.deskId, desks.id))
    .innerJoin(schools, eq(schools.id, schoolDesks.schoolId))
    .where(isEverywhere ? undefined : inArray(schools.communeId, around))
    .orderBy(staff.id, desks.name);
  return rows
    .map((row) => ({ ...row, id: StaffId.parse(row.id) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "vi"));
}
