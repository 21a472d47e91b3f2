import type { SchoolFound } from "@truong-an/shared/api/public";
import { DeskKind, type Place, type SignedSheet, Stage } from "@truong-an/shared/directory";
import { DeskId, SchoolId } from "@truong-an/shared/ids";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { and, eq, inArray, like } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { communes, desks, placeSheets, provinces, schoolDesks, schools } from "../db/tables.ts";
import { together } from "../db/together.ts";
import { Refusal } from "../refusal.ts";

export type DeskOfPlace = {
  readonly id: DeskId;
  readonly kind: DeskKind;
  readonly name: string;
  readonly keyNumber: number;
  readonly recipient: string;
};

export type FoundPlace = Omit<Place, "desks"> & {
  readonly name: string;
  readonly desks: readonly DeskOfPlace[];
};

/** The school and every desk that answers for it. Refuses an unknown school. */
export async function findPlace(db: Queryable, schoolId: SchoolId): Promise<FoundPlace> {
  return known((await findPlaces(db, [schoolId])).get(schoolId));
}

/** The same for many who ask at the same time: they share one query. */
export function openPlaces(db: Queryable): (schoolId: SchoolId) => Promise<FoundPlace> {
  const find = together<SchoolId, FoundPlace | undefined>(
    async (schoolIds) => {
      const places = await findPlaces(db, [...new Set(schoolIds)]);
      return schoolIds.map((schoolId) => places.get(schoolId));
    },
    { most: 64, atOnce: 1 },
  );
  return async (schoolId) => known(await find(schoolId));
}

function known(place: FoundPlace | undefined): FoundPlace {
  if (place === undefined) throw new Refusal("not-found");
  return place;
}

async function findPlaces(
  db: Queryable,
  schoolIds: readonly SchoolId[],
): Promise<ReadonlyMap<SchoolId, FoundPlace>> {
  const rows = await db
    .select({
      schoolId: schools.id,
      stage: schools.stage,
      schoolName: schools.name,
      id: desks.id,
      kind: desks.kind,
      name: desks.name,
      keyNumber: desks.keyNumber,
      recipient: desks.recipient,
    })
    .from(schools)
    .innerJoin(schoolDesks, eq(schoolDesks.schoolId, schools.id))
    .innerJoin(desks, eq(desks.id, schoolDesks.deskId))
    .where(inArray(schools.id, [...schoolIds]))
    .orderBy(schools.id, desks.kind, desks.id);
  const places = new Map<SchoolId, FoundPlace>();
  for (const { schoolName, stage, ...row } of rows) {
    const schoolId = SchoolId.parse(row.schoolId);
    const { name, keyNumber, recipient } = row;
    const desk = {
      id: DeskId.parse(row.id),
      kind: DeskKind.parse(row.kind),
      name,
      keyNumber,
      recipient,
    };
    const before = places.get(schoolId)?.desks ?? [];
    places.set(schoolId, {
      schoolId,
      name: schoolName,
      stage: Stage.parse(stage),
      desks: [...before, desk],
    });
  }
  return places;
}

/** The signed sheet of a school, exactly as it was signed. */
export async function findSheet(db: Queryable, schoolId: SchoolId): Promise<SignedSheet> {
  const [row] = await db
    .select({ sheet: placeSheets.sheet, signature: placeSheets.signature })
    .from(placeSheets)
    .where(eq(placeSheets.schoolId, schoolId));
  if (row === undefined) throw new Refusal("not-found");
  return row;
}

const mostSchools = 20;

/** Schools whose name or commune holds every word typed, with or without tone marks. */
export async function searchSchools(db: Queryable, typed: string): Promise<SchoolFound[]> {
  const words = foldVietnamese(typed)
    .split(/[^a-z0-9&]+/)
    .filter(Boolean)
    .slice(0, 8);
  const rows = await db
    .select({
      id: schools.id,
      name: schools.name,
      communeName: communes.name,
      provinceName: provinces.name,
    })
    .from(schools)
    .innerJoin(communes, eq(communes.id, schools.communeId))
    .innerJoin(provinces, eq(provinces.id, communes.provinceId))
    .where(and(...words.map((word) => like(schools.searchText, `%${word}%`))))
    .orderBy(schools.searchText)
    .limit(mostSchools);
  return rows.map((row) => ({ ...row, id: SchoolId.parse(row.id) }));
}
