import { webhookDoors } from "../demo/zalo-settings.ts";
import type { ZaloSim } from "../zalo-sim/start.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";
import type { Backdrop } from "./stage.ts";

/** A web server and two workers before one database, as production runs them. */
export type Replicas = {
  readonly url: string;
  /** Ends one of the workers as a power cut would, within so many milliseconds, and starts another in its place. */
  readonly killOne: (within: number) => Promise<void>;
  readonly output: () => string;
  readonly close: () => Promise<void>;
};

export async function startReplicas(
  { environment, sim }: Pick<Backdrop, "environment"> & { readonly sim: ZaloSim },
  chance: () => number,
): Promise<Replicas> {
  const start = (ROLE: string) => startServerProcess({ ...environment, ROLE });
  const web = await start("web");
  const workers = await Promise.all([start("worker"), start("worker")]);
  const all: ServerProcess[] = [web, ...workers];
  sim.sendWebhooksTo(webhookDoors(web.url));
  return {
    url: web.url,
    killOne: async (within) => {
      await new Promise((resolve) => setTimeout(resolve, chance() * within));
      const victim = chance() < 0.5 ? 0 : 1;
      await workers[victim]?.kill();
      workers[victim] = await start("worker");
      all.push(workers[victim]);
    },
    output: () => all.map(({ output }) => output()).join(""),
    close: async () => {
      await Promise.all([web, ...workers].map((one) => one.kill()));
    },
  };
}
