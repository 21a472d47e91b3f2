import type { AddressInfo } from "node:net";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import { migrate } from "./db/migrate.ts";
import { startWorker } from "./jobs/run.ts";
import { openWorld } from "./world.ts";

export type RunningServer = {
  /** Where it listens; undefined for a process that only works jobs. */
  readonly url: string | undefined;
  readonly close: () => Promise<void>;
};

/**
 * Brings the database up to date, opens the doors (roles `web`, `all`) and works the jobs (roles
 * `worker`, `all`). Any number of such processes may share one database. Closing lets requests and
 * jobs that have begun come to their end.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const world = openWorld(config);
  const { log } = world;
  await migrate({ url: config.DATABASE_URL, log: { info: () => log.info("migrated") } });
  const app = config.ROLE === "worker" ? undefined : await buildApp(world);
  await app?.listen({ host: config.HOST, port: config.PORT });
  const worker = config.ROLE === "web" ? undefined : await startWorker(world);
  const address = app?.server.address() as AddressInfo | undefined;
  log.info("listening", { port: address?.port ?? 0, role: config.ROLE });

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await app?.close();
    await worker?.stop();
    await world.close();
    log.info("stopped");
  };
  return {
    url: address === undefined ? undefined : `http://${config.HOST}:${address.port}`,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
