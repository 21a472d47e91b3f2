import { DeskKind, PlaceSheet, Stage } from "@truong-an/shared/directory";
import { DeskId, SchoolId } from "@truong-an/shared/ids";
import pg from "pg";
import { z } from "zod";
import { type DeskLack, deskWith, type NamedDesk, type NamedPlace } from "./places.ts";

const SchoolRow = z.object({
  id: SchoolId,
  name: z.string(),
  commune: z.string(),
  stage: Stage,
  sheet: z.string().nullable(),
});
type SchoolRow = z.infer<typeof SchoolRow>;

const DeskRow = z.object({
  schoolId: SchoolId,
  id: DeskId,
  kind: DeskKind,
  name: z.string(),
  keyNumber: z.int(),
  recipient: z.string(),
  keyHolders: z.array(z.string()),
  holdsKey: z.boolean(), // somebody has joined and holds the present key
  onDuty: z.boolean(), // somebody can be called
});
type DeskRow = z.infer<typeof DeskRow>;

/** Every school of the directory in this database, with those who answer for it today. Reads only. */
export async function storedPlaces(databaseUrl: string): Promise<readonly NamedPlace[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const schools = SchoolRow.array().parse((await client.query(allSchools)).rows);
    const desks = DeskRow.array().parse((await client.query(desksOfSchools)).rows);
    const places = schools.map((school) => {
      const its = desks.filter(({ schoolId }) => schoolId === school.id);
      return placeOf(school, its);
    });
    return places.sort((a, b) => a.name.localeCompare(b.name, "vi"));
  } finally {
    await client.end();
  }
}

const allSchools = `
  select schools.id, schools.name, communes.name as commune, stage, sheet
  from schools
  join communes on communes.id = commune_id
  left join place_sheets on place_sheets.school_id = schools.id`;

const desksOfSchools = `
  select school_id as "schoolId", desks.id, kind, desks.name, key_number as "keyNumber", recipient,
    array(select staff_id::text from desk_members where desk_id = desks.id) as "keyHolders",
    exists (
      select from desk_members
      join staff on staff.id = staff_id
      where desk_id = desks.id and joined_at is not null
        and desk_members.key_number = desks.key_number
    ) as "holdsKey",
    exists (
      select from desk_duty
      join duty_channels on duty_channels.staff_id = desk_duty.staff_id
      where desk_id = desks.id
    ) as "onDuty"
  from school_desks
  join desks on desks.id = desk_id
  order by school_id, kind, desks.id`;

function placeOf(
  { id, name, commune, stage, sheet }: SchoolRow,
  desks: readonly DeskRow[],
): NamedPlace {
  const onSheet = desksOnSheet(sheet);
  return {
    schoolId: id,
    name: `${name}, ${commune}`,
    stage,
    desks: desks.map((desk) => namedDesk(desk, onSheet.has(signOf(desk)))),
  };
}

function namedDesk(row: DeskRow, isOnSheet: boolean): NamedDesk {
  const { id, kind, name, keyHolders } = row;
  const lacks: readonly (readonly [DeskLack, boolean])[] = [
    ["not-on-sheet", !isOnSheet],
    ["nobody-holds-key", !row.holdsKey],
    ["nobody-on-duty", !row.onDuty],
  ];
  const found = lacks.filter(([, isLacking]) => isLacking).map(([lack]) => lack);
  return deskWith({ id, kind, name, keyHolders, lacks: found });
}

/** The desks that a phone seals to: it trusts the signed sheet alone. */
function desksOnSheet(sheet: string | null): ReadonlySet<string> {
  const read = sheet === null ? undefined : PlaceSheet.safeParse(jsonOf(sheet));
  return new Set(read?.success ? read.data.desks.map(signOf) : []);
}

function signOf({ id, keyNumber, recipient }: Pick<DeskRow, "id" | "keyNumber" | "recipient">) {
  return [id, keyNumber, recipient].join();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
