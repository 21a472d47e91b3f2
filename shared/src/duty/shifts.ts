import type { StaffId } from "../ids.ts";
import { type Instant, instant, type SchoolCalendar } from "../time.ts";
import { type OnDuty, onDuty, turnOfDay } from "./on-duty.ts";
import type { Roster } from "./roster.ts";

/** A stretch of time in which the same people are on duty; none of them in a gap. */
export type Shift = Span & { readonly people: readonly OnDuty[] };

/** From its beginning to just before its end. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** The time from `from` to `to`, whole and in order, cut where the people on duty change. */
export function shiftsBetween(
  roster: Roster,
  { from, to }: Span,
  calendar: SchoolCalendar,
): readonly Shift[] {
  const cuts = cutsBetween(roster, { from, to });
  const pieces = cuts.slice(0, -1).map((begin, index) => ({
    from: begin,
    to: cuts[index + 1] ?? to,
    people: onDuty(roster, begin, calendar),
  }));
  return joined(pieces);
}

/** When nobody is on duty. */
export function gapsBetween(roster: Roster, span: Span, calendar: SchoolCalendar): readonly Span[] {
  return shiftsBetween(roster, span, calendar)
    .filter(({ people }) => people.length === 0)
    .map(({ from, to }) => ({ from, to }));
}

/** Until when this person is on duty without a break, within `span`; undefined when not at its beginning. */
export function onDutyUntil(
  roster: Roster,
  staffId: StaffId,
  span: Span,
  calendar: SchoolCalendar,
): Instant | undefined {
  const shifts = shiftsBetween(roster, span, calendar);
  const end = shifts.findIndex(({ people }) => people.every((one) => one.staffId !== staffId));
  return end === 0 || span.from >= span.to ? undefined : (shifts[end]?.from ?? span.to);
}

const dayMs = 24 * 60 * 60_000;

/** Every moment at which anything may change, with both ends. */
function cutsBetween(roster: Roster, { from, to }: Span): readonly Instant[] {
  if (from >= to) return [from];
  const cuts = new Set<Instant>([from, to]);
  const add = (edge: Span) => {
    for (const at of [edge.from, edge.to]) if (from < at && at < to) cuts.add(at);
  };
  for (const dated of [...roster.covers, ...roster.absences]) add(dated);
  for (let at = from - dayMs; at < to + dayMs; at += dayMs) {
    for (const pattern of roster.patterns) add(turnOfDay(pattern, instant(Math.max(0, at))));
  }
  return [...cuts].sort((one, other) => one - other);
}

function joined(pieces: readonly Shift[]): readonly Shift[] {
  const shifts: Shift[] = [];
  for (const piece of pieces) {
    const last = shifts.at(-1);
    if (last !== undefined && areSame(last.people, piece.people)) {
      shifts.splice(-1, 1, { ...last, to: piece.to });
    } else {
      shifts.push(piece);
    }
  }
  return shifts;
}

function areSame(some: readonly OnDuty[], others: readonly OnDuty[]): boolean {
  return namesOf(some) === namesOf(others);
}

function namesOf(people: readonly OnDuty[]): string {
  const each = people.map(({ staffId, insteadOf }) =>
    [staffId, ...[...insteadOf].sort()].join("+"),
  );
  return each.sort().join(" ");
}
