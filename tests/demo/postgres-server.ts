import { type ChildProcess, execFile } from "node:child_process";
import { open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { spawnAs } from "./postgres-account.ts";
import { programPath } from "./postgres-binaries.ts";
import type { Seat } from "./postgres-seat.ts";
import { hasEnded, isAlive, isPostgresIn } from "./running-process.ts";

export type RunningServer = {
  readonly port: number;
  readonly process: ChildProcess;
  readonly pid: number;
};

type PidFile = { readonly pid: number; readonly status: string };

const readyWithinMs = 60_000; // after a crash the server replays its journal first
const attempts = 8;
// Both pass by themselves: a port taken meanwhile, the last children of a server that was killed.
const passing = /could not bind|Address already in use|shared memory block|is another postmaster/;

/** Starts the server on a free port of the loopback address and waits until it takes connections. */
export async function startServer(
  seat: Seat,
  logPath: string,
  durable: boolean,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryToStart(seat, logPath, durable);
    if (typeof outcome !== "string") return outcome;
    if (attempt === attempts || !passing.test(outcome)) {
      throw new Error(`Postgres did not start. It said:\n${outcome}`);
    }
    await pause(500);
  }
}

/** Ends a server the gentle way first: open transactions roll back, committed data is on disk. */
export async function stopServer(
  pid: number,
  seat: Pick<Seat, "binaries" | "cluster">,
): Promise<void> {
  if (process.platform === "win32") {
    const pgCtl = programPath(seat.binaries, "pg_ctl");
    await promisify(execFile)(pgCtl, ["stop", "-D", seat.cluster, "-m", "fast", "-w"]);
    return;
  }
  for (const [signal, withinMs] of [
    ["SIGINT", 15_000], // "fast shutdown"
    ["SIGQUIT", 5_000], // "immediate shutdown": the journal is replayed at the next start
    ["SIGKILL", 5_000],
  ] as const) {
    if (!(await isAlive(pid))) return;
    process.kill(pid, signal);
    if (await hasEnded(pid, withinMs)) return;
  }
  throw new Error(`The Postgres server with process number ${pid} does not end.`);
}

/**
 * Ends the server that a killed launcher left behind on this cluster, and takes away a process
 * file that nobody stands behind. The cluster may be started afterwards.
 */
export async function stopLeftover(seat: Pick<Seat, "binaries" | "cluster">): Promise<boolean> {
  const left = await readPidFile(seat.cluster);
  if (left === undefined) return false;
  const wasRunning = (await isAlive(left.pid)) && (await isPostgresIn(left.pid, seat.cluster));
  if (wasRunning) await stopServer(left.pid, seat);
  await rm(join(seat.cluster, "postmaster.pid"), { force: true });
  return wasRunning;
}

async function tryToStart(
  seat: Seat,
  logPath: string,
  durable: boolean,
): Promise<RunningServer | string> {
  const port = await freePort();
  const log = await open(logPath, "w", 0o600);
  const child = spawnAs(
    seat.account,
    programPath(seat.binaries, "postgres"),
    ["-D", seat.cluster, ...settings(port, durable)],
    // A session of its own: Ctrl+C reaches the launcher alone, which ends the server after its clients.
    { stdio: ["ignore", log.fd, log.fd], detached: true },
  );
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  await log.close();

  const until = performance.now() + readyWithinMs;
  while (performance.now() < until) {
    await pause(15);
    if (failure !== undefined) return failure.message;
    if (child.exitCode !== null || child.signalCode !== null) return tailOf(logPath);
    const written = await readPidFile(seat.cluster);
    if (written?.pid === child.pid && written?.status === "ready" && child.pid !== undefined) {
      return { port, process: child, pid: child.pid };
    }
  }
  if (child.pid !== undefined) await stopServer(child.pid, seat);
  return `not ready after ${readyWithinMs / 1000} s\n${await tailOf(logPath)}`;
}

function settings(port: number, durable: boolean): readonly string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    jit: "off",
    log_timezone: "UTC",
    // What people wrote must not reach the log by way of an error: no statements, no values.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: 0,
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Line 1 is the process, line 8 says how far it has come. */
async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const pid = Math.abs(Number(lines[0]));
  // A number that cannot be a process stands for a file that was cut off while it was written.
  return {
    pid: Number.isInteger(pid) && pid > 1 ? pid : 2 ** 31 - 1,
    status: (lines[7] ?? "").trim(),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port was found.");
  return address.port;
}

async function tailOf(path: string): Promise<string> {
  return (await readFile(path, "utf8").catch(() => "")).split("\n").slice(-20).join("\n").trim();
}
