import type { Level } from "@truong-an/shared/report";
import { standardClocks } from "@truong-an/shared/routing/clocks";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import {
  type Plan,
  type RouteFault,
  type Run,
  type StaffedPlace,
  simulate,
} from "@truong-an/shared/routing/simulation";
import type { Situation } from "@truong-an/shared/routing/situations";
import { type Instant, instant, type Minutes } from "@truong-an/shared/time";

/** When a simulated report is sent: within school hours, on a night, and on a free day of Tết. */
export const moments: readonly Instant[] = [
  "2026-03-02T08:30+07:00",
  "2026-03-07T22:00+07:00",
  "2026-02-16T10:00+07:00",
].map((time) => instant(Date.parse(time)));

/** Every run in this place, by the deadlines of the deployment. */
export function runsIn(place: StaffedPlace, clocks = standardClocks): Generator<Run> {
  return simulate(place, moments, { clocks, calendar: vietnamHolidays });
}

/** Desks of a place by their position there, and how long after the report they hear. */
export type Step = {
  readonly desks: readonly number[];
  readonly soonest: Minutes;
  readonly latest: Minutes;
};

/** One way in which a report of this level may go, and the reports that go it. */
export type Way = {
  readonly level: Level;
  readonly steps: readonly Step[];
  readonly runs: number;
  /** The reports in which one matter is told and nothing wished. */
  readonly plain: readonly Situation[];
  /** The report with the fewest particulars among those that go this way. */
  readonly example: Situation;
};

export type Summary = {
  readonly runs: number;
  readonly ways: readonly Way[];
  readonly faults: ReadonlyMap<RouteFault, { readonly runs: number; readonly example: Situation }>;
};

/** What the rules make of a place, told in as few ways as there are. */
export function summaryOf(place: StaffedPlace, clocks = standardClocks): Summary {
  const ways = new Map<string, ReturnType<typeof newWay>>();
  const faults = new Map<RouteFault, { runs: number; example: Situation }>();
  let runs = 0;
  for (const { situation, plan } of runsIn(place, clocks)) {
    runs += 1;
    for (const fault of plan.faults) {
      const known = faults.get(fault) ?? { runs: 0, example: situation };
      faults.set(fault, { ...known, runs: known.runs + 1 });
    }
    const key = `${situation.decided.level} ${plan.hearings.map(({ desks }) => desks.join()).join(" ")}`;
    const way = ways.get(key) ?? newWay(situation, plan, place);
    ways.set(key, way);
    add(way, situation, plan);
  }
  return { runs, ways: [...ways.values()], faults };
}

/** What the writer adds to one ticked matter: the fewer, the plainer. */
function particulars({ facts, hint }: Situation): number {
  const isThere = [facts.categories.length > 1, facts.wantsPolice, facts.excluded, hint];
  return isThere.filter(Boolean).length;
}

function newWay(situation: Situation, plan: Plan, place: StaffedPlace) {
  const positions = plan.hearings.map(({ desks }) => {
    return desks.map((id) => place.desks.findIndex((desk) => desk.id === id));
  });
  return {
    level: situation.decided.level,
    steps: positions.map((desks) => ({ desks, soonest: Number.POSITIVE_INFINITY, latest: 0 })),
    runs: 0,
    plain: [] as Situation[],
    example: situation,
  };
}

function add(way: ReturnType<typeof newWay>, situation: Situation, plan: Plan): void {
  way.runs += 1;
  for (const [at, { after }] of plan.hearings.entries()) {
    const step = way.steps[at];
    if (step === undefined) continue;
    step.soonest = Math.min(step.soonest, after);
    step.latest = Math.max(step.latest, after);
  }
  if (particulars(situation) < particulars(way.example)) way.example = situation;
  const isPlain = particulars(situation) === 0 && isAnsweredAsAsked(situation);
  if (isPlain && way.plain.at(-1) !== situation) way.plain.push(situation);
}

/** What the form gives: an answer where it asks who did it, and none where it does not. */
function isAnsweredAsAsked({ facts, isAsked }: Situation): boolean {
  return isAsked === (facts.accused !== null);
}
