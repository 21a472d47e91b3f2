import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { dangerFacts, fetchSheet, pilotSchool, seal } from "../../support/reporter.ts";

const token = "a-token-for-the-metrics-of-one-test";

let doorstep: Doorstep;
beforeEach(async () => {
  doorstep = await openDoorstep({ METRICS_TOKEN: token });
});
afterEach(() => doorstep.close());

async function health(which: "live" | "ready") {
  const answer = await doorstep.app.inject(`/health/${which}`);
  return { status: answer.statusCode, ...answer.json() };
}

const fine = { status: "ok" };
const away = { status: 503, code: "unavailable" };

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseServer").url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function addJob(spec: string): Promise<void> {
  await doorstep.database.query(`select graphile_worker.add_job('escalate', '{}'::json, ${spec})`);
}

test("a server that answers is alive, and ready when its database is up to date", async () => {
  expect(await health("live")).toMatchObject(fine);
  expect(await health("ready")).toMatchObject(fine);
});

test("while the database is away it is alive but not ready, and ready again when it is back", async () => {
  const name = new URL(doorstep.world.config.DATABASE_URL).pathname.slice(1);

  await onServer(`alter database ${name} allow_connections false`);
  await onServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  const meanwhile = { live: await health("live"), ready: await health("ready") };
  const refused = await doorstep.app.inject("/api/public/schools");
  await onServer(`alter database ${name} allow_connections true`);

  expect(meanwhile.live).toMatchObject(fine);
  expect(meanwhile.ready).toMatchObject(away);
  expect(refused.statusCode).toBeGreaterThanOrEqual(500);
  expect(Object.keys(refused.json())).toEqual(["code", "message"]);
  await expect.poll(() => health("ready")).toMatchObject(fine);
});

test("a database that lacks the newest migration is not ready", async () => {
  await doorstep.database.query(
    "delete from schema_migrations where name = (select max(name) from schema_migrations)",
  );

  expect(await health("ready")).toMatchObject(away);
});

test.each([
  ["has waited six minutes for anybody", "run_at => now() - interval '6 minutes'", away],
  ["has waited four minutes", "run_at => now() - interval '4 minutes'", fine],
  ["has its time tomorrow", "run_at => now() + interval '1 day'", fine],
])("a job that %s", async (_what, spec, expected) => {
  await addJob(spec);

  expect(await health("ready")).toMatchObject(expected);
});

test("a job that was tried and waits for its next try does not make the server unready", async () => {
  await addJob("run_at => now() - interval '6 minutes'");
  await doorstep.database.query("update graphile_worker._private_jobs set attempts = 3");

  expect(await health("ready")).toMatchObject(fine);
});

async function metrics(authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization };
  return doorstep.app.inject({ url: "/metrics", headers });
}

test("the metrics are for who knows the token: a moving counter would tell that a report was sent", async () => {
  const strangers = [await metrics(), await metrics("Bearer wrong"), await metrics(token)];

  expect(strangers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  expect((await metrics(`Bearer ${token}`)).statusCode).toBe(200);
});

test("without a token in the settings nobody reads the metrics", async () => {
  const closed = await openDoorstep();

  const answers = await Promise.all(
    ["Bearer undefined", "Bearer ", "Bearer"].map((authorization) =>
      closed.app.inject({ url: "/metrics", headers: { authorization } }),
    ),
  );
  await closed.close();

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test("the metrics count what happened and hold nothing that could single out a report", async () => {
  const { report } = await seal(await fetchSheet(doorstep.url, pilotSchool), {
    facts: dangerFacts,
  });
  const sent = await doorstep.app.inject({
    method: "POST",
    url: "/api/reporter/reports",
    payload: { report, puzzle: null },
  });
  await doorstep.app.inject(`/api/public/schools/${report.schoolId}/sheet?secret=words`);
  await doorstep.app.inject("/a-path-with-words");
  const { rows } = await doorstep.database.query("select id from reports");

  const text = (await metrics(`Bearer ${token}`)).body;

  expect(sent.statusCode).toBe(200);
  expect(text).toContain("reports_received_total 1");
  expect(text).toContain('http_answer_seconds_count{route="/api/reporter/reports",status="200"} 1');
  expect(text).toMatch(/jobs_waiting [1-9]/);
  const secrets = [rows[0]?.id, report.submissionId, report.schoolId, report.recipient, "words"];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(text).not.toMatch(/emergency|physical_violence/);
});

test("labels are of a few closed kinds", async () => {
  await doorstep.app.inject("/nowhere");

  const text = (await metrics(`Bearer ${token}`)).body;

  const ours = text.split("\n").filter((line) => !/^(#|nodejs_|process_|$)/.test(line));
  const labels = ours.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map(([, name]) => name));
  const known = ["route", "status", "channel", "outcome", "code", "job", "le"];
  expect(ours.length).toBeGreaterThan(5);
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.filter((name) => !known.includes(name ?? ""))).toEqual([]);
});
