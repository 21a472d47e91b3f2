import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Puzzle } from "@truong-an/shared/api/reporter";
import type { Level } from "@truong-an/shared/report";
import type { Instant } from "@truong-an/shared/time";
import { createChallenge } from "altcha-lib/v1";
import { z } from "zod";
import type { World } from "../world.ts";

/**
 * Proof of work instead of identity (altcha v1, SHA-256). A cheap phone needs well under a second;
 * under a flood each puzzle becomes harder for everyone, but never beyond what such a phone solves
 * while it waits. An emergency may come without one.
 */
export type Puzzles = {
  readonly make: () => Promise<Puzzle>;
  /** Whether this submission may pass. Those that may are counted: many make the next puzzles harder. */
  readonly mayPass: (attempt: PuzzleAttempt) => boolean;
};

export type PuzzleAttempt = {
  readonly solution: string | null;
  readonly level: Level;
  readonly address: string; // a keyed hash
};

const minuteMs = 60_000;
// At most this many hashes. A phone six times slower than a desk computer takes 13 µs for each, in the
// Mini App: at worst 0.3 s when it is calm and 9 s in a flood, and half of that for the median.
const calmHardest = 20_000;
const floodHardest = 640_000;
const calmPerMinute = 600; // what a deployment sends on a bad day, several times over
const lifetimeMs = 20 * minuteMs;
const freeEmergencies = 120; // an hour and an address, without a puzzle

export function openPuzzles(world: World): Puzzles {
  const hmacKey = world.config.PUZZLE_KEY;
  const spent = new Map<string, number>(); // challenge → when it may be forgotten
  const emergencies = new Map<string, number>(); // address → how many this hour
  let counted = { minute: 0, now: 0, before: 0 };
  let hour = 0;

  return {
    make: async () => {
      const expires = new Date(world.now() + lifetimeMs);
      const maxnumber = hardness(Math.max(count(0), counted.before));
      const challenge = await createChallenge({ hmacKey, maxnumber, expires });
      const { algorithm, challenge: hash, salt, signature } = challenge;
      return { algorithm, challenge: hash, maxnumber, salt, signature };
    },
    mayPass: ({ solution, level, address }) => {
      const challenge =
        solution === null ? undefined : solvedChallenge(solution, hmacKey, world.now());
      const isSolved = challenge !== undefined && spend(challenge);
      const may = isSolved || (level === "emergency" && countEmergency(address) <= freeEmergencies);
      if (may) count(1); // what anyone can send without work must not cost others work
      return may;
    },
  };

  function count(more: number): number {
    const minute = Math.floor(world.now() / minuteMs);
    if (minute !== counted.minute) {
      const before = minute === counted.minute + 1 ? counted.now : 0;
      counted = { minute, now: 0, before };
    }
    counted.now += more;
    return counted.now;
  }

  /** Whether this was the first time. */
  function spend(challenge: string): boolean {
    if (spent.has(challenge)) return false;
    const now = world.now();
    spent.set(challenge, now + lifetimeMs);
    for (const [known, until] of spent) {
      if (until > now) break; // in the order in which they were spent
      spent.delete(known);
    }
    return true;
  }

  function countEmergency(address: string): number {
    const now = Math.floor(world.now() / (60 * minuteMs));
    if (now !== hour) {
      hour = now;
      emergencies.clear();
    }
    const times = (emergencies.get(address) ?? 0) + 1;
    emergencies.set(address, times);
    return times;
  }
}

const Hex = z.string().regex(/^[0-9a-f]{64}$/);
const Solution = z.object({
  algorithm: z.literal("SHA-256"),
  challenge: Hex,
  number: z.int().nonnegative(),
  salt: z.string().max(256),
  signature: Hex,
});

/**
 * The challenge that this solves, in its one spelling: a solution can be written in many ways.
 * Checks what altcha's `verifySolution` checks, without its three turns through WebCrypto's
 * threads, which were a sixth of the time that a submission takes.
 */
function solvedChallenge(written: string, hmacKey: string, now: Instant): string | undefined {
  const read = Solution.safeParse(jsonIn(Buffer.from(written, "base64").toString()));
  if (!read.success) return undefined;
  const { challenge, number, salt, signature } = read.data;
  const expires = Number(new URLSearchParams(salt.split("?")[1]).get("expires")) * 1000;
  const answer = createHash("sha256").update(`${salt}${number}`).digest();
  const signed = createHmac("sha256", hmacKey).update(challenge).digest();
  const isSolved = expires > now && isSame(answer, challenge) && isSame(signed, signature);
  return isSolved ? challenge : undefined;
}

function isSame(bytes: Buffer, hex: string): boolean {
  return timingSafeEqual(Buffer.from(hex, "hex"), bytes);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Doubles each time the passed submissions of a minute double beyond what is calm. */
export function hardness(perMinute: number): number {
  const doublings = Math.max(0, Math.floor(Math.log2(Math.max(1, perMinute) / calmPerMinute)) + 1);
  return perMinute < calmPerMinute
    ? calmHardest
    : Math.min(floodHardest, calmHardest * 2 ** doublings);
}
