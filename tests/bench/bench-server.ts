import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { migrate } from "@truong-an/bot-server/db/migrate";
import { newIdentity } from "@truong-an/shared/sealing/age";
import { startEmbeddedPostgres } from "../demo/embedded-postgres.ts";
import { seedDirectory } from "../demo/seed.ts";

/** A real server on a real database with ordinary durability, each in a process of its own. */
export type BenchServer = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly databaseUrl: string;
  /** The server's settings, to start another one beside it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export const puzzleKey = "a key for the puzzles of one bench, which is long enough";

/** Opens a fresh database with the demo directory and starts the built server on it. */
export async function openBenchServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  // The name that tests use: the next test run takes away what a killed bench leaves behind.
  const dataDir = await mkdtemp(join(tmpdir(), `truong-an-tests-${process.pid}-`));
  await chmod(dataDir, 0o711); // for root the database may run as another user, who must pass through
  const log = { info: () => undefined, error: console.error };
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true, log });
  const end = async (): Promise<void> => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate({ url: postgres.url, log });
    await seedDirectory(postgres.url);
    const environment = {
      DATABASE_URL: postgres.url,
      ROLE: "web",
      PUBLIC_URL: "http://127.0.0.1:3000",
      SERVER_KEY: await newIdentity(),
      PUZZLE_KEY: puzzleKey,
      LOG_LEVEL: "warn",
      ...settings,
    };
    const server = await startProgram("@truong-an/bot-server/main", environment);
    const close = async (): Promise<void> => {
      await server.close();
      await end();
    };
    return { ...server, databaseUrl: postgres.url, environment, close };
  } catch (error) {
    await end();
    throw error;
  }
}

export type Program = Pick<BenchServer, "url" | "port" | "pid" | "close">;

/** Starts one of our programs that serves HTTP on PORT, and waits until it answers. */
export async function startProgram(
  module: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve(module))], {
    env: { NODE_ENV: "production", ...settings, PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(child, `${url}/health/live`);
  const ended = once(child, "exit");
  const close = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, port, pid: child.pid ?? 0, close };
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error("the server ended before it answered");
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok === true) return;
    await pause(50);
  }
  child.kill("SIGKILL");
  throw new Error("the server did not answer within 30 s");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
