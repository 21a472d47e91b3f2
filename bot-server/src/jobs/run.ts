import { EventEmitter } from "node:events";
import { Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { watchZalo } from "../alerts/look.ts";
import { askForBotUpdates } from "../alerts/register-bot.ts";
import { traceOf } from "../log.ts";
import { watchSilence } from "../routing/watch.ts";
import type { World } from "../world.ts";
import { catalogue } from "./catalogue.ts";
import { openLiveness } from "./liveness.ts";
import { type JobName, payloadOf, payloads } from "./payloads.ts";
import { timetable } from "./timetable.ts";
import { watchTokens } from "./watch-tokens.ts";

const concurrency = 8;
const pollMs = 1_000; // a due job is announced at once; polling finds those whose time has come

/** Starts working through the queue. Stops with grace: jobs that have begun are finished. */
export async function startWorker(world: World): Promise<{ stop: () => Promise<void> }> {
  const events: WorkerEvents = new EventEmitter();
  const liveness = await openLiveness(world, events);
  const runner = await run({
    connectionString: world.config.DATABASE_URL,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    taskList: taskListOf(world),
    parsedCronItems: timetable,
    logger: new Logger(() => () => undefined), // it would log payloads; failures are logged below
    maxPoolSize: 4,
    events,
  });
  const watch = watchSilence(world, (error) => {
    world.log.warn("job failed", { job: "watch-silence", ...traceOf(error) });
  });
  const tokens = watchTokens(world, (error) => {
    world.log.warn("job failed", { job: "watch-tokens", ...traceOf(error) });
  });
  const zalo = watchZalo(world, (error) => {
    world.log.warn("job failed", { job: "watch-zalo", ...traceOf(error) });
  });
  await askForBotUpdates(world);
  world.log.info("worker started");
  return {
    stop: async () => {
      watch.stop();
      tokens.stop();
      zalo.stop();
      await runner.stop();
      await liveness.close();
    },
  };
}

function taskListOf(world: World): TaskList {
  const names = Object.keys(payloads) as JobName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload: unknown, helpers: { job: { attempts: number } }) => {
        try {
          await runJob(world, name, payload);
        } catch (error) {
          const attempt = helpers.job.attempts;
          world.metrics.jobsFailed.inc({ job: name });
          world.log.warn("job failed", { job: name, attempt, ...traceOf(error) });
          // The queue stores the message of what is thrown: it gets the kind of error, no values.
          throw new Error(error instanceof Error ? error.name : "failed");
        }
      },
    ]),
  );
}

function runJob<Name extends JobName>(world: World, name: Name, payload: unknown): Promise<void> {
  return catalogue[name](world, payloadOf(name, payload));
}
