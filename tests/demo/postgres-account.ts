import { type ChildProcess, execFile, type SpawnOptions, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** As whom Postgres runs. It refuses to run as root, so root has to become somebody else first. */
export type Account =
  | { readonly kind: "self" }
  | { readonly kind: "namespace"; readonly uid: number; readonly gid: number }
  | { readonly kind: "user"; readonly uid: number; readonly gid: number };

export type NamedUser = { readonly name: string; readonly uid: number; readonly gid: number };

const run = promisify(execFile);
const preferredUsers = ["postgres", "nobody", "daemon"];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Who the files that this account writes belong to, as seen from outside. */
export function ownerFor(account: Account): { readonly uid: number; readonly gid: number } {
  if (account.kind === "user") return { uid: account.uid, gid: account.gid };
  return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

/** The ordinary users of this machine that a server may borrow, the fittest first. */
export async function unprivilegedUsers(): Promise<readonly NamedUser[]> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const users = lines
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => Number.isInteger(uid) && uid > 0 && Number.isInteger(gid));
  return users.sort((one, other) => rank(one) - rank(other)).slice(0, preferredUsers.length + 1);
}

/** Starts a program as the account, with nothing in its environment that would steer Postgres. */
export function spawnAs(
  account: Account,
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const [command, ...all] = commandLine(account, program, args);
  return spawn(command, all, {
    ...options,
    ...identity(account),
    cwd: "/",
    env: plainEnvironment(),
  });
}

/** Runs a program as the account to its end. Throws when it fails, with what it said. */
export async function runAs(
  account: Account,
  program: string,
  args: readonly string[],
): Promise<string> {
  const [command, ...all] = commandLine(account, program, args);
  const options = { ...identity(account), cwd: "/", env: plainEnvironment(), timeout: 60_000 };
  const { stdout } = await run(command, all, options);
  return stdout;
}

function commandLine(
  account: Account,
  program: string,
  args: readonly string[],
): readonly [string, ...string[]] {
  if (account.kind !== "namespace") return [program, ...args];
  const maps = [`--map-user=${account.uid}`, `--map-group=${account.gid}`];
  return ["unshare", "--user", ...maps, "--", program, ...args];
}

function identity(account: Account): { readonly uid?: number; readonly gid?: number } {
  return account.kind === "user" ? { uid: account.uid, gid: account.gid } : {};
}

function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C" };
}

function rank(user: NamedUser): number {
  const place = preferredUsers.indexOf(user.name);
  return place === -1 ? preferredUsers.length : place;
}
