import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The server as production runs it: a process of its own, made from the built files. */
export type ServerProcess = {
  readonly url: string; // empty for a process that only works jobs
  readonly port: number;
  /** Everything it has printed so far, log lines and accidents alike. */
  readonly output: () => string;
  /** Ends it without a word, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to end, and waits until it has. */
  readonly stop: () => Promise<void>;
};

const main = fileURLToPath(new URL("../../bot-server/dist/main.js", import.meta.url));
const startsWithinMs = 30_000;

/** Starts one and waits until it listens, or until its worker works. */
export async function startServerProcess(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ServerProcess> {
  if (!existsSync(main)) throw new Error("the server has not been built: run the build first");
  const child = spawn(process.execPath, [main], {
    // Silence would hide where it listens.
    env: { ...environment, LOG_LEVEL: environment["LOG_LEVEL"] === "debug" ? "debug" : "info" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killWithUs = (): boolean => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  const ended = once(child, "exit").then(() => process.off("exit", killWithUs));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const port = await listening(child, () => output);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    url: port === 0 ? "" : `http://127.0.0.1:${port}`,
    port,
    output: () => output,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

/** The port in the line that says it listens; 0 for a worker. */
async function listening(child: ChildProcess, output: () => string): Promise<number> {
  const until = Date.now() + startsWithinMs;
  for (;;) {
    const line = output()
      .split("\n")
      .find((one) => one.includes('"listening"'));
    if (line !== undefined) return (JSON.parse(line) as { port: number }).port;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the server ended at its start:\n${output()}`);
    }
    if (Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`the server did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
