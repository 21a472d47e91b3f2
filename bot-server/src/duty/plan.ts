import type { SavePlan } from "@truong-an/shared/api/duty";
import type { DeskId, StaffId } from "@truong-an/shared/ids";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "../audit/record.ts";
import { dutyPatterns, dutyPlans } from "../db/duty-tables.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { changeRoster, membersOf, refuseStrangers } from "./seat.ts";
import { tellOfPlan } from "./tell.ts";

/** Replaces the weekly turns whole, unless somebody has changed them since this person saw them. */
export async function savePlan(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  { plan, seen }: z.infer<typeof SavePlan>,
): Promise<void> {
  await changeRoster(world, { staffId, deskId }, async (change) => {
    const { tx, now, planNumber } = change;
    change.refuseUnlessMay("plan", null);
    refuseUnless(seen === planNumber, "not-now");
    await refuseStrangers(
      tx,
      deskId,
      plan.patterns.map((pattern) => pattern.staffId),
    );
    const { otherwise, summer } = plan;
    await tx
      .update(dutyPlans)
      .set({ number: planNumber + 1, otherwise, summerFrom: summer.from, summerTo: summer.to })
      .where(eq(dutyPlans.deskId, deskId));
    await tx.delete(dutyPatterns).where(eq(dutyPatterns.deskId, deskId));
    const rows = plan.patterns.map(({ from, to, weekdays, ...rest }, position) => ({
      ...rest,
      weekdays: [...new Set(weekdays)].sort(),
      deskId,
      position,
      fromMinute: from,
      toMinute: to,
    }));
    if (rows.length > 0) await tx.insert(dutyPatterns).values(rows);
    await record(tx, { kind: "duty-changed", staffId, deskId, what: "plan", at: now });
    const others = (await membersOf(tx, deskId)).filter((one) => one !== staffId);
    await tellOfPlan(tx, { deskId, people: others, now });
  });
}
