import { createHash } from "node:crypto";
import type { Puzzle } from "@truong-an/shared/api/reporter";

/** Solves as a phone does, quickly enough for a crowd. */
export function solve(puzzle: Puzzle): string {
  const { algorithm, challenge, salt, signature } = puzzle;
  return written({ algorithm, challenge, number: numberOf(puzzle), salt, signature });
}

/** The solution in altcha's spelling. */
export function written(solution: object): string {
  return Buffer.from(JSON.stringify(solution)).toString("base64");
}

function numberOf({ challenge, salt, maxnumber }: Puzzle): number {
  for (let number = 0; number <= maxnumber; number += 1) {
    if (createHash("sha256").update(`${salt}${number}`).digest("hex") === challenge) return number;
  }
  throw new Error("this puzzle has no solution");
}
