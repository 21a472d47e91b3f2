import { randomBytes } from "node:crypto";
import {
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { claimDataDir, liveClaim } from "./launcher-lock.ts";
import { ownerFor, runAs } from "./postgres-account.ts";
import { findPostgresBinaries, programPath } from "./postgres-binaries.ts";
import { findSeat, homeOf, type Seat } from "./postgres-seat.ts";
import { startServer, stopLeftover, stopServer } from "./postgres-server.ts";

type PostgresLog = {
  readonly info: (message: string) => void;
  readonly error: (message: string) => void;
};

export type EmbeddedPostgresOptions = {
  readonly dataDir: string;
  readonly log: PostgresLog;
  /** False only where the data may be lost with the machine's power: in tests. */
  readonly durable: boolean;
};

export type EmbeddedPostgres = {
  readonly url: string;
  /** Ends the server; committed data is on disk and no process is left. */
  readonly stop: () => Promise<void>;
};

const login = "truong_an";
const database = "truong_an";
const unfinishedPrefix = "postgres.unfinished-";
const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/**
 * Starts a real Postgres on the files in `dataDir`, making them at the first start. A server left
 * over from a launcher that was killed is ended first; a first start that was cut off is begun anew.
 * Throws, with advice, when another launcher is using the folder or nothing here may run Postgres.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const giveBack = await claimDataDir(dataDir);
  try {
    const password = await passwordIn(dataDir);
    const seat = await readySeat(dataDir, password, options);
    const server = await startServer(seat, join(dataDir, "postgres.log"), options.durable);
    const url = `postgres://${login}:${password}@127.0.0.1:${server.port}`;
    await createDatabase(`${url}/postgres`);

    let stopping: Promise<void> | undefined;
    server.process.once("exit", () => {
      if (stopping === undefined) options.log.error("Postgres ended by itself; see postgres.log");
    });
    const stop = (): Promise<void> => {
      stopping ??= stopServer(server.pid, seat).then(giveBack);
      return stopping;
    };
    return { url: `${url}/${database}`, stop };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/**
 * Ends the server that a killed launcher left behind on this folder. False, and nothing is done,
 * when its launcher is alive.
 */
export async function stopOrphanedPostgres(folder: string): Promise<boolean> {
  if ((await liveClaim(folder)) !== undefined) return false;
  const cluster = join(await homeOf(await realpath(folder)), "postgres");
  await stopLeftover({ binaries: await findPostgresBinaries(), cluster });
  return true;
}

async function readySeat(
  dataDir: string,
  password: string,
  { log, durable }: EmbeddedPostgresOptions,
): Promise<Seat> {
  const binaries = await findPostgresBinaries();
  const cluster = join(await homeOf(dataDir), "postgres");
  if (await stopLeftover({ binaries, cluster })) {
    log.info("ended the Postgres server of a launcher that was killed");
  }
  const seat = await findSeat(dataDir, binaries, log.info);
  if (!(await exists(seat.cluster))) {
    log.info("making a new database; this happens once");
    await makeCluster(seat, password, durable);
  }
  return seat;
}

/** Makes the files under another name, so that a half-made cluster is never taken for a whole one. */
async function makeCluster(seat: Seat, password: string, durable: boolean): Promise<void> {
  await clearUnfinished(seat.home);
  const { uid, gid } = ownerFor(seat.account);
  const unfinished = join(seat.home, `${unfinishedPrefix}${randomBytes(4).toString("hex")}`);
  const passwordFile = `${unfinished}.password`;
  await mkdir(unfinished, { mode: 0o700 });
  await writePrivately(passwordFile, `${password}\n`);
  if (process.platform !== "win32") {
    await chown(unfinished, uid, gid);
    await chown(passwordFile, uid, gid);
  }
  try {
    await runAs(seat.account, programPath(seat.binaries, "initdb"), [
      ...["-D", unfinished, `--username=${login}`, `--pwfile=${passwordFile}`],
      ...["--encoding=UTF8", ...locale, "--auth=scram-sha-256", "--data-checksums"],
      ...(durable ? [] : ["--no-sync"]),
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, seat.cluster);
}

/** An initdb whose launcher was killed may still be writing: patience first, and then let it be. */
async function clearUnfinished(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(unfinishedPrefix));
  const patience = { recursive: true, force: true, maxRetries: 6, retryDelay: 100 };
  for (const name of names) await rm(join(home, name), patience).catch(() => undefined);
}

async function passwordIn(dataDir: string): Promise<string> {
  const path = join(dataDir, "postgres-password");
  const kept = (await readFile(path, "utf8").catch(() => "")).trim();
  if (kept !== "") return kept;
  if (await exists(join(await homeOf(dataDir), "postgres"))) {
    throw new Error(`${path} is missing, so the database beside it cannot be opened.`);
  }
  const password = randomBytes(24).toString("hex");
  await writePrivately(path, `${password}\n`);
  return password;
}

async function writePrivately(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
