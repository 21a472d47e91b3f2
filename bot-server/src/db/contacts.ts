import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "./open.ts";

/** Whoever is named here is kept: an account that follows bulletins, or that is a member's. */
export async function keepContact(tx: Queryable, userId: string): Promise<void> {
  await tx.execute(
    sql`insert into zalo_contacts (user_id) values (${userId}) on conflict do nothing`,
  );
}

/**
 * This account said something then. What is told late moves nothing back; a stranger's is not kept.
 * Of staff, who are called by it, the moment is kept; of others the day as it began in Viet Nam, so
 * that the time of no report points at them, and Zalo's seven days are never taken for longer.
 */
export async function contactWasHeard(tx: Queryable, userId: string, at: number): Promise<void> {
  const then = moment(at);
  await tx.execute(sql`
    update zalo_contacts set
      last_interaction_at = greatest(last_interaction_at, case
        when exists (select from staff_zalo where staff_zalo.user_id = zalo_contacts.user_id)
        then ${then} else date_trunc('day', ${then}, 'Asia/Ho_Chi_Minh') end),
      follows = follows or left_at is null or left_at <= ${then},
      left_at = case when left_at > ${then} then left_at end
    where user_id = ${userId}`);
}

/** This account stopped following then, unless it has been heard of since: of a follower, on a later day. */
export async function contactHasLeft(tx: Queryable, userId: string, at: number): Promise<void> {
  const then = moment(at);
  await tx.execute(sql`
    update zalo_contacts set follows = false, left_at = greatest(left_at, ${then})
    where user_id = ${userId} and (last_interaction_at is null or last_interaction_at <= ${then})`);
}

/** Deletes what is kept of this account once it follows no bulletins and is no member's. */
export async function dropIdleContact(tx: Queryable, userId: string): Promise<void> {
  await tx.execute(sql`delete from zalo_contacts where user_id = ${userId} and ${isIdle}`);
}

/** The same for every account: a member may have been deleted, or an account given up elsewhere. */
export async function dropIdleContacts(db: Queryable): Promise<void> {
  await db.execute(sql`delete from zalo_contacts where ${isIdle}`);
}

const isIdle = sql`
  not exists (select from staff_zalo where staff_zalo.user_id = zalo_contacts.user_id)
  and not exists (
    select from bulletin_subscriptions
    where bulletin_subscriptions.user_id = zalo_contacts.user_id)`;

function moment(at: number): SQL {
  return sql`${new Date(at).toISOString()}::timestamptz`;
}
