import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import {
  type Account,
  isRoot,
  type NamedUser,
  runAs,
  unprivilegedUsers,
} from "./postgres-account.ts";
import { type PostgresBinaries, programPath } from "./postgres-binaries.ts";

/** As whom, with which programs and on which files a server can run here. */
export type Seat = {
  readonly account: Account;
  readonly binaries: PostgresBinaries;
  /** The folder that holds the cluster. */
  readonly home: string;
  readonly cluster: string;
};

const pointerName = "postgres-is-in";
const reachableBases = ["/var/lib", "/var/tmp"];

/**
 * Finds a way to run Postgres on the data of this folder: as ourselves, or for root in a user
 * namespace, or as an existing unprivileged user. Moves programs and data to a place that user can
 * reach when it cannot reach them here, and remembers where they went. Data is never left behind.
 */
export async function findSeat(
  dataDir: string,
  binaries: PostgresBinaries,
  say: (message: string) => void,
): Promise<Seat> {
  const home = await homeOf(dataDir);
  const cluster = join(home, "postgres");
  const here = { binaries, home, cluster };
  if (process.platform === "win32") return { ...here, account: { kind: "self" } };

  const owner = await ownerOf(cluster);
  for (const account of await accountsFor(owner)) {
    if (await fits({ ...here, account }, owner !== undefined)) return { ...here, account };
  }
  if (!isRoot()) throw new Error(noWay("this user may not start it on these files"));
  for (const user of await unprivilegedUsers()) {
    const seat = await resettle(dataDir, here, user, owner !== undefined, say);
    if (seat !== undefined) return seat;
  }
  throw new Error(noWay("it does not run as root, and no other user or user namespace works"));
}

/** Where the cluster of this data folder is: in it, unless it once had to move. */
export async function homeOf(dataDir: string): Promise<string> {
  const moved = await readFile(join(dataDir, pointerName), "utf8").catch(() => "");
  return moved.trim() === "" ? dataDir : moved.trim();
}

async function accountsFor(owner: number | undefined): Promise<readonly Account[]> {
  const users = await unprivilegedUsers();
  const namespaces = users
    .slice(0, 1)
    .map(({ uid, gid }): Account => ({ kind: "namespace", uid, gid }));
  if (!isRoot()) return [{ kind: "self" }, ...namespaces];
  const asUser = ({ uid, gid }: NamedUser): Account => ({ kind: "user", uid, gid });
  if (owner === undefined) return [...namespaces, ...users.map(asUser)];
  if (owner === 0) return namespaces;
  const known = users.find(({ uid }) => uid === owner);
  return [{ kind: "user", uid: owner, gid: known?.gid ?? owner }];
}

/** Tries it out: the programs run, and the files can be reached and are the account's own. */
async function fits(seat: Seat, clusterExists: boolean): Promise<boolean> {
  // initdb asks for the name of its user; the server itself does not.
  const test = clusterExists
    ? '[ -O "$1" ] && [ -x "$1" ] && exec "$2" --version'
    : '[ -x "$0" ] && id -un && exec "$2" --version';
  const server = programPath(seat.binaries, "postgres");
  try {
    await runAs(seat.account, "sh", ["-c", test, seat.home, seat.cluster, server]);
    return true;
  } catch {
    return false;
  }
}

async function resettle(
  dataDir: string,
  here: Omit<Seat, "account">,
  user: NamedUser,
  clusterExists: boolean,
  say: (message: string) => void,
): Promise<Seat | undefined> {
  const account: Account = { kind: "user", uid: user.uid, gid: user.gid };
  const runsHere = await succeeds(account, programPath(here.binaries, "postgres"), ["--version"]);
  const binaries = runsHere ? here.binaries : await reachableBinaries(here.binaries, account);
  if (binaries === undefined) return undefined;

  const staysHere = await succeeds(account, "test", ["-x", here.home]);
  const home = staysHere ? here.home : await reachableHome(account);
  if (home === undefined) return undefined;
  const cluster = join(home, "postgres");
  if (clusterExists) {
    if (!staysHere) await copyWhole(here.cluster, cluster);
    await giveAway(cluster, user);
  }
  const seat = { account, binaries, home, cluster };
  if (!(await fits(seat, clusterExists))) {
    if (!staysHere) await rm(home, { recursive: true });
    return undefined;
  }
  if (!staysHere) {
    await writeFile(join(dataDir, pointerName), `${home}\n`);
    if (clusterExists) await rm(here.cluster, { recursive: true, force: true });
    say(
      `Postgres runs as user ${user.name}, who cannot reach ${dataDir}: its files are in ${home}`,
    );
  }
  return seat;
}

async function reachableBinaries(
  from: PostgresBinaries,
  account: Account,
): Promise<PostgresBinaries | undefined> {
  for (const base of reachableBases) {
    const place = await ownFolder(join(base, "truong-an-programs"));
    if (place === undefined) continue;
    const folder = join(place, from.version);
    if ((await ownerOf(folder)) === undefined) await copyWhole(from.folder, folder);
    const copied = { ...from, folder };
    if (await succeeds(account, programPath(copied, "postgres"), ["--version"])) return copied;
  }
  return undefined;
}

async function reachableHome(account: Account): Promise<string | undefined> {
  for (const base of reachableBases) {
    const home = await mkdtemp(join(base, "truong-an-")).catch(() => undefined);
    if (home === undefined) continue;
    await chmod(home, 0o755);
    if (await succeeds(account, "test", ["-x", home])) return home;
    await rm(home, { recursive: true });
  }
  return undefined;
}

/** A folder that is ours: made now, or found and owned by root and not a link laid by another. */
async function ownFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path, { mode: 0o755 });
  } catch {
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined || !found.isDirectory() || found.uid !== 0) return undefined;
  }
  return path;
}

/** Copies to a temporary name first, so that an interrupted copy is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  await rm(to, { recursive: true, force: true });
  await rename(unfinished, to);
}

async function giveAway(folder: string, user: NamedUser): Promise<void> {
  await chown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { recursive: true })) {
    await chown(join(folder, entry), user.uid, user.gid);
  }
}

async function ownerOf(path: string): Promise<number | undefined> {
  return (await lstat(path).catch(() => undefined))?.uid;
}

async function succeeds(
  account: Account,
  program: string,
  args: readonly string[],
): Promise<boolean> {
  return runAs(account, program, args).then(
    () => true,
    () => false,
  );
}

function noWay(reason: string): string {
  return `Postgres cannot be started here: ${reason}. Set DATABASE_URL to a Postgres server of your own.`;
}
