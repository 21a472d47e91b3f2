import type { DutySheet } from "@truong-an/shared/api/duty";
import { DeskKind, Stage } from "@truong-an/shared/directory";
import { bodyAbove } from "@truong-an/shared/duty/gaps";
import { DeskId } from "@truong-an/shared/ids";
import { type Instant, instant } from "@truong-an/shared/time";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { dutyWarnings } from "../db/duty-tables.ts";
import type { Queryable } from "../db/open.ts";
import { desks, schoolDesks, schools } from "../db/tables.ts";

/**
 * Which of the desks that this one answers for have been warned of a gap that is still open, and
 * when the first begins. Read from the warnings: a department has too many desks to reckon anew.
 */
export async function gapsBelow(
  db: Queryable,
  deskId: DeskId,
  now: Instant,
): Promise<DutySheet["below"]> {
  const mine = alias(schoolDesks, "mine");
  const above = alias(desks, "above");
  const rows = await db
    .selectDistinct({
      id: desks.id,
      name: desks.name,
      kind: desks.kind,
      kindAbove: above.kind,
      stage: schools.stage,
      from: dutyWarnings.fromAt,
    })
    .from(dutyWarnings)
    .innerJoin(desks, eq(desks.id, dutyWarnings.deskId))
    .innerJoin(schoolDesks, eq(schoolDesks.deskId, desks.id))
    .innerJoin(schools, eq(schools.id, schoolDesks.schoolId))
    .innerJoin(mine, eq(mine.schoolId, schoolDesks.schoolId))
    .innerJoin(above, eq(above.id, mine.deskId))
    .where(and(eq(mine.deskId, deskId), or(isNull(dutyWarnings.toAt), gt(dutyWarnings.toAt, now))));
  const first = new Map<string, DutySheet["below"][number]>();
  for (const { id, name, kind, kindAbove, stage, from } of rows) {
    if (bodyAbove(DeskKind.parse(kind), Stage.parse(stage)) !== kindAbove) continue;
    const before = first.get(id)?.from ?? from;
    const begins = instant(Math.max(now, Math.min(before, from)));
    first.set(id, { deskId: DeskId.parse(id), deskName: name, from: begins });
  }
  return [...first.values()].sort((one, other) => one.from - other.from);
}
