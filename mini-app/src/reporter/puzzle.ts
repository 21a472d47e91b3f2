import type { Puzzle } from "@truong-an/shared/api/reporter";
import { fetchPuzzle } from "./api.ts";

/** A puzzle on its way to being solved: for one report, until it is spent. */
export type Solving = {
  /** As the server wants it, however long that takes; null when none could be had. */
  readonly solution: Promise<string | null>;
  readonly stop: () => void;
};

const fetchWithinMs = 20_000;
const solveWithinMs = 300_000; // far beyond the slowest phone and the hardest puzzle: a worker that died
const urgentWithinMs = 2_000;

/** Fetches a puzzle and solves it to the end: under a flood that takes a cheap phone some seconds. */
export function startSolving(): Solving {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, solveWithinMs);
  const solution = fetchAndSolve(controller.signal)
    .catch(() => null)
    .finally(() => clearTimeout(timer));
  return { solution, stop };
}

/** What an emergency waits for: the solution if it comes at once, else undefined. Solving goes on. */
export function solutionSoon(solving: Solving): Promise<string | null | undefined> {
  const outOfTime = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), urgentWithinMs);
  });
  return Promise.race([solving.solution, outOfTime]);
}

async function fetchAndSolve(signal: AbortSignal): Promise<string | null> {
  const answer = await fetchPuzzle(fetchWithinMs);
  if (answer.kind !== "ok") return null;
  const number = await solve(answer.value, signal);
  if (number === null) return null;
  const { algorithm, challenge, salt, signature } = answer.value;
  return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
}

/** In a worker, so that the page stays alive; on the page itself where workers are not allowed. */
async function solve(puzzle: Puzzle, signal: AbortSignal): Promise<number | null> {
  if (signal.aborted) return null;
  try {
    return await solveInWorker(puzzle, signal);
  } catch {
    if (signal.aborted) return null;
    return solveHere(puzzle, signal);
  }
}

function solveInWorker(puzzle: Puzzle, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./puzzle-worker.ts", import.meta.url), { type: "module" });
    const end = () => {
      worker.terminate();
      reject(new Error("no worker here, or none needed any more"));
    };
    signal.addEventListener("abort", end);
    worker.onmessage = (message: MessageEvent<number | null>) => {
      worker.terminate();
      resolve(message.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end();
    };
    worker.postMessage(puzzle);
  });
}

async function solveHere(puzzle: Puzzle, signal: AbortSignal): Promise<number | null> {
  const { puzzleNumber } = await import("./puzzle-number.ts");
  return puzzleNumber(puzzle, async () => {
    if (signal.aborted) throw new Error("nobody waits for this any more");
    await new Promise((resolve) => setTimeout(resolve, 0)); // the page breathes
  });
}
