import { DeskKind, Stage } from "@truong-an/shared/directory";
import { bodyAbove } from "@truong-an/shared/duty/gaps";
import { DeskId, StaffId } from "@truong-an/shared/ids";
import { and, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../db/open.ts";
import { deskMembers, desks, schoolDesks, schools } from "../db/tables.ts";
import { membersOf } from "./seat.ts";

export type WhoHears = {
  readonly own: readonly StaffId[];
  readonly above: readonly StaffId[];
  readonly hasOperatorAbove: boolean;
};

/**
 * Who hears of a desk's gaps: its own people, and above it the leads of the body that answers for
 * it (everyone there while no lead has joined); where there is no such body, the operator.
 */
export async function whoHears(db: Queryable, deskId: DeskId): Promise<WhoHears> {
  const own = await membersOf(db, deskId);
  const aboveIds = await desksAbove(db, deskId);
  const above = new Set<StaffId>();
  for (const each of aboveIds) for (const one of await leadsOf(db, each)) above.add(one);
  return {
    own,
    above: [...above].filter((one) => !own.includes(one)),
    hasOperatorAbove: aboveIds.length === 0,
  };
}

async function desksAbove(db: Queryable, deskId: DeskId): Promise<readonly DeskId[]> {
  const served = await db
    .selectDistinct({ kind: desks.kind, stage: schools.stage })
    .from(desks)
    .innerJoin(schoolDesks, eq(schoolDesks.deskId, desks.id))
    .innerJoin(schools, eq(schools.id, schoolDesks.schoolId))
    .where(eq(desks.id, deskId));
  const kinds = served.flatMap(({ kind, stage }) => {
    const above = bodyAbove(DeskKind.parse(kind), Stage.parse(stage));
    return above === null ? [] : [above];
  });
  if (kinds.length === 0) return [];
  const theirs = alias(schoolDesks, "theirs");
  const rows = await db
    .selectDistinct({ id: desks.id })
    .from(schoolDesks)
    .innerJoin(theirs, eq(theirs.schoolId, schoolDesks.schoolId))
    .innerJoin(desks, eq(desks.id, theirs.deskId))
    .where(and(eq(schoolDesks.deskId, deskId), inArray(desks.kind, kinds)));
  return rows.map(({ id }) => DeskId.parse(id));
}

async function leadsOf(db: Queryable, deskId: DeskId): Promise<readonly StaffId[]> {
  const rows = await db
    .select({ staffId: deskMembers.staffId })
    .from(deskMembers)
    .where(and(eq(deskMembers.deskId, deskId), eq(deskMembers.role, "lead")));
  return rows.length > 0
    ? rows.map(({ staffId }) => StaffId.parse(staffId))
    : membersOf(db, deskId);
}
