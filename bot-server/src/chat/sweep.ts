import type { Draft } from "@truong-an/shared/chat/state";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { sql } from "drizzle-orm";
import { dropIdleContacts } from "../db/contacts.ts";
import { traceOf } from "../log.ts";
import { receiveDraft } from "../reports/draft.ts";
import { openReception, type Reception } from "../reports/receive.ts";
import type { World } from "../world.ts";
import { dropSilent, findSilent, type Silent } from "./states.ts";
import { isForNobody, worded } from "./worded.ts";

/**
 * Drops what is past: silent conversations, accounts that nothing keeps any more, events that Zalo
 * repeats no more, and chat jobs that have failed for good, since each names a person. A story whose
 * own job never came through is sent now; one that cannot be sent stays, and keeps nothing else from
 * being swept.
 */
export async function sweepChat(world: World): Promise<void> {
  const now = world.now();
  const reception = openReception(world);
  const over: Buffer[] = [];
  for (const silent of await findSilent(world.db, now)) {
    if (await isOver(reception, silent, now)) over.push(silent.person);
  }
  if (over.length > 0) await dropSilent(world.db, over, now);
  await dropIdleContacts(world.db);
  await world.db.execute(sql`
    delete from zalo_events
    where heard_at < ${new Date(now).toISOString()}::timestamptz - interval '4 hours'`);
  await world.db.execute(sql`
    select graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where attempts >= max_attempts and locked_at is null and task_identifier in
        ('converse', 'forget-person', 'give-receipt', 'say', 'send-draft')))`);
}

const keptUnreadMinutes = 7 * 24 * 60; // for a release that reads it

async function isOver(
  reception: Reception,
  { unsent, isUnreadable, expiresAt }: Silent,
  now: Instant,
): Promise<boolean> {
  if (isUnreadable) return addMinutes(expiresAt, keptUnreadMinutes) < now;
  return unsent === null || isHandedOver(reception, unsent);
}

async function isHandedOver(reception: Reception, draft: Draft): Promise<boolean> {
  try {
    await receiveDraft(reception, await worded(draft));
    return true;
  } catch (error) {
    if (isForNobody(error)) return true;
    reception.world.log.error("a story cannot be sent", traceOf(error));
    return false;
  }
}
