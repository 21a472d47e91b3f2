/**
 * Numbers between 0 and 1 that look like chance and are the same for the same seed (mulberry32),
 * so that a run that failed can be had again.
 */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: `TEST_SEED`, or one that nobody chose. It is printed. */
export function seedOfRun(what: string): number {
  const given = process.env["TEST_SEED"];
  const seed = given === undefined ? Date.now() % 2 ** 31 : Number(given);
  console.info(`${what}: TEST_SEED=${seed}`);
  return seed;
}
