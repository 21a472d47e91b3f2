import type { Instant } from "@truong-an/shared/time";
import { sql } from "drizzle-orm";
import { contactHasLeft, contactWasHeard } from "../db/contacts.ts";
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
  await (did === "left" ? contactHasLeft : contactWasHeard)(tx, userId, eventAt);
}

/** Whether this account is a member of staff's. */
export async function isOfStaff(tx: Queryable, userId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from staff_zalo where user_id = ${userId} limit 1`);
  return rows.length > 0;
}

/**
 * Whether this account is a member of staff's who has been called and has not said that they know. A
 * call that somebody's taking the report has overtaken asks for no answer any more.
 */
export async function isCalled(tx: Queryable, userId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from staff_zalo
    join alert_calls on alert_calls.staff_id = staff_zalo.staff_id
    join reports on reports.id = alert_calls.report_id
    where user_id = ${userId} and acknowledged_at is null and status <> 'closed'
      and round >= coalesce(taken_round, 0) limit 1`);
  return rows.length > 0;
}
