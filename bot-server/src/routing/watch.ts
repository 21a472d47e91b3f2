import { sql } from "drizzle-orm";
import { queuePriority } from "../jobs/enqueue.ts";
import type { World } from "../world.ts";

const everyMs = 60_000;
const graceMinutes = 1;

/**
 * The second pair of eyes on silence. One job a report carries its deadline; should that job ever
 * be gone (a restore, attempts used up), the report itself still says when somebody was to hear.
 * Once a minute every waiting report that is overdue gets its job back, at once.
 */
export function watchSilence(world: World, onTrouble: (error: unknown) => void) {
  const look = setInterval(() => {
    rearmOverdue(world).catch(onTrouble);
  }, everyMs);
  return { stop: () => clearInterval(look) };
}

/** Gives every overdue report its job back. A job that is being worked on is left alone. */
export async function rearmOverdue(world: World): Promise<void> {
  const overdue = new Date(world.now() - graceMinutes * 60_000).toISOString();
  const { emergency, high, usual } = queuePriority;
  await world.db.execute(sql`
    select graphile_worker.add_job(
      'escalate', json_build_object('reportId', reports.id),
      job_key => 'escalate:' || reports.id, run_at => now(),
      priority => case level
        when 'emergency' then ${emergency}::int when 'high' then ${high}::int else ${usual}::int end)
    from reports
    where status = 'waiting' and next_rung_at < ${overdue}::timestamptz
      and not exists (
        select from graphile_worker.jobs
        where key = 'escalate:' || reports.id and locked_at is not null)`);
}
