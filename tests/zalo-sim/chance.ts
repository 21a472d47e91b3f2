/** Repeatable chance: the same seed gives the same ids and the same surprises. */
export type Chance = {
  readonly below: (limit: number) => number;
  readonly hex: (length: number) => string;
  /** Adds fields that no documentation names, at random: parsers must live with them. */
  readonly withUnknownFields: (
    answer: Readonly<Record<string, unknown>>,
  ) => Record<string, unknown>;
};

export function createChance(seed: number): Chance {
  const next = mulberry32(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join("");

  const withUnknownFields = (answer: Readonly<Record<string, unknown>>) => {
    const added = Array.from({ length: below(3) }, () => [`x_${hex(6)}`, unknownValues[below(4)]]);
    return { ...answer, ...Object.fromEntries(added) };
  };
  return { below, hex, withUnknownFields };
}

const unknownValues = [null, "mới", { nested: [1, 2] }, 7] as const;

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
