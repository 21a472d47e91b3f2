import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** True while the process exists and has not ended; one that waits to be collected has ended. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return (await statFields(pid))?.[0] !== "Z";
}

/** When the process began, in the system's own count, so that a number used again is noticed. */
export async function birthOf(pid: number): Promise<string> {
  return (await statFields(pid))?.[19] ?? "unknown";
}

/** True when the process is a Postgres server that works in this folder. */
export async function isPostgresIn(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid);
  if (!/postgres/.test(command)) return false;
  // The server makes the cluster its working folder; the link follows a folder that was moved.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder === cluster || command.includes(cluster);
}

/** Waits until the process has ended. False when it still runs after that time. */
export async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (await isAlive(pid)) {
    if (performance.now() > until) return false;
    await pause(20);
  }
  return true;
}

/** Field 3 and after of /proc/<pid>/stat; the name before them may hold spaces and brackets. */
async function statFields(pid: number): Promise<readonly string[] | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return line?.slice(line.lastIndexOf(")") + 2).split(" ");
}

async function commandOf(pid: number): Promise<string> {
  const linux = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (linux !== undefined) return linux.replaceAll("\0", " ");
  if (process.platform === "win32") {
    return (await run("tasklist", ["/fi", `PID eq ${pid}`]).catch(() => ({ stdout: "" }))).stdout;
  }
  const listed = run("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
  return (await listed.catch(() => ({ stdout: "" }))).stdout;
}
