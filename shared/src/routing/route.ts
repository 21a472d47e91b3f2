import { z } from "zod";
import type { DeskKind, Place } from "../directory.ts";
import { DeskId } from "../ids.ts";
import type { Facts } from "../report.ts";
import { addMinutes, Instant, type SchoolCalendar } from "../time.ts";
import { after, type Clock, type Clocks } from "./clocks.ts";
import { allowedKinds, type Decided, isCareAlone, ladderOfDesks } from "./ladder.ts";

/** One step of a ladder: who hears, and when, unless someone has taken the report by then. */
export const Rung = z.strictObject({
  number: z.int().nonnegative(),
  at: Instant,
  desks: z.array(DeskId).readonly(),
});
export type Rung = Readonly<z.infer<typeof Rung>>;

export type Route = {
  /** The desk that answers for the report. It is on rung 0. */
  readonly owner: DeskId;
  /** Every desk on the ladder, and no other. */
  readonly readers: readonly DeskId[];
  /** Rung 0 hears at once; each later rung strictly after the one before it. */
  readonly ladder: readonly Rung[];
  /** How often everyone on the ladder is told again after its last rung. */
  readonly repeat: Clock;
  /** When silence is noticed for the first time. */
  readonly acknowledgeBy: Instant;
};

/** What a route is measured by: this moment, and the deployment's deadlines and free days. */
export type Timing = {
  readonly now: Instant;
  readonly clocks: Clocks;
  readonly calendar: SchoolCalendar;
};

/**
 * Who owns a new report, who hears when, and every deadline. Total over every place that lacks no
 * kind of desk (`missingKinds`); a place with nobody but the accused is a broken directory.
 */
export function routeOf(
  decided: Decided,
  facts: Facts,
  place: Place,
  now: Instant,
  clocks: Clocks,
  calendar: SchoolCalendar,
): Route {
  const steps = ladderOfDesks(decided, facts, place);
  const owner = ownerOf(steps[0] ?? [], decided, facts, place);
  return routeAlong(steps, owner, decided, { now, clocks, calendar });
}

/** Where a report stands when its route changes. */
export type Standpoint = {
  readonly owner: DeskId;
  /** Desks that have been told so far. */
  readonly told: readonly DeskId[];
};

/**
 * The route of a report that a later message has raised or reopened: its level's ladder from now on.
 * Whoever knew of it hears at once, and the owner stays, unless they may no longer read it.
 */
export function routeAfterRaise(
  from: Standpoint,
  decided: Decided,
  facts: Facts,
  place: Place,
  timing: Timing,
): Route {
  const allowed = allowedDesks(decided, facts, place);
  const told = from.told.filter((desk) => allowed.has(desk));
  const [first = [], ...later] = ladderOfDesks(decided, facts, place);
  const atOnce = [...new Set([...first, ...told])];
  const owner = atOnce.includes(from.owner) ? from.owner : ownerOf(first, decided, facts, place);
  return routeAlong([atOnce, ...later], owner, decided, timing);
}

/**
 * The route of a report that its owner hands to another desk. That desk owns it and hears now; if
 * it stays silent, those who knew of it are called back together with the next ones on the ladder.
 * Null when the desk is accused, left out by the writer or not of this place.
 */
export function routeAfterHandOver(
  from: Standpoint,
  to: DeskId,
  decided: Decided,
  facts: Facts,
  place: Place,
  timing: Timing,
): Route | null {
  const allowed = allowedDesks(decided, facts, place);
  if (!allowed.has(to)) return null;

  const told = from.told.filter((desk) => allowed.has(desk));
  const [next = [], ...rest] = ladderOfDesks(decided, facts, place)
    .map((step) => step.filter((desk) => !told.includes(desk) && desk !== to))
    .filter((step) => step.length > 0);
  return routeAlong([[to], [...told, ...next], ...rest], to, decided, timing);
}

function routeAlong(
  steps: readonly (readonly DeskId[])[],
  owner: DeskId,
  decided: Decided,
  { now, clocks, calendar }: Timing,
): Route {
  const level = clocks[decided.level];
  const ladder: Rung[] = [];
  for (const desks of withoutRepeats(steps)) {
    ladder.push({ number: ladder.length, at: timeOfNext(ladder), desks });
  }
  const acknowledgeBy = ladder[1]?.at ?? after(now, level.repeat, calendar);
  return {
    owner,
    readers: ladder.flatMap((rung) => rung.desks),
    ladder,
    repeat: level.repeat,
    acknowledgeBy,
  };

  function timeOfNext(before: readonly Rung[]): Instant {
    const last = before.at(-1);
    if (last === undefined) return now;
    const clock = [level.secondRung, level.thirdRung][last.number];
    const due =
      clock === undefined ? after(last.at, level.repeat, calendar) : after(now, clock, calendar);
    return due > last.at ? due : addMinutes(last.at, 1);
  }
}

/** No desk twice, no empty step after the first. */
function withoutRepeats(steps: readonly (readonly DeskId[])[]): readonly (readonly DeskId[])[] {
  const seen = new Set<DeskId>();
  return steps
    .map((step) => step.filter((desk) => !seen.has(desk) && seen.add(desk) !== undefined))
    .filter((step) => step.length > 0);
}

/**
 * The police own an emergency, because their desk is staffed day and night; care alone and
 * everything else belongs to the school or, where it may not read, to the body above it.
 */
function ownerOf(first: readonly DeskId[], decided: Decided, facts: Facts, place: Place): DeskId {
  const policeFirst = decided.level === "emergency" && !isCareAlone(decided, facts);
  const order: readonly DeskKind[] = policeFirst
    ? ["police", "school", "commune", "department"]
    : ["school", "commune", "department", "police"];
  const candidates = place.desks.filter((desk) => first.includes(desk.id));
  const inOrder = order.flatMap((kind) => candidates.filter((desk) => desk.kind === kind));
  if (inOrder[0] === undefined) throw new Error("a place has no desk besides the accused");
  return inOrder[0].id;
}

function allowedDesks(decided: Decided, facts: Facts, place: Place): ReadonlySet<DeskId> {
  const kinds = allowedKinds(decided, facts, place);
  return new Set(place.desks.filter((desk) => kinds.has(desk.kind)).map((desk) => desk.id));
}
