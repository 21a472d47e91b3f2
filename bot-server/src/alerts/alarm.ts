import type { AlarmSubject } from "@truong-an/shared/alert";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { eq, lt, sql } from "drizzle-orm";
import { operatorAlarms } from "../db/alert-tables.ts";
import type { Queryable } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";

const remindMinutes = 60;

/**
 * Tells the operator once for as long as it lasts; answers whether this call did. People whom
 * nothing reaches are named again after an hour, since each time it is somebody else's night.
 */
export async function raiseAlarm(
  db: Queryable,
  subject: AlarmSubject,
  now: Instant,
): Promise<boolean> {
  const raised = await db
    .insert(operatorAlarms)
    .values({ subject, raisedAt: now })
    .onConflictDoUpdate({
      target: operatorAlarms.subject,
      set: { raisedAt: now },
      setWhere:
        subject === "people"
          ? lt(operatorAlarms.raisedAt, addMinutes(now, -remindMinutes))
          : sql`false`,
    })
    .returning({ subject: operatorAlarms.subject });
  if (raised.length === 0) return false;
  await enqueue(db, "tell-operator", { subject, isOver: false });
  return true;
}

/** Whether the operator has been told of this, and not yet that it is over. */
export async function isAlarmed(db: Queryable, subject: AlarmSubject): Promise<boolean> {
  const rows = await db
    .select({ raisedAt: operatorAlarms.raisedAt })
    .from(operatorAlarms)
    .where(eq(operatorAlarms.subject, subject));
  return rows.length > 0;
}

/** It is over: the operator hears that too, once. */
export async function clearAlarm(db: Queryable, subject: AlarmSubject): Promise<void> {
  const cleared = await db
    .delete(operatorAlarms)
    .where(eq(operatorAlarms.subject, subject))
    .returning({ subject: operatorAlarms.subject });
  if (cleared.length > 0) await enqueue(db, "tell-operator", { subject, isOver: true });
}
