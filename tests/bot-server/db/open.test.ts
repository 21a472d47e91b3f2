import { openDatabase } from "@truong-an/bot-server/db/open";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";
import type { FreshDatabase } from "../../support/database-server.ts";

let database: FreshDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(async () => {
  await database.drop();
});

test("a connection that the database drops is replaced", async () => {
  const broken: string[] = [];
  const opened = openDatabase({
    url: database.url,
    poolSize: 1,
    onBrokenConnection: (code) => broken.push(code),
  });
  const before = await opened.pool.query("select pg_backend_pid() as pid");

  await onOwnConnection(`select pg_terminate_backend(${before.rows[0].pid})`);
  await expect.poll(() => broken).toContain("57P01");

  const after = await opened.pool.query("select pg_backend_pid() as pid");
  expect(after.rows[0].pid).not.toBe(before.rows[0].pid);
  await opened.close();
});

test("every connection acts as the role it was opened for", async () => {
  const opened = openDatabase({ url: database.url, poolSize: 2, role: "pg_monitor" });

  const said = await opened.pool.query("select current_user as role");

  expect(said.rows).toEqual([{ role: "pg_monitor" }]);
  await opened.close();
});

test("a role that is no plain name is refused", () => {
  expect(() => openDatabase({ url: database.url, poolSize: 1, role: "a -c b=c" })).toThrow(
    "unusual name",
  );
});

async function onOwnConnection(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
