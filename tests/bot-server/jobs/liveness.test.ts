import { readConfig } from "@truong-an/bot-server/config";
import { startServer } from "@truong-an/bot-server/server";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { quietFacts, submit } from "../../support/reporter.ts";
import { eventually, openStage, type Stage } from "../../support/stage.ts";

const lockSpace = 0x6a6f62; // as in jobs/liveness.ts: each living process holds a lock there
const heldLock = 8;
const unheldLock = 7;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ settings: { ROLE: "web" } });
});
afterEach(() => stage.close());

const startWorker = () => startServer(readConfig({ ...stage.environment, ROLE: "worker" }));
const schoolHears = (seconds: number) =>
  eventually(
    "the school's alert",
    () => (stage.sim.items(zaloIdOf("cill-cus")).length > 0 ? true : undefined),
    seconds,
  );

/** The waiting call stands as a worker would have left it: begun, and never ended. */
async function lockCalls(worker: string, since: string): Promise<void> {
  await stage.database.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval, attempts = 1
     where task_id = (select id from graphile_worker._private_tasks where identifier = 'call-desk')`,
    [worker, since],
  );
}

async function lockedBy(): Promise<readonly string[]> {
  const { rows } = await stage.database.query<{ worker: string }>(
    "select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null",
  );
  return rows.map(({ worker }) => worker);
}

test("what a dead process had begun is given back as soon as another starts", async () => {
  await submit(stage.url, { facts: quietFacts });
  await lockCalls("pool-of-a-dead-process", "1 second");
  await stage.database.query("insert into job_workers values ('pool-of-a-dead-process', $1)", [
    unheldLock,
  ]);

  const worker = await startWorker();

  await schoolHears(4);
  const known = await stage.database.query("select 1 from job_workers where lock_key = $1", [
    unheldLock,
  ]);
  await worker.close();
  expect(known.rowCount).toBe(0);
});

test("what a process had begun is given back within seconds of its death", async () => {
  const process = new pg.Client({ connectionString: stage.databaseUrl });
  await process.connect();
  await process.query("select pg_advisory_lock($1, $2)", [lockSpace, heldLock]);
  await submit(stage.url, { facts: quietFacts });
  await lockCalls("pool-of-this-process", "1 second");
  await stage.database.query("insert into job_workers values ('pool-of-this-process', $1)", [
    heldLock,
  ]);
  const worker = await startWorker();
  await new Promise((resolve) => setTimeout(resolve, 6_000)); // longer than a sweep
  const whileItLived = await lockedBy();

  await process.end();

  await schoolHears(8);
  await worker.close();
  expect(whileItLived).toEqual(["pool-of-this-process"]);
});

test("a process that never said who it is has a minute", async () => {
  await submit(stage.url, { facts: quietFacts });
  await lockCalls("pool-of-a-silent-process", "50 seconds");
  const worker = await startWorker();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const within = await lockedBy();

  await lockCalls("pool-of-a-silent-process", "61 seconds");

  await schoolHears(9);
  await worker.close();
  expect(within).toEqual(["pool-of-a-silent-process"]);
});

test("a living process keeps what it has begun, and says under which name it did", async () => {
  const worker = await startWorker();
  stage.sim.fail({ next: 1, kind: "timeout" }); // the call hangs for five seconds
  await submit(stage.url, { facts: quietFacts });
  const names = await eventually("the call has begun", async () => {
    const begun = await lockedBy();
    return begun.length > 0 && stage.sim.requests().length > 0 ? begun : undefined;
  });

  const second = await startWorker();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const still = await lockedBy();
  const announced = await stage.database.query<{ worker_id: string }>(
    "select worker_id from job_workers",
  );
  await schoolHears(15);
  await Promise.all([worker.close(), second.close()]);

  expect(still).toEqual(names);
  expect(announced.rows.map(({ worker_id }) => worker_id)).toEqual(
    expect.arrayContaining([...names]),
  );
});

test("a process that ends in peace leaves no name behind", async () => {
  const worker = await startWorker();
  await worker.close();

  const left = await stage.database.query("select 1 from job_workers");

  expect(left.rowCount).toBe(0);
});
