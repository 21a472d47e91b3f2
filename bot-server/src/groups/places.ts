import type { NamedPlace } from "@truong-an/shared/api/groups";
import type { GroupDesk, GroupPlace } from "@truong-an/shared/group";
import { SchoolId } from "@truong-an/shared/ids";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { and, asc, eq, like } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { communes, schools } from "../db/tables.ts";
import { withinDesks } from "./desks.ts";

/** A school or a commune: what a group belongs to. */
export type PlaceRow = NamedPlace & {
  readonly schoolId: string | null;
  readonly communeId: string;
  readonly communeName: string;
  readonly provinceId: string;
};

/** Where a group is that nobody has attached: only the department answers for it. */
export const nowhere = { schoolId: null, communeId: null };

type School = Pick<typeof schools.$inferSelect, "id" | "name">;
type Commune = typeof communes.$inferSelect;

export function placeIn(commune: Commune, school: School | null): PlaceRow {
  const { id: communeId, name: communeName, provinceId } = commune;
  const within = { communeId, communeName, provinceId };
  return school === null
    ? { ...within, kind: "commune", id: communeId, name: communeName, schoolId: null }
    : { ...within, kind: "school", id: school.id, name: school.name, schoolId: school.id };
}

export async function findGroupPlace(
  db: Queryable,
  { kind, id }: GroupPlace,
): Promise<PlaceRow | undefined> {
  if (kind === "commune") {
    const [commune] = await db.select().from(communes).where(eq(communes.id, id));
    return commune && placeIn(commune, null);
  }
  if (!SchoolId.safeParse(id).success) return undefined;
  const [row] = await schoolsAndCommunes(db).where(eq(schools.id, id));
  return row && placeIn(row.commune, row.school);
}

export type PlaceSearch = {
  readonly typed: string; // with or without tone marks; empty: any
  readonly kinds: readonly NamedPlace["kind"][];
  readonly most: number;
};

/** The places that these desks answer for, the widest first. */
export async function searchPlaces(
  db: Queryable,
  of: readonly GroupDesk[],
  { typed, kinds, most }: PlaceSearch,
): Promise<readonly PlaceRow[]> {
  const words = foldVietnamese(typed)
    .split(/[^a-z0-9&]+/)
    .filter(Boolean)
    .slice(0, 8);
  const wide = kinds.includes("commune") ? await communesWithin(db, of, words) : [];
  const places = wide.map((commune) => placeIn(commune, null)).slice(0, most);
  if (!kinds.includes("school") || places.length === most) return places;
  const rows = await schoolsAndCommunes(db)
    .where(
      and(
        withinDesks(of, schools.id, schools.communeId),
        ...words.map((word) => like(schools.searchText, `%${word}%`)),
      ),
    )
    .orderBy(asc(schools.name), asc(schools.id))
    .limit(most - places.length);
  return [...places, ...rows.map(({ commune, school }) => placeIn(commune, school))];
}

function schoolsAndCommunes(db: Queryable) {
  return db
    .select({ school: { id: schools.id, name: schools.name }, commune: communes })
    .from(schools)
    .innerJoin(communes, eq(communes.id, schools.communeId))
    .$dynamic();
}

/** Communes are few, and have no folded name to search by. */
async function communesWithin(
  db: Queryable,
  of: readonly GroupDesk[],
  words: readonly string[],
): Promise<readonly Commune[]> {
  const rows = await db
    .select()
    .from(communes)
    .where(withinDesks(of, null, communes.id))
    .orderBy(asc(communes.name), asc(communes.id));
  return rows.filter(({ name }) => words.every((word) => foldVietnamese(name).includes(word)));
}
