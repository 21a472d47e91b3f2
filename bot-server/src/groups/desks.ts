import { DeskKind } from "@truong-an/shared/directory";
import { deskThatMay, type GroupDesk, type GroupNeed } from "@truong-an/shared/group";
import { DeskId, type StaffId } from "@truong-an/shared/ids";
import { DeskRole } from "@truong-an/shared/staff";
import { eq, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { deskMembers, desks, schoolDesks, schools } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";

/** Every desk that somebody belongs to, with the schools and communes it answers for. */
export async function groupDesksOf(db: Queryable, staffId: StaffId): Promise<readonly GroupDesk[]> {
  const rows = await db
    .select({
      deskId: desks.id,
      kind: desks.kind,
      role: deskMembers.role,
      schoolIds: sql<string[]>`coalesce(array_agg(distinct ${schools.id}::text)
        filter (where ${schools.id} is not null), '{}')`,
      communeIds: sql<string[]>`coalesce(array_agg(distinct ${schools.communeId})
        filter (where ${schools.id} is not null), '{}')`,
    })
    .from(deskMembers)
    .innerJoin(desks, eq(desks.id, deskMembers.deskId))
    .leftJoin(schoolDesks, eq(schoolDesks.deskId, desks.id))
    .leftJoin(schools, eq(schools.id, schoolDesks.schoolId))
    .where(eq(deskMembers.staffId, staffId))
    .groupBy(desks.id, desks.kind, deskMembers.role)
    .orderBy(desks.id);
  return rows.map((row) => ({
    ...row,
    deskId: DeskId.parse(row.deskId),
    kind: DeskKind.parse(row.kind),
    role: DeskRole.parse(row.role),
  }));
}

/** Of a row's school and commune: whether one of these desks answers for them. Nothing to ask of the department's. */
export function withinDesks(
  of: readonly GroupDesk[],
  schoolId: SQLWrapper | null,
  communeId: SQLWrapper,
): SQL | undefined {
  if (of.some(({ kind }) => kind === "department")) return undefined;
  const [ofSchools, ofCommunes] = [
    of.filter(({ kind }) => kind === "school").flatMap(({ schoolIds }) => schoolIds),
    of.filter(({ kind }) => kind !== "school").flatMap(({ communeIds }) => communeIds),
  ];
  return or(
    schoolId === null ? sql`false` : inArray(schoolId, ofSchools),
    inArray(communeId, ofCommunes),
  );
}

/** The desk through which somebody may do this with a group. A stranger learns nothing. */
export function requireDesk(
  of: readonly GroupDesk[],
  need: GroupNeed,
  group: Parameters<typeof deskThatMay>[2],
): DeskId {
  if (deskThatMay(of, "use", group) === undefined) throw new Refusal("not-found");
  const desk = deskThatMay(of, need, group);
  if (desk === undefined) throw new Refusal("leads-only");
  return DeskId.parse(desk.deskId);
}
