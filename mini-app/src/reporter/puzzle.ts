import type { Puzzle } from "@truong-an/shared/api/reporter";
import { fetchPuzzle } from "./api.ts";

const solveWithinMs = 20_000;
const urgentWithinMs = 2_000;

/**
 * The solved puzzle as the server wants it, or null when it could not be had in time: an
 * emergency waits two seconds at most and goes without.
 */
export async function solvedPuzzle(isUrgent: boolean): Promise<string | null> {
  const withinMs = isUrgent ? urgentWithinMs : solveWithinMs;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), withinMs);
  const outOfTime = new Promise<null>((resolve) => {
    controller.signal.addEventListener("abort", () => resolve(null));
  });
  try {
    return await Promise.race([fetchAndSolve(withinMs, controller.signal), outOfTime]);
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

async function fetchAndSolve(withinMs: number, signal: AbortSignal): Promise<string | null> {
  const answer = await fetchPuzzle(withinMs);
  if (answer.kind !== "ok") return null;
  const number = await solve(answer.value, signal);
  if (number === null) return null;
  const { algorithm, challenge, salt, signature } = answer.value;
  return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
}

/** In a worker, so that the page stays alive; on the page itself where workers are not allowed. */
async function solve(puzzle: Puzzle, signal: AbortSignal): Promise<number | null> {
  try {
    return await solveInWorker(puzzle, signal);
  } catch {
    return solveHere(puzzle, signal);
  }
}

function solveInWorker(puzzle: Puzzle, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./puzzle-worker.ts", import.meta.url), { type: "module" });
    signal.addEventListener("abort", () => worker.terminate());
    worker.onmessage = (message: MessageEvent<number | null>) => {
      worker.terminate();
      resolve(message.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error("no worker here"));
    };
    worker.postMessage(puzzle);
  });
}

async function solveHere(puzzle: Puzzle, signal: AbortSignal): Promise<number | null> {
  try {
    const { solveChallenge } = await import("altcha-lib/v1");
    const { challenge, salt, algorithm, maxnumber } = puzzle;
    const solving = solveChallenge(challenge, salt, algorithm, maxnumber);
    signal.addEventListener("abort", () => solving.controller.abort());
    return (await solving.promise)?.number ?? null;
  } catch {
    return null; // no secure context: the server decides whether it may go without
  }
}
