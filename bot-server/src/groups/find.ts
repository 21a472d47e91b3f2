import { deskThatMay, type GroupDesk } from "@truong-an/shared/group";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { zaloGroups } from "../db/group-tables.ts";
import type { Queryable } from "../db/open.ts";
import { communes, schools } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";
import { withinDesks } from "./desks.ts";
import { nowhere, type PlaceRow, placeIn } from "./places.ts";

export type StoredGroup = typeof zaloGroups.$inferSelect;
export type Placed = { readonly group: StoredGroup; readonly place: PlaceRow | undefined };

/** One group and where it is. Refuses an unknown or a deleted one. */
export async function findGroup(db: Queryable, groupId: string) {
  const found = await findPlaced(db, groupId);
  if (found === undefined) throw new Refusal("not-found");
  return { group: found.group, place: found.place ?? nowhere };
}

/** One group that still is one, with its place, if it has one. */
export async function findPlaced(db: Queryable, groupId: string): Promise<Placed | undefined> {
  const [row] = await placedGroups(db).where(and(eq(zaloGroups.id, groupId), isOne));
  return row && placedOf(row);
}

/** Every group that still is one and that one of these desks answers for, with its place. */
export async function groupsWithin(
  db: Queryable,
  of: readonly GroupDesk[],
): Promise<readonly Placed[]> {
  const rows = await placedGroups(db)
    .where(and(isOne, withinDesks(of, zaloGroups.schoolId, communeId)))
    .orderBy(asc(zaloGroups.name), asc(zaloGroups.id));
  return rows
    .map(placedOf)
    .filter(({ place }) => deskThatMay(of, "use", place ?? nowhere) !== undefined);
}

const isOne = ne(zaloGroups.state, "deleted");
const communeId = sql<string | null>`coalesce(${zaloGroups.communeId}, ${schools.communeId})`;

function placedGroups(db: Queryable) {
  return db
    .select({
      group: zaloGroups,
      school: { id: schools.id, name: schools.name },
      commune: communes,
    })
    .from(zaloGroups)
    .leftJoin(schools, eq(schools.id, zaloGroups.schoolId))
    .leftJoin(communes, eq(communes.id, communeId))
    .$dynamic();
}

function placedOf({
  group,
  school,
  commune,
}: Awaited<ReturnType<typeof placedGroups>>[number]): Placed {
  return { group, place: commune === null ? undefined : placeIn(commune, school) };
}
