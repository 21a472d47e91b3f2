import { readFileSync } from "node:fs";

const shells = new Set(["sh", "dash", "bash", "ash", "busybox", "zsh"]);

/**
 * When the script runner (npm, pnpm, yarn) that started us is killed, asks this process to end as
 * Ctrl+C would: nothing runs on unseen.
 */
export function endWithScriptRunner() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const first = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === first) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

/** Our parent and, when that is only the shell of the script, the one who started the shell. */
function ancestors() {
  const parent = process.ppid;
  const fields = statOf(parent);
  return fields !== undefined && shells.has(fields.name)
    ? `${parent} ${fields.parent}`
    : `${parent}`;
}

/** Where there is no /proc, shells hand over to a single command and need no looking through. */
function statOf(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = line.lastIndexOf(")");
    return {
      name: line.slice(line.indexOf("(") + 1, end),
      parent: line.slice(end + 4).split(" ")[0],
    };
  } catch {
    return undefined;
  }
}
