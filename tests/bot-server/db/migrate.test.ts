import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
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

test("a database of before corrections says of its closed reports that they have been judged", async () => {
  const all = new URL("../../../migrations/", import.meta.url);
  const older = (await readdir(all)).filter((name) => name.endsWith(".sql") && name < "0008");
  for (const name of older) await cp(new URL(name, all), join(folder, name));
  await migrate({ url: database.url, folder, log });
  await rowsOf(oldReports);
  const correcting = "0008_corrections.sql";
  await cp(new URL(correcting, all), join(folder, correcting));

  await migrate({ url: database.url, folder, log });

  const found = await rowsOf(
    "select status, judged_through, taken_round from reports order by finder_hash",
  );
  expect(found).toEqual([
    { status: "closed", judged_through: 2, taken_round: null },
    { status: "closed", judged_through: 0, taken_round: null },
    { status: "taken", judged_through: null, taken_round: 3 },
    { status: "waiting", judged_through: null, taken_round: null },
  ]);
});

/** One closed after two messages, one closed over its story alone, one taken, one waiting. */
const oldReports = `
  insert into provinces (id, name) values ('01', 'Tỉnh');
  insert into communes (id, province_id, name) values ('0101', '01', 'Xã');
  insert into schools (id, commune_id, name, stage, search_text)
    values ('00000000-0000-4000-8000-000000000001', '0101', 'Trường', 'lower', 'truong');
  insert into desks (id, kind, name, key_number, recipient)
    values ('00000000-0000-4000-8000-000000000002', 'school', 'Trường', 1, 'age1');
  insert into staff (id, name, email)
    values ('00000000-0000-4000-8000-000000000003', 'Lan', 'lan@truong-an.invalid');
  insert into reports (id, submission_id, school_id, form_version, rules_version, level, reasons,
    facts, signals, recipient, story, finder_hash, receipt_envelope, status, owner_desk_id,
    taken_by, ladder, repeat_clock, last_rung, call_round, received_at, closed_at, outcome)
  select ('00000000-0000-4000-8000-00000000001' || place)::uuid, gen_random_uuid(),
    '00000000-0000-4000-8000-000000000001', 1, 1, 'normal', '{}', '{}', '{}', 'age1', '',
    place::text::bytea, '', status, '00000000-0000-4000-8000-000000000002',
    case status when 'taken' then '00000000-0000-4000-8000-000000000003'::uuid end,
    '[]', '{}', 0, 3, now(), case status when 'closed' then now() end,
    case status when 'closed' then 'prank' end
  from (values (1, 'closed'), (2, 'closed'), (3, 'taken'), (4, 'waiting')) as old (place, status);
  insert into messages (id, report_id, number, author, sealed, sent_at)
  select gen_random_uuid(), '00000000-0000-4000-8000-000000000011', number, 'reporter', '', now()
  from generate_series(1, 2) as number`;

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
