import type pg from "pg";
import { tablesOf } from "./database-dump.ts";
import { eventually } from "./stage.ts";

/** What the database holds of one submission. */
export type Stored = {
  readonly id: string;
  readonly level: string;
  readonly status: string;
  readonly facts: Record<string, unknown>;
  readonly reasons: readonly string[];
  readonly owner: string; // the kind of its desk
  readonly told: readonly string[]; // kinds of desks
  readonly sealedTo: readonly string[]; // kinds of desks
  readonly lastRung: number;
  readonly round: number;
  readonly deadlines: number; // jobs that wait for its deadline
  readonly calls: readonly string[]; // kinds of desks that wait to be called
  readonly audit: readonly string[]; // in order
};

/** All of it, or undefined when no such submission is stored. */
export async function stored(pool: pg.Pool, submissionId: string): Promise<Stored | undefined> {
  const { rows } = await pool.query<Stored>(
    `select reports.id, level, status, facts, reasons, owner.kind as owner,
       last_rung as "lastRung", call_round as round,
       array(select kind from envelopes join desks on desks.id = desk_id
         where report_id = reports.id and told_at is not null order by kind) as told,
       array(select kind from envelopes join desks on desks.id = desk_id
         where report_id = reports.id order by kind) as "sealedTo",
       (select count(*)::int from graphile_worker.jobs
         where key = 'escalate:' || reports.id) as deadlines,
       array(select kind from graphile_worker._private_jobs as jobs
         join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
         join desks on desks.id::text = payload ->> 'deskId'
         where identifier = 'call-desk' and payload ->> 'reportId' = reports.id::text
         order by kind) as calls,
       array(select kind from audit_entries where report_id = reports.id order by id) as audit
     from reports join desks as owner on owner.id = owner_desk_id
     where submission_id = $1`,
    [submissionId],
  );
  return rows[0];
}

/** The same, of a submission that the test knows to be there. */
export async function storedNow(pool: pg.Pool, submissionId: string): Promise<Stored> {
  const found = await stored(pool, submissionId);
  if (found === undefined) throw new Error("this submission is not stored");
  return found;
}

/** How many rows a table has. */
export async function countIn(pool: pg.Pool, table: string): Promise<number> {
  const { rows } = await pool.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

/** How many rows every table has, the job queue's too. */
export async function countEverywhere(pool: pg.Pool): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOf(pool)) counts[table] = await countIn(pool, table);
  return counts;
}

/** Waits until no call is on its way: nothing is queued but deadlines. */
export async function callsAreOver(pool: pg.Pool): Promise<void> {
  await eventually(
    "the end of all calls",
    async () => {
      const calls = await pool.query(
        "select 1 from graphile_worker.jobs where task_identifier <> 'escalate'",
      );
      return calls.rowCount === 0 ? true : undefined;
    },
    60,
  );
}
