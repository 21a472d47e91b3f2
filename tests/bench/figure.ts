import { loadavg } from "node:os";

/** One line of a bench's answer. */
export type Figure = {
  readonly bench: string;
  readonly figure: string;
  readonly value: number | null; // null: not measured here, `unit` says why
  readonly unit: string;
};
export type Emit = (figure: Figure) => void;

/** Speaks for one bench; values are rounded to three significant digits. */
export function figuresOf(bench: string, emit: Emit) {
  return (figure: string, value: number | null, unit: string): void => {
    emit({ bench, figure, value: value === null ? null : Number(value.toPrecision(3)), unit });
  };
}

/** What else the machine was doing: figures taken beside other work are worse than the truth. */
export function loadAverage(): number {
  return loadavg()[0] ?? 0;
}

/** The value that this share of all measurements does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
