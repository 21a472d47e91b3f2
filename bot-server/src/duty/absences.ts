import type { Absence } from "@truong-an/shared/duty/roster";
import { type DeskId, StaffId } from "@truong-an/shared/ids";
import { and, eq, gt } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { dutyAbsences } from "../db/duty-tables.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { fromNowOn, mostDated, restOf, withdrawalOf } from "./dated.ts";
import { type Change, changeRoster, refuseStrangers } from "./seat.ts";
import { tellOfTurn } from "./tell.ts";

/** Somebody is away: the person notes it, or a lead does and the person hears of it. */
export async function writeAbsence(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  absence: Absence,
): Promise<void> {
  await changeRoster(world, { staffId, deskId }, async (change) => {
    const { tx, now } = change;
    change.refuseUnlessMay("be-absent", absence.staffId);
    await refuseStrangers(tx, deskId, [absence.staffId]);
    const { from, to } = fromNowOn(absence, now);
    await refuseTooMany(change);
    const written = await tx
      .insert(dutyAbsences)
      .values({ id: absence.id, deskId, staffId: absence.staffId, fromAt: from, toAt: to })
      .onConflictDoNothing()
      .returning({ id: dutyAbsences.id });
    if (written.length === 0) return;
    await record(tx, { kind: "duty-changed", staffId, deskId, what: "absence", at: now });
    if (absence.staffId === staffId) return;
    await tellOfTurn(tx, absence.staffId, { kind: "duty-ends", deskId, from, to });
  });
}

/** The person is there after all, or again: an absence that has begun ends now. */
export async function withdrawAbsence(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  id: string,
): Promise<void> {
  await changeRoster(world, { staffId, deskId }, async (change) => {
    const { tx, now } = change;
    const isThis = and(eq(dutyAbsences.id, id), eq(dutyAbsences.deskId, deskId));
    const [absence] = await tx.select().from(dutyAbsences).where(isThis);
    if (absence === undefined) throw new Refusal("not-found");
    const whose = StaffId.parse(absence.staffId);
    change.refuseUnlessMay("withdraw", whose);
    const withdrawal = withdrawalOf({ from: absence.fromAt, to: absence.toAt }, now);
    refuseUnless(withdrawal.kind !== "over", "not-now");
    if (withdrawal.kind === "forget") await tx.delete(dutyAbsences).where(isThis);
    else await tx.update(dutyAbsences).set({ toAt: withdrawal.at }).where(isThis);
    await record(tx, { kind: "duty-changed", staffId, deskId, what: "absence-withdrawn", at: now });
    if (whose === staffId) return;
    const rest = restOf({ from: absence.fromAt, to: absence.toAt }, now);
    await tellOfTurn(tx, whose, { kind: "duty-begins", deskId, ...rest });
  });
}

async function refuseTooMany({ tx, deskId, now }: Change): Promise<void> {
  const count = await tx.$count(
    dutyAbsences,
    and(eq(dutyAbsences.deskId, deskId), gt(dutyAbsences.toAt, now)),
  );
  refuseUnless(count < mostDated, "not-now");
}
