import { type Scope, widestScope } from "@truong-an/shared/bulletin";
import { DeskKind } from "@truong-an/shared/directory";
import type { DeskId, StaffId } from "@truong-an/shared/ids";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { refuseUnless } from "../refusal.ts";

/** A place as a version names it: exactly one of the three. */
type PlaceColumns = {
  readonly provinceId: SQLWrapper;
  readonly communeId: SQLWrapper;
  readonly schoolId: SQLWrapper;
};

const placeOfVersion: PlaceColumns = {
  provinceId: sql`bulletin_versions.province_id`,
  communeId: sql`bulletin_versions.commune_id`,
  schoolId: sql`bulletin_versions.school_id`,
};

/**
 * Whether one of this person's desks writes for the place of the version at hand. A school desk writes for its school; a
 * commune's and a police desk for its commune and the schools there; a department for its province
 * and everything in it.
 */
export function mayWriteFor(staffId: StaffId): SQL<boolean> {
  return sql<boolean>`exists (
    select 1 from desk_members
    join desks on desks.id = desk_members.desk_id
    where desk_members.staff_id = ${staffId} and ${deskWritesFor(placeOfVersion)}
  )`;
}

/** Refuses, as not found, a place that the desk does not write for, and a desk that is not this person's. */
export async function refuseStrangers(
  db: Queryable,
  staffId: StaffId,
  deskId: DeskId,
  scope: Scope,
): Promise<void> {
  const found = await db.execute(sql`
    select 1 from desk_members
    join desks on desks.id = desk_members.desk_id
    where desk_members.staff_id = ${staffId} and desks.id = ${deskId}
      and ${deskWritesFor(placeOf(scope))}`);
  refuseUnless(found.rows.length > 0, "not-found");
}

/** The places that this desk writes for: `kind`, `id`, `name`, and `search_text` for schools. */
export function placesOf(deskId: DeskId): SQL {
  return sql`
    with own as (
      select schools.id, schools.commune_id, communes.province_id, desks.kind
      from desks
      join school_desks on school_desks.desk_id = desks.id
      join schools on schools.id = school_desks.school_id
      join communes on communes.id = schools.commune_id
      where desks.id = ${deskId}
    )
    select 1 as width, 'province' as kind, provinces.id, provinces.name, '' as search_text
    from provinces where id in (select province_id from own where kind in ${provinceDesks})
    union all
    select 2, 'commune', communes.id, communes.name, '' from communes
    where id in (select commune_id from own where kind in ${communeDesks})
      or province_id in (select province_id from own where kind in ${provinceDesks})
    union all
    select 3, 'school', schools.id::text, schools.name, schools.search_text from schools
    join communes on communes.id = schools.commune_id
    where schools.id in (select id from own)
      or commune_id in (select commune_id from own where kind in ${communeDesks})
      or province_id in (select province_id from own where kind in ${provinceDesks})`;
}

/** Of the desk in `desks`: whether this place is, or lies in, the widest place that it writes for. */
function deskWritesFor({ provinceId, communeId, schoolId }: PlaceColumns): SQL {
  return sql`exists (
    select 1 from school_desks
    join schools own on own.id = school_desks.school_id
    join communes own_commune on own_commune.id = own.commune_id
    left join schools asked on asked.id = ${schoolId}
    left join communes asked_commune on asked_commune.id = coalesce(${communeId}, asked.commune_id)
    where school_desks.desk_id = desks.id and (
      own.id = asked.id
      or desks.kind in ${communeDesks} and own.commune_id = asked_commune.id
      or desks.kind in ${provinceDesks}
        and own_commune.province_id = coalesce(${provinceId}, asked_commune.province_id)
    )
  )`;
}

function desksUpTo(scope: Scope["kind"]): SQL {
  const kinds = DeskKind.options.filter((kind) => widestScope[kind] === scope);
  return sql`(${sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  )})`;
}

const communeDesks = desksUpTo("commune");
const provinceDesks = desksUpTo("province");

function placeOf(scope: Scope): PlaceColumns {
  const { provinceId, communeId, schoolId } = columnsOf(scope);
  return {
    provinceId: sql`${provinceId}::text`,
    communeId: sql`${communeId}::text`,
    schoolId: sql`${schoolId}::uuid`,
  };
}

/** The place as a version's columns hold it. */
export function columnsOf(scope: Scope) {
  return {
    provinceId: scope.kind === "province" ? scope.provinceId : null,
    communeId: scope.kind === "commune" ? scope.communeId : null,
    schoolId: scope.kind === "school" ? scope.schoolId : null,
  };
}
