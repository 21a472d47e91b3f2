import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, newestMigration } from "@truong-an/bot-server/db/migrate";
import { openDatabase } from "@truong-an/bot-server/db/open";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { emptyDatabase, type FreshDatabase } from "../../support/database-server.ts";

const log = { info: () => undefined };

let folder: string;
let database: FreshDatabase;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "truong-an-migrations-"));
  database = await emptyDatabase(inject("databaseServer"));
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test("every file runs once, in the order of its name", async () => {
  await writeMigration("0002_second.sql", "insert into steps values ('second')");
  await writeMigration("0001_first.sql", "create table steps (name text)");
  const said: string[] = [];

  await migrate({ url: database.url, folder, log: { info: (message) => said.push(message) } });
  await migrate({ url: database.url, folder, log: { info: (message) => said.push(message) } });

  expect(await rowsOf("select name from steps")).toEqual([{ name: "second" }]);
  expect(said).toEqual(["migration 0001_first.sql applied", "migration 0002_second.sql applied"]);
});

test("two replicas that start together migrate once", async () => {
  await writeMigration("0001_slow.sql", "select pg_sleep(0.3); create table steps (name text)");
  await writeMigration("0002_row.sql", "insert into steps values ('once')");

  const together = [1, 2, 3].map(() => migrate({ url: database.url, folder, log }));

  await expect(Promise.all(together)).resolves.toHaveLength(3);
  expect(await rowsOf("select name from steps")).toEqual([{ name: "once" }]);
});

test("a file that changed after it ran is refused, and nothing newer runs", async () => {
  await writeMigration("0001_first.sql", "create table steps (name text)");
  await migrate({ url: database.url, folder, log });
  await writeMigration("0001_first.sql", "create table steps (name text, at timestamptz)");
  await writeMigration("0002_second.sql", "insert into steps values ('too far')");

  const again = migrate({ url: database.url, folder, log });

  await expect(again).rejects.toThrow("0001_first.sql has changed");
  expect(await rowsOf("select name from steps")).toEqual([]);
});

test("a file that fails leaves nothing of itself, and runs whole once it is mended", async () => {
  await writeMigration("0001_half.sql", "create table steps (name text); select 1 / 0");
  const broken = migrate({ url: database.url, folder, log });
  await expect(broken).rejects.toThrow("0001_half.sql failed");

  await writeMigration("0001_half.sql", "create table steps (name text)");
  await migrate({ url: database.url, folder, log });

  expect(await rowsOf("select name from schema_migrations")).toEqual([{ name: "0001_half.sql" }]);
});

test("the job queue is ready once the migrations have run", async () => {
  await migrate({ url: database.url, folder, log });

  expect(await rowsOf("select count(*)::int as n from graphile_worker.jobs")).toEqual([{ n: 0 }]);
});

test("the newest migration is the last by name", async () => {
  await writeMigration("0010_tenth.sql", "select 1");
  await writeMigration("0009_ninth.sql", "select 1");

  expect(await newestMigration(folder)).toBe("0010_tenth.sql");
});

function writeMigration(name: string, statement: string): Promise<void> {
  return writeFile(join(folder, name), `${statement};\n`);
}

async function rowsOf(statement: string): Promise<readonly unknown[]> {
  const opened = openDatabase({ url: database.url, poolSize: 1 });
  try {
    return (await opened.pool.query(statement)).rows;
  } finally {
    await opened.close();
  }
}
