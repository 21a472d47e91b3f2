import type { AddressInfo } from "node:net";
import { buildApp } from "@truong-an/bot-server/app";
import { readConfig } from "@truong-an/bot-server/config";
import type { Doors } from "@truong-an/bot-server/doors/schemas";
import { openLog } from "@truong-an/bot-server/log";
import { openWorld, type World } from "@truong-an/bot-server/world";
import { newIdentity } from "@truong-an/shared/sealing/age";
import { type Instant, instant } from "@truong-an/shared/time";
import pg from "pg";
import { type DemoPerson, people } from "../demo/directory.ts";
import { type DemoInvitation, seedDirectory } from "../demo/seed.ts";
import { freshDatabase } from "./database.ts";

/**
 * The server's doors without its worker, on a clock that the test sets: what a door has written
 * stays as it was written, jobs too, and nothing is sent anywhere.
 */
export type Doorstep = {
  readonly app: Doors;
  readonly url: string;
  readonly world: World;
  readonly database: pg.Pool; // as the tables' owner: for looking, and for setting a scene
  readonly invitations: readonly DemoInvitation[];
  readonly clock: Clock;
  readonly logged: () => string; // every line of the log so far
  readonly close: () => Promise<void>;
};

export type Clock = {
  readonly now: () => Instant;
  readonly pass: (minutes: number) => void;
  readonly set: (at: Instant) => void;
};

export async function openDoorstep(
  settings: Readonly<Record<string, string>> = {},
  everyone: readonly DemoPerson[] = people,
): Promise<Doorstep> {
  const fresh = await freshDatabase();
  const invitations = await seedDirectory(fresh.url, undefined, everyone);
  const clock = standingClock();
  const lines: string[] = [];
  const opened = openWorld(readConfig({ ...(await settingsFor(fresh.url)), ...settings }));
  const log = openLog("debug", { write: (line: string) => lines.push(line) });
  const world: World = { ...opened, now: clock.now, log };
  const app = await buildApp(world);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const database = new pg.Pool({ connectionString: fresh.url, max: 2 });
  database.on("error", () => undefined);
  return {
    app,
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    world,
    database,
    invitations,
    clock,
    logged: () => lines.join(""),
    close: async () => {
      await app.close();
      await world.close();
      await database.end();
      await fresh.drop();
    },
  };
}

/** Settings that leave out everything that would reach the world outside. */
export async function settingsFor(databaseUrl: string) {
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: "http://127.0.0.1:3000",
    SERVER_KEY: await newIdentity(),
    PUZZLE_KEY: "a key for the puzzles of one test run, long enough",
    LOG_LEVEL: "silent",
  };
}

/** A clock that stands at the present moment until it is told to move. */
function standingClock(): Clock {
  let at = Date.now();
  return {
    now: () => instant(at),
    pass: (minutes) => {
      at += minutes * 60_000;
    },
    set: (moment) => {
      at = moment;
    },
  };
}
