import { readConfig } from "@truong-an/bot-server/config";
import { type RunningServer, startServer } from "@truong-an/bot-server/server";
import { newIdentity } from "@truong-an/shared/sealing/age";
import pg from "pg";
import { type DemoPerson, people, zaloPeople } from "../demo/directory.ts";
import { type MailCatcher, startMailCatcher } from "../demo/mail-catcher.ts";
import { type DemoInvitation, type DeskKeys, seedDirectory } from "../demo/seed.ts";
import { webhookDoors, zaloSettings } from "../demo/zalo-settings.ts";
import { startZaloSim, type ZaloSim, type ZaloSimOptions } from "../zalo-sim/start.ts";
import { freshDatabase } from "./database.ts";

/** All that stands around a server: database, directory, simulator and mail catcher. */
export type Backdrop = {
  readonly sim: ZaloSim;
  readonly mail: MailCatcher;
  readonly database: pg.Pool; // as the tables' owner: for looking, never for acting
  readonly databaseUrl: string;
  readonly environment: NodeJS.ProcessEnv; // the server's settings, to start another one
  readonly invitations: readonly DemoInvitation[];
  readonly deskKeys: DeskKeys; // what no server may ever hold
  readonly close: () => Promise<void>;
};

/** One whole system for a test: a backdrop, and a server in this process before it. */
export type Stage = Backdrop & { readonly url: string; readonly server: RunningServer };

export type StageOptions = {
  readonly settings?: Readonly<Record<string, string>>;
  readonly everyone?: readonly DemoPerson[]; // who sits at the desks
  /** How this Zalo differs from the usual one. */
  readonly zalo?: Partial<ZaloSimOptions>;
};

/** Opens a stage on a fresh database. Everything listens on loopback, on free ports. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const backdrop = await openBackdrop(options);
  const server = await startServer(readConfig(backdrop.environment));
  backdrop.sim.sendWebhooksTo(webhookDoors(server.url ?? ""));
  return {
    ...backdrop,
    url: server.url ?? "",
    server,
    close: async () => {
      await server.close();
      await backdrop.close();
    },
  };
}

/** The same without a server, for tests that start servers of their own. */
export async function openBackdrop({
  settings = {},
  everyone = people,
  zalo = {},
}: StageOptions = {}): Promise<Backdrop> {
  const fresh = await freshDatabase();
  let deskKeys: DeskKeys = new Map();
  const watchKeys = (keys: DeskKeys): void => {
    deskKeys = keys;
  };
  const invitations = await seedDirectory(fresh.url, watchKeys, everyone);
  const sim = await startZaloSim({ port: 0, people: zaloPeople, ...zalo });
  const mail = await startMailCatcher({ port: 0 });
  const environment = {
    DATABASE_URL: fresh.url,
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3000",
    SERVER_KEY: await newIdentity(),
    PUZZLE_KEY: "a key for the puzzles of one test run, long enough",
    METRICS_TOKEN: "only-for-the-tests",
    LOG_LEVEL: process.env["TEST_LOG_LEVEL"] ?? "silent",
    ...zaloSettings(sim.url),
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(mail.port),
    SMTP_TLS: "none",
    ...settings,
  };
  const database = new pg.Pool({ connectionString: fresh.url, max: 2 });
  database.on("error", () => undefined);
  return {
    sim,
    mail,
    database,
    databaseUrl: fresh.url,
    environment,
    invitations,
    deskKeys,
    close: async () => {
      await database.end();
      await Promise.all([sim.stop(), mail.stop()]);
      await fresh.drop();
    },
  };
}

/** Waits until `look` finds something, or fails after `seconds` saying what was awaited. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
  seconds = 15,
): Promise<Found> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`not seen within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
