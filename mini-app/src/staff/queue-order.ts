import type { QueueRow } from "@truong-an/shared/api/staff";
import { Level } from "@truong-an/shared/report";
import type { QueueFilter } from "./routes.ts";

/** Most urgent first: by level, then what waits for a person, then the nearest deadline, then the oldest. */
export function inOrder(rows: readonly QueueRow[]): readonly QueueRow[] {
  return [...rows].sort(
    (a, b) =>
      Level.options.indexOf(a.level) - Level.options.indexOf(b.level) ||
      Number(a.status !== "waiting") - Number(b.status !== "waiting") ||
      compare(
        a.acknowledgeBy ?? Number.POSITIVE_INFINITY,
        b.acknowledgeBy ?? Number.POSITIVE_INFINITY,
      ) ||
      a.receivedAt - b.receivedAt,
  );
}

/** The rows that a filter shows. Closed reports come from a question of their own: all are shown. */
export function shownBy(filter: QueueFilter, rows: readonly QueueRow[]): readonly QueueRow[] {
  switch (filter) {
    case "waiting":
      return rows.filter((row) => row.status === "waiting");
    case "mine":
      return rows.filter((row) => row.takenByMe && row.status !== "closed");
    case "all":
    case "closed":
      return rows;
  }
}

/** How many emergencies nobody has taken: the number in the title of the browser's tab. */
export function waitingEmergencies(rows: readonly QueueRow[]): number {
  return rows.filter((row) => row.level === "emergency" && row.status === "waiting").length;
}

/** Infinity minus infinity is no number; here it is a tie. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
