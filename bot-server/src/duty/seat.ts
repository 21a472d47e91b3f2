import { type DutyAction, mayChangeDuty, type Whose } from "@truong-an/shared/duty/rights";
import { type DeskId, StaffId } from "@truong-an/shared/ids";
import { DeskRole } from "@truong-an/shared/staff";
import { addMinutes, type Instant, toTheMinute } from "@truong-an/shared/time";
import { and, eq } from "drizzle-orm";
import { dutyPlans } from "../db/duty-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { deskDuty, deskMembers } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";

/** Someone changing a desk's roster, at a moment without seconds. */
export type Change = {
  readonly tx: Tx;
  readonly staffId: StaffId;
  readonly deskId: DeskId;
  readonly now: Instant;
  readonly planNumber: number;
  readonly refuseUnlessMay: (action: DutyAction, whose: StaffId | null) => void;
};

/** What this person does at the desk. A stranger gets `not-found`, as for a desk that is not there. */
export async function roleAt(db: Queryable, staffId: StaffId, deskId: DeskId): Promise<DeskRole> {
  const [row] = await db
    .select({ role: deskMembers.role })
    .from(deskMembers)
    .where(and(eq(deskMembers.deskId, deskId), eq(deskMembers.staffId, staffId)));
  if (row === undefined) throw new Refusal("not-found");
  return DeskRole.parse(row.role);
}

/**
 * One change to a desk's roster, alone: the plan is locked until it is done. Gaps that it may open
 * are looked for a little later, once whoever is changing things has had time to finish.
 */
export async function changeRoster(
  world: World,
  { staffId, deskId }: { readonly staffId: StaffId; readonly deskId: DeskId },
  change: (change: Change) => Promise<void>,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const role = await roleAt(tx, staffId, deskId);
    const now = toTheMinute(world.now());
    const planNumber = await lockPlan(tx, deskId);
    const refuseUnlessMay = (action: DutyAction, whose: StaffId | null) => {
      const side: Whose = whose === staffId ? "own" : "other";
      refuseUnless(mayChangeDuty(role, action, side), "not-now");
    };
    await change({ tx, staffId, deskId, now, planNumber, refuseUnlessMay });
    await enqueue(
      tx,
      "watch-roster",
      { deskId },
      {
        key: `watch-roster:${deskId}`,
        at: addMinutes(world.now(), minutesToFinish),
      },
    );
  });
}

const minutesToFinish = 5;

/** Everyone who may be on duty here. */
export async function membersOf(db: Queryable, deskId: DeskId): Promise<readonly StaffId[]> {
  const rows = await db
    .select({ staffId: deskDuty.staffId })
    .from(deskDuty)
    .where(eq(deskDuty.deskId, deskId));
  return rows.map(({ staffId }) => StaffId.parse(staffId));
}

/** Refuses people who are not of the desk. */
export async function refuseStrangers(
  db: Queryable,
  deskId: DeskId,
  people: readonly (StaffId | null)[],
): Promise<void> {
  const members = new Set(await membersOf(db, deskId));
  refuseUnless(
    people.every((one) => one === null || members.has(one)),
    "not-found",
  );
}

async function lockPlan(tx: Tx, deskId: DeskId): Promise<number> {
  await tx.insert(dutyPlans).values({ deskId }).onConflictDoNothing();
  const [plan] = await tx
    .select({ number: dutyPlans.number })
    .from(dutyPlans)
    .where(eq(dutyPlans.deskId, deskId))
    .for("update");
  return plan?.number ?? 0;
}
