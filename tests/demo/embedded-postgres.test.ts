import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startEmbeddedPostgres, stopOrphanedPostgres } from "./embedded-postgres.ts";
import { homeOf } from "./postgres-seat.ts";
import { isAlive } from "./running-process.ts";

const launcherPath = fileURLToPath(
  new URL("../dist/support/postgres-launcher.js", import.meta.url),
);
const quiet = { info: () => undefined, error: () => undefined };

let dataDir: string;
let launched: ChildProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "truong-an-embedded-"));
  await chmod(dataDir, 0o711);
  launched = [];
});

afterEach(async () => {
  for (const child of launched) await kill(child, "SIGKILL");
  await stopOrphanedPostgres(dataDir);
  const home = await homeOf(dataDir);
  await rm(dataDir, { recursive: true, force: true });
  if (home !== dataDir) await rm(home, { recursive: true, force: true });
});

describe("the embedded Postgres", { timeout: 60_000 }, () => {
  test("speaks UTF-8 and knows the small letters of Vietnamese", async () => {
    const postgres = await start();

    const rows = await ask(postgres.url, "select lower('ĐƯỜNG DÂY NÓNG') as said");

    expect(rows).toEqual([{ said: "đường dây nóng" }]);
    await postgres.stop();
  });

  test("listens on the loopback address only, and keeps its password from other users", async () => {
    const postgres = await start();

    const rows = await ask(
      postgres.url,
      "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets",
    );
    const passwordFile = await stat(join(dataDir, "postgres-password"));

    expect(rows).toEqual([{ addresses: "127.0.0.1", sockets: "" }]);
    expect(passwordFile.mode & 0o777).toBe(0o600);
    await postgres.stop();
  });

  test("writes no value of a failing statement into its log", async () => {
    const postgres = await start();
    await ask(postgres.url, "create table words (word text primary key)");
    await ask(postgres.url, "insert into words values ('chim-hoa-mi')");

    const twice = ask(postgres.url, "insert into words values ('chim-hoa-mi')");

    await expect(twice).rejects.toThrow("duplicate key");
    await postgres.stop();
    const log = await readFile(join(dataDir, "postgres.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("chim-hoa-mi");
  });

  test("keeps committed data when its launcher is killed, and starts again within ten seconds", async () => {
    const first = await launch();
    await ask(first.url, "create table kept (n int)");
    await ask(first.url, "insert into kept select generate_series(1, 500)");
    const orphan = await serverPid();
    await kill(first.child, "SIGKILL");
    expect(await isAlive(orphan)).toBe(true);

    const began = performance.now();
    const second = await start();
    const took = performance.now() - began;

    expect(await ask(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 500 }]);
    expect(await isAlive(orphan)).toBe(false);
    expect(took).toBeLessThan(10_000);
    await second.stop();
  });

  test("keeps committed data when launcher and server are both killed", async () => {
    const first = await launch();
    await ask(first.url, "create table kept as select generate_series(1, 500) as n");
    process.kill(await serverPid(), "SIGKILL");
    await kill(first.child, "SIGKILL");

    const second = await start();

    expect(await ask(second.url, "select count(*)::int as n from kept")).toEqual([{ n: 500 }]);
    await second.stop();
  });

  test("leaves no server and no process file when its launcher is asked to end", async () => {
    const { child } = await launch();
    const pid = await serverPid();

    const code = await kill(child, "SIGTERM");

    expect(code).toBe(0);
    expect(await isAlive(pid)).toBe(false);
    expect(await readdir(join(await homeOf(dataDir), "postgres"))).not.toContain("postmaster.pid");
    expect(await readdir(dataDir)).not.toContain("launcher");
  });

  test("is not shared with a second launcher while the first one lives", async () => {
    const postgres = await start();

    const second = startEmbeddedPostgres({ dataDir, durable: false, log: quiet });

    await expect(second).rejects.toThrow("already in use");
    expect(await ask(postgres.url, "select 1 as n")).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  test("begins anew when the very first start was cut off half-way", async () => {
    const whole = await start();
    await whole.stop();
    const home = await homeOf(dataDir);
    await rename(join(home, "postgres"), join(home, "postgres.unfinished-0a0a0a0a"));
    await rm(join(home, "postgres.unfinished-0a0a0a0a", "PG_VERSION"));

    const postgres = await start();

    expect(await ask(postgres.url, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(await readdir(home)).not.toContain("postgres.unfinished-0a0a0a0a");
    await postgres.stop();
  });

  test("takes no notice of a process file whose number now belongs to another program", async () => {
    const first = await start();
    await first.stop();
    const pidFile = join(await homeOf(dataDir), "postgres", "postmaster.pid");
    await writeFile(pidFile, `${process.pid}\n/somewhere\n0\n1\n\n\n\nready\n`);

    const second = await start();

    expect(await ask(second.url, "select 1 as n")).toEqual([{ n: 1 }]);
    await second.stop();
  });
});

function start() {
  return startEmbeddedPostgres({ dataDir, durable: false, log: quiet });
}

/** Starts a launcher as a process of its own and waits for the address it prints. */
async function launch(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [launcherPath, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  launched.push(child);
  if (child.stdout === null) throw new Error("the launcher has no output");
  const ended = once(child, "exit").then(() => {
    throw new Error("the launcher ended before it was ready; is tests/ built?");
  });
  ended.catch(() => undefined);
  const [url] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  return { child, url: String(url) };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}

async function serverPid(): Promise<number> {
  const file = join(await homeOf(dataDir), "postgres", "postmaster.pid");
  return Number((await readFile(file, "utf8")).split("\n")[0]);
}

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
