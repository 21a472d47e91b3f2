import type { DutySheet } from "@truong-an/shared/api/duty";
import { type DeskId, StaffId } from "@truong-an/shared/ids";
import { dateInVietnam } from "@truong-an/shared/time";
import { asc, eq } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { deskDuty, staff } from "../db/tables.ts";
import type { World } from "../world.ts";
import { gapsBelow } from "./below.ts";
import { findRoster } from "./find.ts";
import { roleAt } from "./seat.ts";

/** A desk's roster, for everyone who sits there. */
export async function readDuty(world: World, staffId: StaffId, deskId: DeskId): Promise<DutySheet> {
  await roleAt(world.db, staffId, deskId);
  const now = world.now();
  const { roster, planNumber } = await findRoster(world.db, deskId, now);
  const { patterns, otherwise, summer, covers, absences } = roster;
  const today = dateInVietnam(now);
  return {
    now,
    members: await namesOf(world.db, deskId),
    planNumber,
    plan: { patterns: [...patterns], otherwise, summer },
    covers: [...covers],
    absences: [...absences],
    holidays: [...world.calendar.holidays].filter((date) => date >= today),
    below: await gapsBelow(world.db, deskId, now),
  };
}

async function namesOf(db: Queryable, deskId: DeskId): Promise<DutySheet["members"]> {
  const rows = await db
    .select({ id: staff.id, name: staff.name })
    .from(deskDuty)
    .innerJoin(staff, eq(staff.id, deskDuty.staffId))
    .where(eq(deskDuty.deskId, deskId))
    .orderBy(asc(staff.name), asc(staff.id));
  return rows.map(({ id, name }) => ({ id: StaffId.parse(id), name }));
}
