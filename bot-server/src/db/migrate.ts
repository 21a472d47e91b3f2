import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

export type MigrationLog = { readonly info: (message: string) => void };

export type MigrateOptions = {
  readonly url: string;
  readonly log: MigrationLog;
  /** Where the SQL files are; the project's own `migrations/` unless told. */
  readonly folder?: string;
};

type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/** The role that the server acts as. Migrations create it and grant it what it may do. */
export const appRole = "truong_an_app";

// The same depth from src/db and from dist/db.
const ownFolder = fileURLToPath(new URL("../../../migrations", import.meta.url));
// One key for all replicas of this product, chosen once: the first four letters of the name in ASCII.
const lockKey = 0x7472756f;
// The job queue throws what goes wrong; what goes well need not be said.
const silent = new Logger(() => () => undefined);

/**
 * Brings the database up to date: every file of `migrations/` once, in the order of its name, each
 * in one transaction, then the job queue's own tables. Replicas that start together wait for each
 * other. Refuses, changing nothing, when a file that has already run is no longer the same.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const migrations = await migrationsIn(options.folder ?? ownFolder);
  const client = new pg.Client({
    connectionString: options.url,
    application_name: "truong-an-migrate",
  });
  client.on("error", () => undefined); // the query in flight reports it
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await runPending(client, migrations, options.log);
    await runMigrations({ connectionString: options.url, logger: silent });
    await grantJobQueue(client);
    await client.query(lockedJobsIndex);
  } finally {
    await client.end(); // the lock goes with the session
  }
}

/** The name of the last file in `migrations/`, for the door that says whether we are ready. */
export async function newestMigration(folder = ownFolder): Promise<string | undefined> {
  return (await namesIn(folder)).at(-1);
}

async function migrationsIn(folder: string): Promise<readonly Migration[]> {
  const names = await namesIn(folder);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
}

async function runPending(
  client: pg.Client,
  migrations: readonly Migration[],
  log: MigrationLog,
): Promise<void> {
  await client.query(`create table if not exists schema_migrations (
    name text constraint schema_migrations_pkey primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`);
  const landed = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from schema_migrations",
  );
  const hashes = new Map(landed.rows.map((row) => [row.name, row.sha256]));
  for (const { name, sha256 } of migrations) {
    if (hashes.has(name) && hashes.get(name) !== sha256) {
      throw new Error(`The migration ${name} has changed since it ran. Add a new file instead.`);
    }
  }
  for (const migration of migrations.filter(({ name }) => !hashes.has(name))) {
    await runOne(client, migration);
    log.info(`migration ${migration.name} applied`);
  }
}

async function runOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into schema_migrations (name, sha256) values ($1, $2)", [
      migration.name,
      migration.sha256,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`The migration ${migration.name} failed and was rolled back.`, { cause });
  }
}

// Each new job looks for a locked one with its key. Without this index Postgres, having planned that
// while the queue was short, reads the whole queue every time until it next takes stock.
const lockedJobsIndex = `create index if not exists truong_an_locked_jobs_idx
  on graphile_worker._private_jobs (key) where is_available is not true`;

/** The job queue makes its own schema; without these grants the app role could not use it. */
async function grantJobQueue(client: pg.Client): Promise<void> {
  const role = await client.query("select 1 from pg_roles where rolname = $1", [appRole]);
  if (role.rowCount === 0) return;
  await client.query(`
    grant usage on schema graphile_worker to ${appRole};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${appRole};
    grant usage, select on all sequences in schema graphile_worker to ${appRole};
    grant execute on all functions in schema graphile_worker to ${appRole};
    grant select on schema_migrations to ${appRole};
    do $$
    declare queue_table regclass;
    begin
      -- The job queue turns row security on without a policy: nobody but its owner would see a row.
      for queue_table in
        select oid from pg_class
        where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
          and not exists (select from pg_policy where polrelid = pg_class.oid and polname = '${appRole}')
      loop
        execute format('create policy %I on %s to ${appRole} using (true) with check (true)',
          '${appRole}', queue_table);
      end loop;
    end $$;
  `);
}
