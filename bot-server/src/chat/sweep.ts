import { sql } from "drizzle-orm";
import { dropIdleContacts } from "../db/contacts.ts";
import { receiveDraft } from "../reports/draft.ts";
import { openReception } from "../reports/receive.ts";
import type { World } from "../world.ts";
import { dropForgotten, dropState, findForgottenDrafts } from "./states.ts";

/**
 * Drops what is past: silent conversations, accounts that nothing keeps any more, events that Zalo
 * repeats no more, and chat jobs that have failed for good, since each names a person. A story whose own job never came through is sent now.
 */
export async function sweepChat(world: World): Promise<void> {
  const now = world.now();
  for (const { person, draft } of await findForgottenDrafts(world.db, now)) {
    await receiveDraft(openReception(world), draft);
    await dropState(world.db, person);
  }
  await dropForgotten(world.db, now);
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
