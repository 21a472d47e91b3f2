import { randomUUID } from "node:crypto";
import { hardness } from "@truong-an/bot-server/doors/puzzles";
import { Puzzle } from "@truong-an/shared/api/reporter";
import type { SealedReport } from "@truong-an/shared/report";
import { createChallenge } from "altcha-lib/v1";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { solve, written } from "../../support/puzzles.ts";
import {
  call,
  dangerFacts,
  fetchSheet,
  pilotSchool,
  quietFacts,
  type Sealed,
  seal,
} from "../../support/reporter.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());
beforeEach(() => doorstep.clock.pass(3)); // a test does not feel the crowd of the one before

async function sealMany(count: number, facts = quietFacts): Promise<readonly Sealed[]> {
  const sheet = await fetchSheet(doorstep.url, pilotSchool);
  const all: Sealed[] = [];
  for (let made = 0; made < count; made += 1) all.push(await seal(sheet, { facts }));
  return all;
}

/** The same report as from another phone: its own id and receipt, the same sealed bytes. */
function asFromAnotherPhone({ report }: Sealed): SealedReport {
  const finderHash = randomUUID().replaceAll("-", "").repeat(2);
  const receipt = { ...report.receipt, finderHash };
  return { ...report, receipt, submissionId: randomUUID() } as SealedReport;
}

async function fetchPuzzle(): Promise<Puzzle> {
  return Puzzle.parse((await call(doorstep.url, "GET", "/api/reporter/puzzle")).body);
}

async function send(report: unknown, puzzle: string | null) {
  const answer = await call(doorstep.url, "POST", "/api/reporter/reports", { report, puzzle });
  return { status: answer.status, code: answer.body.code, body: answer.body };
}

async function sendSolved(report: unknown) {
  return send(report, solve(await fetchPuzzle()));
}

/** Asks for a puzzle, and sends with one that costs this one process less than a phone each. */
async function sendAsOneOfMany(report: unknown) {
  await fetchPuzzle();
  const expires = new Date(doorstep.clock.now() + 60_000);
  const hmacKey = doorstep.world.config.PUZZLE_KEY;
  return send(
    report,
    solve(Puzzle.parse(await createChallenge({ hmacKey, maxnumber: 50, expires }))),
  );
}

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
  const sealed = await sealMany(64);
  const puzzles = await Promise.all(sealed.map(fetchPuzzle));
  const solutions = puzzles.map(solve);

  const answers = await Promise.all(
    sealed.map(({ report }, index) => send(report, solutions[index] ?? null)),
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
  const [sealed] = await sealMany(1, dangerFacts);
  const solutions = await Promise.all(
    Array.from({ length: 16 }, async () => solve(await fetchPuzzle())),
  );

  const answers = await Promise.all(solutions.map((solution) => send(sealed?.report, solution)));

  expect(answers.map(({ status }) => status)).toEqual(solutions.map(() => 200));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const rows = await stored([sealed?.report.submissionId ?? ""]);
  expect(rows).toMatchObject([
    { envelopes: sealed?.report.envelopes.length, remembered: 1, escalations: 1 },
  ]);
});

test("reports that cannot be kept do not take down those sent in the same moment", async () => {
  const [first, ...others] = await sealMany(24);
  const good = [first, ...others].flatMap((one) => (one === undefined ? [] : [one.report]));
  const finderHash = good[0]?.receipt.finderHash;
  const wrong = good.map((report, index) => {
    const copy = { ...report, submissionId: randomUUID() };
    if (index % 3 === 0) return { ...copy, schoolId: randomUUID() };
    if (index % 3 === 1) return { ...copy, envelopes: report.envelopes.slice(1) };
    return { ...copy, receipt: { ...report.receipt, finderHash } };
  });
  if (good[0] !== undefined) await sendSolved(good[0]); // the receipt is taken
  const mixed = good.flatMap((report, index) => [report, wrong[index]]);
  const solutions = await Promise.all(mixed.map(async () => solve(await fetchPuzzle())));

  const answers = await Promise.all(
    mixed.map((report, index) => send(report, solutions[index] ?? null)),
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
  const [pattern] = await sealMany(1);
  if (pattern === undefined) throw new Error("nothing was sealed");
  const crowd = 700; // more than a large school sends in a minute
  const statuses: number[] = [];

  for (let sent = 0; sent < crowd; sent += 50) {
    const wave = Array.from({ length: 50 }, () => asFromAnotherPhone(pattern));
    const answers = await Promise.all(wave.map(sendAsOneOfMany));
    statuses.push(...answers.map(({ status }) => status));
  }

  expect(statuses).toEqual(statuses.map(() => 200));
  expect(statuses.length).toBe(crowd);
}, 120_000);

test("an emergency passes without a puzzle", async () => {
  const [sealed] = await sealMany(1, dangerFacts);

  const answer = await send(sealed?.report, null);

  expect(answer).toMatchObject({ status: 200, body: { level: "emergency" } });
});

test("a quiet report without a puzzle is asked for one, and kept once it has solved it", async () => {
  const [sealed] = await sealMany(1);

  const first = await send(sealed?.report, null);
  const second = await sendSolved(sealed?.report);

  expect(first).toMatchObject({ status: 428, code: "puzzle-needed" });
  expect(second.status).toBe(200);
});

test("a phone's own idea of its level opens nothing: hidden answers do not make an emergency", async () => {
  const [sealed] = await sealMany(1);
  const report = { ...sealed?.report, level: "emergency" };

  const answer = await send(report, null);

  expect(answer).toMatchObject({ status: 400, code: "malformed" });
});

test("after many emergencies from one address in an hour the next must solve a puzzle, and then passes", async () => {
  const [pattern] = await sealMany(1, dangerFacts);
  if (pattern === undefined) throw new Error("nothing was sealed");
  doorstep.clock.pass(60);
  const statuses: number[] = [];
  for (let sent = 0; sent < 120; sent += 40) {
    const wave = Array.from({ length: 40 }, () => send(asFromAnotherPhone(pattern), null));
    statuses.push(...(await Promise.all(wave)).map(({ status }) => status));
  }

  const without = await send(asFromAnotherPhone(pattern), null);
  const solved = await sendSolved(asFromAnotherPhone(pattern));
  doorstep.clock.pass(60);
  const anHourLater = await send(asFromAnotherPhone(pattern), null);

  expect(statuses).toEqual(statuses.map(() => 200));
  expect(without.code).toBe("puzzle-needed");
  expect(solved.status).toBe(200);
  expect(anHourLater.status).toBe(200);
}, 60_000);

test("a puzzle is spent by its first report, however its solution is written", async () => {
  const [one, two] = await sealMany(2);
  const puzzle = await fetchPuzzle();
  const solution = solve(puzzle);
  const parts = JSON.parse(Buffer.from(solution, "base64").toString());
  const otherwise = [
    solution,
    written({ took: 12, ...parts }),
    Buffer.from(JSON.stringify(parts, null, 1)).toString("base64"),
    Buffer.from(JSON.stringify(parts)).toString("base64url"),
    ` ${solution}`,
    written({ ...parts, challenge: parts.challenge.toUpperCase() }),
    written({ ...parts, number: String(parts.number) }),
    written({
      ...parts,
      salt: parts.salt + String(parts.number)[0],
      number: Number(String(parts.number).slice(1)),
    }),
  ];

  const first = await send(one?.report, solution);
  const again = await Promise.all(otherwise.map((text) => send(two?.report, text)));

  expect(first.status).toBe(200);
  expect(again.map(({ code }) => code)).toEqual(otherwise.map(() => "puzzle-needed"));
});

test("a crowd cannot share one solution", async () => {
  const sealed = await sealMany(8);
  const solution = solve(await fetchPuzzle());

  const answers = await Promise.all(sealed.map(({ report }) => send(report, solution)));

  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
});

test("a puzzle that has run out is refused, and one just before its end is not", async () => {
  const [one, two] = await sealMany(2);
  const puzzles = [await fetchPuzzle(), await fetchPuzzle()] as const;

  doorstep.clock.pass(19);
  const inTime = await send(one?.report, solve(puzzles[0]));
  doorstep.clock.pass(2);
  const tooLate = await send(two?.report, solve(puzzles[1]));

  expect(inTime.status).toBe(200);
  expect(tooLate.code).toBe("puzzle-needed");
});

test("a puzzle of one's own making, or with a changed end, number or signature, is refused", async () => {
  const [sealed] = await sealMany(1);
  const parts = JSON.parse(Buffer.from(solve(await fetchPuzzle()), "base64").toString());
  const later = parts.salt.replace(/expires=\d+/, "expires=9999999999");
  const forged = [
    { ...parts, salt: later },
    { ...parts, number: parts.number + 1 },
    { ...parts, signature: "0".repeat(64) },
    { ...parts, challenge: "0".repeat(64) },
    { ...parts, algorithm: "SHA-512" },
    { ...parts, salt: "abc&", number: 1 },
    {},
  ];

  const answers = await Promise.all(forged.map((one) => send(sealed?.report, written(one))));

  expect(answers.map(({ code }) => code)).toEqual(forged.map(() => "puzzle-needed"));
});

test.each([
  ["nobody", 0, 20_000],
  ["a calm minute", 599, 20_000],
  ["the first that is not calm", 600, 40_000],
  ["twice that", 1_200, 80_000],
  ["four times that", 2_400, 160_000],
  ["a flood", 100_000, 640_000],
  ["a flood without end", Number.MAX_SAFE_INTEGER, 640_000],
])("after %s the next puzzle takes fitting work", (_what, perMinute, most) => {
  expect(hardness(perMinute)).toBe(most);
});

test("a flood makes the next puzzles harder for a while, and calm returns", async () => {
  const calm = await fetchPuzzle();
  const [sealed] = await sealMany(1);
  for (let sent = 0; sent < 700; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, () => send(sealed?.report, null)));
  }

  const during = await fetchPuzzle();
  doorstep.clock.pass(1);
  const justAfter = await fetchPuzzle();
  doorstep.clock.pass(2);
  const later = await fetchPuzzle();

  expect([calm, during, justAfter, later].map(({ maxnumber }) => maxnumber)).toEqual([
    20_000, 40_000, 40_000, 20_000,
  ]);
}, 60_000);
