import { randomUUID } from "node:crypto";
import { Puzzle } from "@truong-an/shared/api/reporter";
import type { SealedReport } from "@truong-an/shared/report";
import { createChallenge } from "altcha-lib/v1";
import type { Doorstep } from "./doorstep.ts";
import { solve } from "./puzzles.ts";
import { call, fetchSheet, pilotSchool, quietFacts, type Sealed, seal } from "./reporter.ts";

/** Many phones at one doorstep. */

export async function sealMany(
  { url }: Doorstep,
  count: number,
  facts = quietFacts,
): Promise<readonly Sealed[]> {
  const sheet = await fetchSheet(url, pilotSchool);
  const all: Sealed[] = [];
  for (let made = 0; made < count; made += 1) all.push(await seal(sheet, { facts }));
  return all;
}

/** The same report as from another phone: its own id and receipt, the same sealed bytes. */
export function asFromAnotherPhone({ report }: Sealed): SealedReport {
  const finderHash = randomUUID().replaceAll("-", "").repeat(2);
  const receipt = { ...report.receipt, finderHash };
  return { ...report, receipt, submissionId: randomUUID() } as SealedReport;
}

export async function fetchPuzzle({ url }: Doorstep): Promise<Puzzle> {
  return Puzzle.parse((await call(url, "GET", "/api/reporter/puzzle")).body);
}

export async function send({ url }: Doorstep, report: unknown, puzzle: string | null) {
  const answer = await call(url, "POST", "/api/reporter/reports", { report, puzzle });
  return { status: answer.status, code: answer.body.code, body: answer.body };
}

export async function sendSolved(doorstep: Doorstep, report: unknown) {
  return send(doorstep, report, solve(await fetchPuzzle(doorstep)));
}

/** Asks for a puzzle, and sends with one that costs this one process less than a phone each. */
export async function sendAsOneOfMany(doorstep: Doorstep, report: unknown) {
  await fetchPuzzle(doorstep);
  const expires = new Date(doorstep.clock.now() + 60_000);
  const hmacKey = doorstep.world.config.PUZZLE_KEY;
  return send(
    doorstep,
    report,
    solve(Puzzle.parse(await createChallenge({ hmacKey, maxnumber: 50, expires }))),
  );
}
