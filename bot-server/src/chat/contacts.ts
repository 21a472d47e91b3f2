import type { Instant } from "@truong-an/shared/time";
import { sql } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import type { Payload } from "../jobs/payloads.ts";

/** Remembers when somebody whom we know was last heard of. Of everybody else nothing is kept. */
export async function noteContact(
  tx: Queryable,
  userId: string,
  did: Payload<"converse">["did"]["kind"],
  eventAt: Instant,
): Promise<void> {
  if (did === "human-answered") return;
  if (did === "left") {
    await tx.execute(sql`update zalo_contacts set follows = false where user_id = ${userId}`);
    return;
  }
  const at = new Date(eventAt).toISOString();
  await tx.execute(sql`
    update zalo_contacts
    set follows = true, last_interaction_at = greatest(last_interaction_at, ${at}::timestamptz)
    where user_id = ${userId}`);
}

/** Whether this account is a member of staff's who has been called and has not said that they know. */
export async function isCalled(tx: Queryable, userId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from staff_zalo
    join alert_calls on alert_calls.staff_id = staff_zalo.staff_id
    join reports on reports.id = alert_calls.report_id
    where user_id = ${userId} and acknowledged_at is null and status <> 'closed' limit 1`);
  return rows.length > 0;
}
