import type { DeskId, StaffId } from "@truong-an/shared/ids";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import type { Queryable } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";

/** Nobody learns of a turn of theirs by being called: who is put on duty or taken off is told. */
export async function tellOfTurn(
  tx: Queryable,
  staffId: StaffId,
  notice: {
    readonly kind: "duty-begins" | "duty-ends";
    readonly deskId: DeskId;
    readonly from: Instant;
    readonly to: Instant;
  },
): Promise<void> {
  await enqueue(tx, "notify-member", { staffId, notice });
}

/** Several changes within a few minutes are told of once. */
export async function tellOfPlan(
  tx: Queryable,
  told: { readonly deskId: DeskId; readonly people: readonly StaffId[]; readonly now: Instant },
): Promise<void> {
  const { deskId, people, now } = told;
  for (const staffId of people) {
    await enqueue(
      tx,
      "notify-member",
      { staffId, notice: { kind: "plan-changed", deskId } },
      { key: `plan-changed:${deskId}:${staffId}`, at: addMinutes(now, minutesToFinish) },
    );
  }
}

const minutesToFinish = 5;
