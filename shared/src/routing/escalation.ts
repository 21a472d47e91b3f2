import type { DeskId } from "../ids.ts";
import type { Instant, SchoolCalendar } from "../time.ts";
import { after, type Clock } from "./clocks.ts";
import type { Rung } from "./route.ts";

/** What silence is judged by. */
export type Watched = {
  /** When a person took the report; null while it waits. A closed report is not watched. */
  readonly takenAt: Instant | null;
  readonly ladder: readonly Rung[];
  readonly lastRung: number;
  /** When somebody is to hear next: at first the route's `acknowledgeBy`, then what the last step said. */
  readonly nextAt: Instant | null;
  readonly repeat: Clock;
};

export type NextStep =
  | { readonly kind: "rest" } // a person has it
  | { readonly kind: "wait"; readonly until: Instant }
  | {
      readonly kind: "climb" | "repeat"; // the next rung hears, or everyone on the ladder again
      readonly rung: number;
      readonly desks: readonly DeskId[];
      readonly nextAt: Instant;
    };

/**
 * Who must hear now. A taken report rests. Otherwise one rung is climbed at a time; after the last
 * everyone on the ladder is told again, for as long as nobody answers: silence never ends it.
 */
export function nextStep(report: Watched, now: Instant, calendar: SchoolCalendar): NextStep {
  if (report.takenAt !== null) return { kind: "rest" };
  if (report.nextAt !== null && report.nextAt > now) return { kind: "wait", until: report.nextAt };

  const [next, following] = report.ladder.filter((rung) => rung.number > report.lastRung);
  const again = after(now, report.repeat, calendar);
  if (next !== undefined) {
    const { number: rung, desks } = next;
    return { kind: "climb", rung, desks, nextAt: following?.at ?? again };
  }
  const everyone = report.ladder.flatMap((rung) => rung.desks);
  return { kind: "repeat", rung: report.lastRung, desks: everyone, nextAt: again };
}
