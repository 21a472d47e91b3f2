import type { Puzzle } from "@truong-an/shared/api/reporter";
import { createSHA256 } from "hash-wasm";

const turn = 1_000; // hashes: some hundredths of a second on a cheap phone

/**
 * The number that solves the puzzle, or null if none does. Counts in turns and lets `rest` decide
 * what happens between them: a page must breathe, and throwing there ends the count.
 */
export async function puzzleNumber(
  { challenge, salt, maxnumber }: Puzzle,
  rest: () => Promise<void> | void,
): Promise<number | null> {
  const sha256 = await createSHA256();
  const wanted = bytesOf(challenge);
  for (let start = 0; start <= maxnumber; start += turn) {
    const end = Math.min(maxnumber, start + turn - 1);
    for (let number = start; number <= end; number += 1) {
      const hash = sha256.init().update(`${salt}${number}`).digest("binary");
      if (hash[0] === wanted[0] && wanted.every((byte, at) => byte === hash[at])) return number;
    }
    await rest();
  }
  return null;
}

function bytesOf(hex: string): readonly number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
