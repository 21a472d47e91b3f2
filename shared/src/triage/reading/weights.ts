/** What training leaves behind, as text that any web server squeezes well. Written by training alone. */
export type Trained = {
  readonly dimensions: number;
  readonly names: string; // the features kept, ascending, each as its distance from the one before
  readonly table: string; // dimension by dimension, one letter a feature: its quantised weight
  readonly step: number; // what one unit of its letters is worth
  readonly head: readonly number[]; // for each output, one weight a dimension
  readonly bias: readonly number[]; // for each output
};

/** The same, ready for use. */
export type Weights = {
  readonly dimensions: number;
  readonly keys: Int32Array; // open addressing: a feature's name, or -1 where nobody lives
  readonly rows: Int32Array; // the row of the feature at the same place in `keys`
  readonly table: Int8Array; // row by row
  readonly step: number;
  readonly head: Float32Array;
  readonly bias: Float32Array;
};

/** How weights and distances are written as letters: printable ASCII without quote and backslash. */
export const letters = { zero: 80, reach: 11, digitZero: 94, digitBase: 32 } as const;

/** Reads what training wrote. Throws on text that training did not write. */
export function weightsFrom(trained: Trained): Weights {
  const { dimensions } = trained;
  const names = readNames(trained.names);
  if (trained.table.length !== names.length * dimensions) throw new Error("weights: torn table");
  const places = 2 ** Math.ceil(Math.log2(names.length * 2 + 2));
  const keys = new Int32Array(places).fill(-1);
  const rows = new Int32Array(places);
  const table = new Int8Array(trained.table.length);
  names.forEach((name, row) => {
    let place = name & (places - 1);
    while (keys[place] !== -1) place = (place + 1) & (places - 1);
    keys[place] = name;
    rows[place] = row;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const letter = trained.table.charCodeAt(dimension * names.length + row);
      table[row * dimensions + dimension] = letter - letters.zero;
    }
  });
  return {
    dimensions,
    keys,
    rows,
    table,
    step: trained.step,
    head: Float32Array.from(trained.head),
    bias: Float32Array.from(trained.bias),
  };
}

/** The row of a feature in the table, or -1 when training never kept it. */
export function rowOf({ keys, rows }: Weights, feature: number): number {
  const mask = keys.length - 1;
  let place = feature & mask;
  for (;;) {
    const key = keys[place];
    if (key === feature) return rows[place] ?? -1;
    if (key === -1 || key === undefined) return -1;
    place = (place + 1) & mask;
  }
}

/** Ascending numbers as text: the distances in base 32, a capital letter where more digits follow. */
export function writeNames(names: readonly number[]): string {
  let text = "";
  let before = 0;
  for (const name of names) {
    let distance = name - before;
    before = name;
    const digits: number[] = [];
    do {
      digits.unshift(distance % letters.digitBase);
      distance = Math.floor(distance / letters.digitBase);
    } while (distance > 0);
    digits.forEach((digit, at) => {
      const more = at < digits.length - 1;
      text += String.fromCharCode((more ? 42 : letters.digitZero) + digit);
    });
  }
  return text;
}

function readNames(text: string): readonly number[] {
  const names: number[] = [];
  let name = 0;
  let distance = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const last = code >= letters.digitZero;
    distance = distance * letters.digitBase + code - (last ? letters.digitZero : 42);
    if (!last) continue;
    name += distance;
    names.push(name);
    distance = 0;
  }
  return names;
}
