import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

// Linux tells this in /proc; elsewhere these figures are not measured.

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that Node runs on

/** Resident memory, or null where it is not told. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1_000_000;
}

/** Processor seconds that this process has used so far, or null where it is not told. */
export async function processorSeconds(pid: number): Promise<number | null> {
  const stat = await readStat(pid);
  return stat === undefined ? null : stat.ticks / ticksPerSecond;
}

/** Processor seconds of the database server and of all processes that serve its connections now. */
export async function databaseSeconds(databaseUrl: string): Promise<number | null> {
  const server = await databaseServerPid(databaseUrl);
  if (server === undefined) return null;
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(readStat));
  const own = all.filter((stat) => stat?.parent === server);
  return own.reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0) / ticksPerSecond;
}

/** Every connection's process is a child of the server's. */
async function databaseServerPid(databaseUrl: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const own = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return (await readStat(own.rows[0]?.pid ?? 0))?.parent;
  } finally {
    await client.end();
  }
}

type Stat = { readonly parent: number; readonly ticks: number };

async function readStat(pid: number): Promise<Stat | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  const fields = line?.slice(line.lastIndexOf(")") + 2).split(" ");
  if (fields === undefined) return undefined;
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}
