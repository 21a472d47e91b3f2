import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import {
  asFromAnotherPhone,
  fetchPuzzle,
  sealMany,
  send,
  sendAsOneOfMany,
  sendSolved,
} from "../../support/phones.ts";
import { solve } from "../../support/puzzles.ts";
import { dangerFacts } from "../../support/reporter.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());
beforeEach(() => doorstep.clock.pass(3)); // a test does not feel the crowd of the one before

/** What the database holds of these submissions, as counts a submission. */
async function stored(submissionIds: readonly string[]) {
  const found = await doorstep.database.query(
    `select r.submission_id,
       (select count(*)::int from envelopes e where e.report_id = r.id) as envelopes,
       (select count(*)::int from audit_entries a
         where a.report_id = r.id and a.kind = 'report-received') as remembered,
       (select count(*)::int from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'call-desk' and j.payload ->> 'reportId' = r.id::text) as calls,
       (select count(*)::int from graphile_worker._private_jobs j
         where j.key = 'escalate:' || r.id) as escalations
     from reports r where r.submission_id = any($1::uuid[])`,
    [submissionIds],
  );
  return found.rows;
}

test("64 reports sent at once are all kept, each once, with its envelopes and its jobs", async () => {
  const sealed = await sealMany(doorstep, 64);
  const puzzles = await Promise.all(sealed.map(() => fetchPuzzle(doorstep)));
  const solutions = puzzles.map(solve);

  const answers = await Promise.all(
    sealed.map(({ report }, index) => send(doorstep, report, solutions[index] ?? null)),
  );

  expect(answers.map(({ status }) => status)).toEqual(sealed.map(() => 200));
  const rows = await stored(sealed.map(({ report }) => report.submissionId));
  expect(rows.length).toBe(64);
  const envelopes = sealed[0]?.report.envelopes.length;
  expect(new Set(rows.map((row) => row.envelopes))).toEqual(new Set([envelopes]));
  expect(new Set(rows.map((row) => row.remembered))).toEqual(new Set([1]));
  expect(new Set(rows.map((row) => row.calls))).toEqual(new Set([1]));
  expect(new Set(rows.map((row) => row.escalations))).toEqual(new Set([1]));
}, 60_000);

test("the same report sent 16 times at once is one report, and every answer says so", async () => {
  const [sealed] = await sealMany(doorstep, 1, dangerFacts);
  const solutions = await Promise.all(
    Array.from({ length: 16 }, async () => solve(await fetchPuzzle(doorstep))),
  );

  const answers = await Promise.all(
    solutions.map((solution) => send(doorstep, sealed?.report, solution)),
  );

  expect(answers.map(({ status }) => status)).toEqual(solutions.map(() => 200));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const rows = await stored([sealed?.report.submissionId ?? ""]);
  expect(rows).toMatchObject([
    { envelopes: sealed?.report.envelopes.length, remembered: 1, escalations: 1 },
  ]);
});

test("reports that cannot be kept do not take down those sent in the same moment", async () => {
  const [first, ...others] = await sealMany(doorstep, 24);
  const good = [first, ...others].flatMap((one) => (one === undefined ? [] : [one.report]));
  const finderHash = good[0]?.receipt.finderHash;
  const wrong = good.map((report, index) => {
    const copy = { ...report, submissionId: randomUUID() };
    if (index % 3 === 0) return { ...copy, schoolId: randomUUID() };
    if (index % 3 === 1) return { ...copy, envelopes: report.envelopes.slice(1) };
    return { ...copy, receipt: { ...report.receipt, finderHash } };
  });
  if (good[0] !== undefined) await sendSolved(doorstep, good[0]); // the receipt is taken
  const mixed = good.flatMap((report, index) => [report, wrong[index]]);
  const solutions = await Promise.all(mixed.map(async () => solve(await fetchPuzzle(doorstep))));

  const answers = await Promise.all(
    mixed.map((report, index) => send(doorstep, report, solutions[index] ?? null)),
  );

  const goodAnswers = answers.filter((_answer, index) => index % 2 === 0);
  const wrongAnswers = answers.filter((_answer, index) => index % 2 === 1);
  expect(goodAnswers.map(({ status }) => status)).toEqual(good.map(() => 200));
  expect(wrongAnswers.map(({ code }) => code)).toEqual(
    wrong.map((_one, index) => ["not-found", "desks-changed", "malformed"][index % 3]),
  );
  expect((await stored(good.map((report) => report.submissionId))).length).toBe(24);
  expect(await stored(wrong.map((report) => report.submissionId))).toEqual([]);
}, 60_000);

test("a school behind one address on its worst day is never refused", async () => {
  const [pattern] = await sealMany(doorstep, 1);
  if (pattern === undefined) throw new Error("nothing was sealed");
  const crowd = 700; // more than a large school sends in a minute
  const statuses: number[] = [];

  for (let sent = 0; sent < crowd; sent += 50) {
    const wave = Array.from({ length: 50 }, () => asFromAnotherPhone(pattern));
    const answers = await Promise.all(wave.map((report) => sendAsOneOfMany(doorstep, report)));
    statuses.push(...answers.map(({ status }) => status));
  }

  expect(statuses).toEqual(statuses.map(() => 200));
  expect(statuses.length).toBe(crowd);
}, 120_000);

test("an emergency passes without a puzzle", async () => {
  const [sealed] = await sealMany(doorstep, 1, dangerFacts);

  const answer = await send(doorstep, sealed?.report, null);

  expect(answer).toMatchObject({ status: 200, body: { level: "emergency" } });
});

test("a quiet report without a puzzle is asked for one, and kept once it has solved it", async () => {
  const [sealed] = await sealMany(doorstep, 1);

  const first = await send(doorstep, sealed?.report, null);
  const second = await sendSolved(doorstep, sealed?.report);

  expect(first).toMatchObject({ status: 428, code: "puzzle-needed" });
  expect(second.status).toBe(200);
});

test("a phone's own idea of its level opens nothing: hidden answers do not make an emergency", async () => {
  const [sealed] = await sealMany(doorstep, 1);
  const report = { ...sealed?.report, level: "emergency" };

  const answer = await send(doorstep, report, null);

  expect(answer).toMatchObject({ status: 400, code: "malformed" });
});

test("after many emergencies from one address in an hour the next must solve a puzzle, and then passes", async () => {
  const [pattern] = await sealMany(doorstep, 1, dangerFacts);
  if (pattern === undefined) throw new Error("nothing was sealed");
  doorstep.clock.pass(60);
  const statuses: number[] = [];
  for (let sent = 0; sent < 120; sent += 40) {
    const wave = Array.from({ length: 40 }, () =>
      send(doorstep, asFromAnotherPhone(pattern), null),
    );
    statuses.push(...(await Promise.all(wave)).map(({ status }) => status));
  }

  const without = await send(doorstep, asFromAnotherPhone(pattern), null);
  const solved = await sendSolved(doorstep, asFromAnotherPhone(pattern));
  doorstep.clock.pass(60);
  const anHourLater = await send(doorstep, asFromAnotherPhone(pattern), null);

  expect(statuses).toEqual(statuses.map(() => 200));
  expect(without.code).toBe("puzzle-needed");
  expect(solved.status).toBe(200);
  expect(anHourLater.status).toBe(200);
}, 60_000);
