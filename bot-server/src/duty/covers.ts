import type { HandOverDuty } from "@truong-an/shared/api/duty";
import { Cover } from "@truong-an/shared/duty/roster";
import { onDutyUntil } from "@truong-an/shared/duty/shifts";
import type { DeskId, StaffId } from "@truong-an/shared/ids";
import { addMinutes, toTheMinute } from "@truong-an/shared/time";
import { and, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import { record } from "../audit/record.ts";
import { dutyCovers } from "../db/duty-tables.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { type Dated, fromNowOn, mostDated, restOf, withdrawalOf } from "./dated.ts";
import { findRoster } from "./find.ts";
import { type Change, changeRoster, refuseStrangers } from "./seat.ts";
import { tellOfTurn } from "./tell.ts";

/** A lead puts somebody in another's place, or besides, for a while. Whom it is about hears of it. */
export async function writeCover(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  cover: Cover,
): Promise<void> {
  await changeRoster(world, { staffId, deskId }, async (change) => {
    change.refuseUnlessMay("cover", cover.insteadOf);
    const span = fromNowOn(cover, change.now);
    if (!(await insertCover(change, { ...cover, ...span }))) return;
    await record(change.tx, {
      kind: "duty-changed",
      staffId,
      deskId,
      what: "cover",
      at: change.now,
    });
  });
}

const daysInSight = 14;

/**
 * This person's duty goes to a colleague from this minute on, until the end of the shift or the
 * moment chosen. Refused for whoever is not on duty, and towards a colleague who is away now.
 */
export async function handOverDuty(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  { id, toStaffId, until }: z.infer<typeof HandOverDuty>,
): Promise<void> {
  await changeRoster(world, { staffId, deskId }, async (change) => {
    const { tx, now } = change;
    change.refuseUnlessMay("hand-over", staffId);
    await refuseStrangers(tx, deskId, [toStaffId]);
    const { roster } = await findRoster(tx, deskId, now);
    const sight = { from: now, to: addMinutes(now, daysInSight * 24 * 60) };
    const shiftEnd = onDutyUntil(roster, staffId, sight, world.calendar);
    const isColleagueAway = roster.absences.some(
      (absence) => absence.staffId === toStaffId && absence.from <= now && now < absence.to,
    );
    refuseUnless(shiftEnd !== undefined && !isColleagueAway, "not-now");
    // A shift without an end in sight has to be given one.
    refuseUnless(until !== null || shiftEnd < sight.to, "not-now");
    const to = toTheMinute(until ?? shiftEnd);
    refuseUnless(now < to && to <= sight.to, "malformed");
    const cover = { id, staffId: toStaffId, insteadOf: staffId, from: now, to };
    if (!(await insertCover(change, cover))) return;
    await record(tx, { kind: "duty-handed-over", staffId, deskId, toStaffId, at: now });
  });
}

/** A cover that has begun ends now: whoever was covered has the turns again, and both hear of it. */
export async function withdrawCover(
  world: World,
  staffId: StaffId,
  deskId: DeskId,
  id: string,
): Promise<void> {
  await changeRoster(world, { staffId, deskId }, async (change) => {
    const { tx, now } = change;
    const isThis = and(eq(dutyCovers.id, id), eq(dutyCovers.deskId, deskId));
    const [row] = await tx.select().from(dutyCovers).where(isThis);
    if (row === undefined) throw new Refusal("not-found");
    const cover = Cover.parse({
      id: row.id,
      staffId: row.staffId,
      insteadOf: row.insteadOf,
      from: row.fromAt,
      to: row.toAt,
    });
    change.refuseUnlessMay("withdraw", cover.insteadOf);
    const withdrawal = withdrawalOf(cover, now);
    refuseUnless(withdrawal.kind !== "over", "not-now");
    if (withdrawal.kind === "forget") await tx.delete(dutyCovers).where(isThis);
    else await tx.update(dutyCovers).set({ toAt: withdrawal.at }).where(isThis);
    await record(tx, { kind: "duty-changed", staffId, deskId, what: "cover-withdrawn", at: now });
    await tellBoth(change, { on: cover.insteadOf, off: cover.staffId }, restOf(cover, now));
  });
}

/** Answers whether it is new: sent twice, a cover is one. */
async function insertCover(change: Change, cover: Cover): Promise<boolean> {
  const { tx, deskId, now } = change;
  refuseUnless(cover.staffId !== cover.insteadOf, "malformed");
  await refuseStrangers(tx, deskId, [cover.staffId, cover.insteadOf]);
  const count = await tx.$count(
    dutyCovers,
    and(eq(dutyCovers.deskId, deskId), gt(dutyCovers.toAt, now)),
  );
  refuseUnless(count < mostDated, "not-now");
  const { id, staffId, insteadOf, from, to } = cover;
  const written = await tx
    .insert(dutyCovers)
    .values({ id, deskId, staffId, insteadOf, fromAt: from, toAt: to })
    .onConflictDoNothing()
    .returning({ id: dutyCovers.id });
  if (written.length === 0) return false;
  await tellBoth(change, { on: staffId, off: insteadOf }, { from, to });
  return true;
}

/** Each hears of it who did not do it. */
async function tellBoth(
  { tx, staffId, deskId }: Change,
  who: { readonly on: StaffId | null; readonly off: StaffId | null },
  span: Dated,
): Promise<void> {
  if (who.on !== null && who.on !== staffId) {
    await tellOfTurn(tx, who.on, { kind: "duty-begins", deskId, ...span });
  }
  if (who.off !== null && who.off !== staffId) {
    await tellOfTurn(tx, who.off, { kind: "duty-ends", deskId, ...span });
  }
}
