import { sql } from "drizzle-orm";
import { together } from "../db/together.ts";
import { queuePriority, type Urgency } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { laneOf, personKey } from "./person.ts";

/** What one event asks for. `key`: the event's own, in hexadecimal. */
type Asked = { readonly key: string; readonly urgency: Urgency } & (
  | { readonly name: "converse"; readonly payload: Payload<"converse"> }
  | { readonly name: "forget-person"; readonly payload: Payload<"forget-person"> }
);

const limits = { most: 100, atOnce: 3 }; // most of the pool stays free for everything else

/**
 * Remembers an event and queues its job in one statement, once: the same event again is `known` and
 * does nothing. Events that come together go together, so that a slow database slows none by another.
 */
export function openQueueOnce(world: Pick<World, "db" | "now" | "config">) {
  const { now } = world;
  return together((events: readonly Asked[]) => queueOnce(world, new Date(now()), events), limits);
}

async function queueOnce(
  { db, config }: Pick<World, "db" | "config">,
  heardAt: Date,
  events: readonly Asked[],
): Promise<readonly ("taken" | "known")[]> {
  const rows = events.map(({ key, name, payload, urgency }, at) => {
    return {
      at,
      key,
      name,
      payload,
      lane: laneOf(personKey(config, payload.userId)),
      priority: queuePriority[urgency],
    };
  });
  const { rows: taken } = await db.execute<{ at: number }>(sql`
    with asked as (
      select distinct on (key) * from json_to_recordset(${JSON.stringify(rows)}::json)
        as event (at int, key text, name text, payload json, lane text, priority int)
      order by key, at
    ), heard as (
      insert into zalo_events (key_hash, heard_at)
      select decode(key, 'hex'), ${heardAt.toISOString()}::timestamptz from asked
      on conflict do nothing returning key_hash
    ), due as (
      select asked.* from asked join heard on key_hash = decode(key, 'hex') order by at
    )
    select at, (graphile_worker.add_job(
      name, payload, queue_name => lane, priority => priority)).id from due`);
  const isTaken = new Set(taken.map(({ at }) => at));
  return events.map((_event, at) => (isTaken.has(at) ? "taken" : "known"));
}
