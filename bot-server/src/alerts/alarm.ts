import type { AlarmSubject } from "@truong-an/shared/alert";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { eq, lt, sql } from "drizzle-orm";
import { operatorAlarms } from "../db/alert-tables.ts";
import type { Queryable } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import { operatorText } from "../text/alerts-vi.ts";
import type { World } from "../world.ts";

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

/** It is over: the operator hears that too, once. */
export async function clearAlarm(db: Queryable, subject: AlarmSubject): Promise<void> {
  const cleared = await db
    .delete(operatorAlarms)
    .where(eq(operatorAlarms.subject, subject))
    .returning({ subject: operatorAlarms.subject });
  if (cleared.length > 0) await enqueue(db, "tell-operator", { subject, isOver: true });
}

/**
 * One letter to every operator. When it is mail itself that fails no letter is tried: the status
 * page and the metrics show it, and people are called by their other channels meanwhile.
 */
export async function tellOperator(
  world: World,
  { subject, isOver, to }: Payload<"tell-operator">,
): Promise<void> {
  const { mail, config } = world;
  if (to === undefined) {
    world.log.warn(isOver ? "an alarm is over" : "the operator is alarmed", { subject });
    if (mail === undefined || (subject === "email" && !isOver)) return;
    await world.db.transaction(async (tx) => {
      for (const each of config.OPERATOR_EMAILS.keys()) {
        await enqueue(tx, "tell-operator", { subject, isOver, to: each });
      }
    });
    return;
  }
  const address = config.OPERATOR_EMAILS[to];
  if (mail === undefined || address === undefined) return;
  const outcome = await mail.sendMail({ to: address, ...letterAbout(subject, isOver) });
  if (outcome.kind === "unreachable") throw new OperatorNotTold();
}

/** The mail server did not answer: the queue tries again later, with its own growing pause. */
class OperatorNotTold extends Error {
  override readonly name = "OperatorNotTold";
}

function letterAbout(subject: AlarmSubject, isOver: boolean) {
  switch (subject) {
    case "people":
      return operatorText.nobody;
    case "token":
      return isOver ? operatorText.tokenAgain : operatorText.token;
    case "oa-message":
    case "zns":
    case "bot":
    case "email": {
      const channel = operatorText.channels[subject];
      return isOver ? operatorText.worksAgain(channel) : operatorText.fails(channel);
    }
  }
}
