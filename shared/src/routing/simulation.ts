import type { DeskKind, Place } from "../directory.ts";
import type { DeskId } from "../ids.ts";
import type { Accused, Facts, Level } from "../report.ts";
import { type Instant, type Minutes, minutesBetween } from "../time.ts";
import { after } from "./clocks.ts";
import { nextStep } from "./escalation.ts";
import { desksThatMayRead } from "./readers.ts";
import { type Route, routeOf, type Timing } from "./route.ts";
import { everySituation, type Situation } from "./situations.ts";

/** A desk and the people behind it, as they are today. */
export type StaffedDesk = {
  readonly id: DeskId;
  readonly kind: DeskKind;
  /** Whether a report can be sealed to it, opened there, and somebody called for it. */
  readonly isLive: boolean;
  /** Everyone who holds its key, named by anything that tells one person from another. */
  readonly keyHolders: readonly string[];
};

export type StaffedPlace = Omit<Place, "desks"> & { readonly desks: readonly StaffedDesk[] };

/** Desks that hear for the first time, so long after the report has come. */
export type Hearing = { readonly after: Minutes; readonly desks: readonly DeskId[] };

export const routeFaults = [
  "fewer-than-two-bodies", // a serious report is in the hands of one body until its clock has run out
  "accused-reads", // the desk of the accused, or someone who sits there, is told or holds a key
  "nobody-hears", // no desk that is told can open the report
  "never-told", // silence ends before every reader has heard
  "told-without-key", // a desk hears of a report that it cannot open
] as const;
export type RouteFault = (typeof routeFaults)[number];

export type Plan = {
  readonly owner: DeskId | null;
  /** In the order of time, as long as nobody takes the report. */
  readonly hearings: readonly Hearing[];
  readonly faults: readonly RouteFault[];
};

/** One report in a place, sent at one moment, and what becomes of it. */
export type Run = { readonly situation: Situation; readonly now: Instant; readonly plan: Plan };

/**
 * Every situation in this place at the first of these moments, and where the writer wishes nothing
 * at the others too: a wish changes who hears, and no clock.
 */
export function* simulate(
  place: StaffedPlace,
  moments: readonly Instant[],
  { clocks, calendar }: Omit<Timing, "now">,
): Generator<Run> {
  for (const situation of everySituation()) {
    for (const now of isUnwished(situation) ? moments : moments.slice(0, 1)) {
      yield { situation, now, plan: planOf(place, situation, { now, clocks, calendar }) };
    }
  }
}

/**
 * What becomes of a report that nobody takes: the rules that the server runs by, walked through in
 * time until nobody new hears, and every promise about its readers that the place breaks. Total.
 */
export function planOf(place: StaffedPlace, situation: Situation, timing: Timing): Plan {
  const { decided, facts } = situation;
  const readers = desksThatMayRead(decided, facts, place);
  if (readers.length === 0) return { owner: null, hearings: [], faults: ["nobody-hears"] };

  const { now, clocks, calendar } = timing;
  const route = routeOf(decided, facts, place, now, clocks, calendar);
  const hearings = hearingsOf(route, timing);
  const clock = after(now, clocks[decided.level].secondRung, calendar);
  const inTime = hearings.filter((hearing) => hearing.after < minutesBetween(now, clock));
  const told = allOf(hearings);
  const found: Record<RouteFault, boolean> = {
    "fewer-than-two-bodies":
      isSerious(decided.level) && !isIndependent(liveAmong(place, allOf(inTime))),
    "accused-reads": reachesAccused(place, facts, [...readers, ...told]),
    "nobody-hears": liveAmong(place, told).length === 0,
    "never-told": !holdsAll(told, readers),
    "told-without-key": !holdsAll(readers, told),
  };
  return { owner: route.owner, hearings, faults: routeFaults.filter((fault) => found[fault]) };
}

function isUnwished({ facts, hint }: Situation): boolean {
  return facts.excluded === null && !facts.wantsPolice && hint === null;
}

/** Walks along a silence, from one deadline to the next, until a step tells nobody new. */
function hearingsOf(route: Route, { now, calendar }: Timing): readonly Hearing[] {
  const { ladder, repeat } = route;
  const hearings: Hearing[] = [{ after: 0, desks: ladder[0]?.desks ?? [] }];
  let lastRung = 0;
  let nextAt: Instant = route.acknowledgeBy;
  while (hearings.length <= ladder.length) {
    const step = nextStep({ takenAt: null, ladder, lastRung, nextAt, repeat }, nextAt, calendar);
    if (step.kind !== "climb") break;
    hearings.push({ after: minutesBetween(now, nextAt), desks: step.desks });
    lastRung = step.rung;
    nextAt = step.nextAt;
  }
  return hearings;
}

function isSerious(level: Level): boolean {
  return level === "emergency" || level === "high";
}

/** Two bodies, and not one person in the chairs of both. */
function isIndependent(desks: readonly StaffedDesk[]): boolean {
  return desks.some((one) =>
    desks.some(
      (other) =>
        one.kind !== other.kind && new Set([...one.keyHolders, ...other.keyHolders]).size > 1,
    ),
  );
}

/** The promise itself, written down apart from the rules that are to keep it. */
const bodyOf: Record<Accused, DeskKind | null> = {
  staff: "school",
  police: "police",
  official: "commune",
  peer: null,
  family: null,
  outsider: null,
  unknown: null,
  none: null,
};

function reachesAccused(place: StaffedPlace, facts: Facts, reached: readonly DeskId[]): boolean {
  const bodies: readonly (DeskKind | null)[] = [
    facts.accused === null ? null : bodyOf[facts.accused],
    facts.categories.includes("staff_misconduct") ? "school" : null,
  ];
  const accused = place.desks.filter((desk) => bodies.includes(desk.kind));
  const people = new Set(accused.flatMap((desk) => desk.keyHolders));
  return place.desks
    .filter((desk) => reached.includes(desk.id))
    .some((desk) => accused.includes(desk) || desk.keyHolders.some((one) => people.has(one)));
}

function liveAmong(place: StaffedPlace, told: readonly DeskId[]): readonly StaffedDesk[] {
  return place.desks.filter((desk) => desk.isLive && told.includes(desk.id));
}

function allOf(hearings: readonly Hearing[]): readonly DeskId[] {
  return hearings.flatMap((hearing) => hearing.desks);
}

function holdsAll(desks: readonly DeskId[], wanted: readonly DeskId[]): boolean {
  return wanted.every((desk) => desks.includes(desk));
}
