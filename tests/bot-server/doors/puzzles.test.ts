import { hardness } from "@truong-an/bot-server/doors/puzzles";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { fetchPuzzle, sealMany, send, sendAsOneOfMany } from "../../support/phones.ts";
import { solve, written } from "../../support/puzzles.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());
beforeEach(() => doorstep.clock.pass(3)); // a test does not feel the crowd of the one before

test("a puzzle is spent by its first report, however its solution is written", async () => {
  const [one, two] = await sealMany(doorstep, 2);
  const puzzle = await fetchPuzzle(doorstep);
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

  const first = await send(doorstep, one?.report, solution);
  const again = await Promise.all(otherwise.map((text) => send(doorstep, two?.report, text)));

  expect(first.status).toBe(200);
  expect(again.map(({ code }) => code)).toEqual(otherwise.map(() => "puzzle-needed"));
});

test("a crowd cannot share one solution", async () => {
  const sealed = await sealMany(doorstep, 8);
  const solution = solve(await fetchPuzzle(doorstep));

  const answers = await Promise.all(sealed.map(({ report }) => send(doorstep, report, solution)));

  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
});

test("a puzzle that has run out is refused, and one just before its end is not", async () => {
  const [one, two] = await sealMany(doorstep, 2);
  const puzzles = [await fetchPuzzle(doorstep), await fetchPuzzle(doorstep)] as const;

  doorstep.clock.pass(19);
  const inTime = await send(doorstep, one?.report, solve(puzzles[0]));
  doorstep.clock.pass(2);
  const tooLate = await send(doorstep, two?.report, solve(puzzles[1]));

  expect(inTime.status).toBe(200);
  expect(tooLate.code).toBe("puzzle-needed");
});

test("a puzzle of one's own making, or with a changed end, number or signature, is refused", async () => {
  const [sealed] = await sealMany(doorstep, 1);
  const parts = JSON.parse(Buffer.from(solve(await fetchPuzzle(doorstep)), "base64").toString());
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

  const answers = await Promise.all(
    forged.map((one) => send(doorstep, sealed?.report, written(one))),
  );

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

async function flood(times: number, one: () => Promise<{ readonly status: number }>) {
  const statuses: number[] = [];
  for (let sent = 0; sent < times; sent += 50) {
    const wave = await Promise.all(Array.from({ length: 50 }, one));
    statuses.push(...wave.map(({ status }) => status));
  }
  return new Set(statuses);
}

test("a flood of solved puzzles makes the next ones harder for a while, and calm returns", async () => {
  const calm = await fetchPuzzle(doorstep);
  const [sealed] = await sealMany(doorstep, 1);
  const statuses = await flood(700, () => sendAsOneOfMany(doorstep, sealed?.report));

  const during = await fetchPuzzle(doorstep);
  doorstep.clock.pass(1);
  const justAfter = await fetchPuzzle(doorstep);
  doorstep.clock.pass(2);
  const later = await fetchPuzzle(doorstep);

  expect(statuses).toEqual(new Set([200]));
  expect([calm, during, justAfter, later].map(({ maxnumber }) => maxnumber)).toEqual([
    20_000, 40_000, 40_000, 20_000,
  ]);
}, 60_000);

test("a flood of unsolved posts does not change the difficulty", async () => {
  const [sealed] = await sealMany(doorstep, 1);
  const invented = written({ ...JSON.parse(atob(solve(await fetchPuzzle(doorstep)))), number: -1 });
  const none = await flood(700, () => send(doorstep, sealed?.report, null));
  const wrong = await flood(700, () => send(doorstep, sealed?.report, invented));

  const after = await fetchPuzzle(doorstep);

  expect([...none, ...wrong]).toEqual([428, 428]);
  expect(after.maxnumber).toBe(20_000);
}, 60_000);
