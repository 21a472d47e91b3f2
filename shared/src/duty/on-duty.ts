import type { StaffId } from "../ids.ts";
import {
  addMinutes,
  dateInVietnam,
  type Instant,
  instant,
  minutesBetween,
  type SchoolCalendar,
  toTheDay,
} from "../time.ts";
import type { Cover, Pattern, Roster, Summer } from "./roster.ts";

/** Somebody on duty; `insteadOf` are the colleagues whose turns they have taken over. */
export type OnDuty = { readonly staffId: StaffId; readonly insteadOf: readonly StaffId[] };

/**
 * Who is on duty at a moment; nobody in a gap. A cover takes effect only while whoever covers is
 * there, so that writing one never leaves fewer than before; of two covers the later one prevails.
 */
export function onDuty(roster: Roster, at: Instant, calendar: SchoolCalendar): readonly OnDuty[] {
  const planned = roster.patterns
    .filter((pattern) => hasTurn(pattern, roster.summer, at, calendar))
    .map(({ staffId }) => staffId);
  const besides = roster.covers
    .filter((cover) => cover.insteadOf === null && isEffective(cover, roster, at))
    .map(({ staffId }) => staffId);
  const expected = present([...planned, ...besides], roster, at);
  if (expected.length > 0) return expected;
  return roster.otherwise === "everyone" ? present(roster.members, roster, at) : [];
}

export type Called = { readonly staffIds: readonly StaffId[]; readonly isFallback: boolean };

/** Who is called at a moment: whoever is on duty; in a gap everyone of the desk. Never nobody. */
export function calledAt(roster: Roster, at: Instant, calendar: SchoolCalendar): Called {
  const people = onDuty(roster, at, calendar).map(({ staffId }) => staffId);
  return people.length > 0
    ? { staffIds: people, isFallback: false }
    : { staffIds: roster.members, isFallback: true };
}

function isWithin(span: { readonly from: Instant; readonly to: Instant }, at: Instant) {
  return span.from <= at && at < span.to;
}

/** When the pattern's turn that begins on the day of `at` lasts, whether or not it has that day. */
export function turnOfDay(pattern: Pattern, at: Instant) {
  const midnight = toTheDay(at);
  return {
    from: addMinutes(midnight, pattern.from),
    to: addMinutes(midnight, pattern.to + (isOverMidnight(pattern) ? minutesInDay : 0)),
  };
}

const minutesInDay = 24 * 60;

function isOverMidnight({ from, to }: Pattern): boolean {
  return to <= from;
}

/** A turn belongs to the day on which it begins: Friday's night is Friday's until Saturday morning. */
function hasTurn(pattern: Pattern, summer: Summer, at: Instant, calendar: SchoolCalendar): boolean {
  const minute = minutesBetween(toTheDay(at), at);
  const fell = (day: Instant) =>
    pattern.weekdays.includes(weekdayOf(day)) &&
    (pattern.days === "every-day" || isSchoolOpen(day, summer, calendar));
  if (!isOverMidnight(pattern)) return pattern.from <= minute && minute < pattern.to && fell(at);
  if (pattern.from <= minute) return fell(at); // an hour to the same hour: today's has begun
  return minute < pattern.to && fell(instant(at - minutesInDay * 60_000));
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(at: Instant): number {
  return new Date(dateInVietnam(at)).getUTCDay() || 7;
}

/** Neither a public holiday nor the summer. Whether the school works on Saturdays, the turn says. */
function isSchoolOpen(at: Instant, summer: Summer, calendar: SchoolCalendar): boolean {
  const date = dateInVietnam(at);
  return !calendar.holidays.has(date) && !isInSummer(date.slice(5), summer);
}

function isInSummer(monthDay: string, { from, to }: Summer): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/** Who stands where these people's turns are, without those who are away. */
function present(turns: readonly StaffId[], roster: Roster, at: Instant): readonly OnDuty[] {
  const people = new Map<StaffId, StaffId[]>();
  for (const planned of new Set(turns)) {
    const holder = holderOf(planned, roster, at);
    if (isAway(holder, roster, at)) continue;
    const insteadOf = people.get(holder) ?? [];
    people.set(holder, holder === planned ? insteadOf : [...insteadOf, planned]);
  }
  return [...people].map(([staffId, insteadOf]) => ({ staffId, insteadOf }));
}

/** Who has this person's turn now. What was taken over may be given on, but only later. */
function holderOf(planned: StaffId, roster: Roster, at: Instant): StaffId {
  let holder = planned;
  let later = roster.covers.filter((cover) => isEffective(cover, roster, at));
  for (;;) {
    const index = later.findLastIndex(({ insteadOf }) => insteadOf === holder);
    const cover = later[index];
    if (cover === undefined) return holder;
    holder = cover.staffId;
    later = later.slice(index + 1);
  }
}

function isEffective(cover: Cover, roster: Roster, at: Instant): boolean {
  return isWithin(cover, at) && !isAway(cover.staffId, roster, at);
}

function isAway(staffId: StaffId, roster: Roster, at: Instant): boolean {
  return roster.absences.some((absence) => absence.staffId === staffId && isWithin(absence, at));
}
