import { randomInt } from "node:crypto";
import type { WorkerEvents } from "graphile-worker";
import pg from "pg";
import { traceOf } from "../log.ts";
import type { World } from "../world.ts";

const lockSpace = 0x6a6f62; // "job": sets these advisory locks apart from any other
const sweepMs = 5_000;

/**
 * Keeps a killed worker's jobs from waiting for the queue's own time-out of four hours. Each
 * process holds an advisory lock for as long as its connection lives, and says which workers are
 * its own. Everyone, at start and every five seconds, gives back the jobs of workers whose
 * process holds its lock no more.
 */
export async function openLiveness(world: World, events: WorkerEvents) {
  const lockKey = randomInt(1, 2 ** 31 - 1);
  const own = new Set<string>(); // what stands in `locked_by` of this process's jobs
  let isClosing = false;
  let holder = await hold(world, lockKey, onLost);

  events.on("pool:create", ({ workerPool }) => {
    own.add(workerPool.id);
    announce().catch(onTrouble);
  });
  await releaseDead(world);
  const sweeping = setInterval(() => {
    announce()
      .then(() => releaseDead(world))
      .catch(onTrouble);
  }, sweepMs);

  /** Again at every sweep: while our connection was broken, others may have taken us for dead. */
  async function announce(): Promise<void> {
    await world.pool.query(
      "insert into job_workers (worker_id, lock_key) select unnest($1::text[]), $2 on conflict do nothing",
      [[...own], lockKey],
    );
  }

  function onTrouble(error: unknown): void {
    world.log.warn("failed", { job: "liveness", ...traceOf(error) });
  }

  /** The connection broke: hold the lock again as soon as the database answers. */
  function onLost(): void {
    if (isClosing) return;
    setTimeout(() => {
      hold(world, lockKey, onLost).then((again) => {
        holder = again;
      }, onLost);
    }, 500);
  }

  return {
    close: async () => {
      isClosing = true;
      clearInterval(sweeping);
      await world.pool.query("delete from job_workers where lock_key = $1", [lockKey]);
      await holder.end();
    },
  };
}

async function hold(world: World, lockKey: number, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: world.config.DATABASE_URL,
    application_name: "truong-an-liveness",
    keepAlive: true,
  });
  client.on("error", () => undefined); // "end" follows
  await client.connect();
  await client.query("select pg_advisory_lock($1, $2)", [lockSpace, lockKey]);
  client.on("end", onLost);
  return client;
}

/** Gives back the jobs of every worker whose process is gone. Answers how many workers that were. */
async function releaseDead(world: World): Promise<number> {
  const dead = await world.pool.query<{ worker_id: string }>(deadWorkers, [lockSpace]);
  const ids = dead.rows.map((row) => row.worker_id);
  if (ids.length === 0) return 0;
  await world.pool.query("select graphile_worker.force_unlock_workers($1)", [ids]);
  await world.pool.query("delete from job_workers where worker_id = any($1)", [ids]);
  world.log.warn("jobs of a dead worker released", { count: ids.length });
  return ids.length;
}

// A worker that has not said whose it is gets a minute: it may be about to.
const deadWorkers = `
with living as (
  select worker.worker_id
  from job_workers worker
  join pg_locks held on held.locktype = 'advisory' and held.granted and held.objsubid = 2
    and held.classid::bigint = $1 and held.objid::bigint = worker.lock_key
    and held.database = (select oid from pg_database where datname = current_database())
)
select worker_id from job_workers where worker_id not in (select worker_id from living)
union
select locked_by from graphile_worker.jobs
where locked_by is not null and locked_at < now() - interval '1 minute'
  and locked_by not in (select worker_id from living)`;
