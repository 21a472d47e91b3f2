import type { ReportId } from "@truong-an/shared/ids";
import type { Level } from "@truong-an/shared/report";
import type { Instant } from "@truong-an/shared/time";
import { sql } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import type { JobName, Payload } from "./payloads.ts";

export type JobOptions = {
  readonly at?: Instant;
  /** A second job with this key takes the first one's place; `cancel` finds it by the key. */
  readonly key?: string;
  /** Where it stands in the queue when more is due than can be done. `usual` unless said otherwise. */
  readonly urgency?: Urgency;
  /** Jobs of one lane are done one after the other. The queue keeps the names: few, and telling of nobody. */
  readonly lane?: string;
  /** How often it is tried in all; the queue's own 25 unless said otherwise. */
  readonly attempts?: number;
};

/** An emergency overtakes whatever else is due; a broadcast to groups lets everything pass. */
export type Urgency = "emergency" | "high" | "usual" | "bulk";

/** The queue takes the smallest number first. */
export const queuePriority: Record<Urgency, number> = {
  emergency: -20,
  high: -10,
  usual: 0,
  bulk: 20,
};

/** How urgent the calls for a report of this level are. */
export function urgencyOf(level: Level): Urgency {
  return level === "emergency" || level === "high" ? level : "usual";
}

/** Puts a job in the queue with the caller's transaction: it runs if, and only if, that commits. */
export async function enqueue<Name extends JobName>(
  tx: Queryable,
  name: Name,
  payload: Payload<Name>,
  options: JobOptions = {},
): Promise<void> {
  const at = options.at === undefined ? null : new Date(options.at).toISOString();
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}, ${JSON.stringify(payload)}::json, run_at => ${at}::timestamptz,
      queue_name => ${options.lane ?? null}, max_attempts => ${options.attempts ?? null}::int,
      job_key => ${options.key ?? null}, priority => ${queuePriority[options.urgency ?? "usual"]}
    )`);
}

/** Takes a waiting job out of the queue. A job that has begun goes on; it looks again before it acts. */
export async function cancel(tx: Queryable, key: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.remove_job(${key})`);
}

/** When the next desk hears of this report, unless somebody has taken it by then. */
export function setDeadline(
  tx: Queryable,
  reportId: ReportId,
  level: Level,
  at: Instant,
): Promise<void> {
  const key = escalationKey(reportId);
  return enqueue(tx, "escalate", { reportId }, { key, at, urgency: urgencyOf(level) });
}

export function escalationKey(reportId: ReportId): string {
  return `escalate:${reportId}`;
}

/** One turn of one person's call in one round: queued again, it is the same job. */
export function alertKey(call: Payload<"deliver-alert">): string {
  const { reportId, deskId, staffId, round, turn } = call;
  return `alert:${reportId}:${deskId}:${staffId}:${round}:${turn}`;
}
