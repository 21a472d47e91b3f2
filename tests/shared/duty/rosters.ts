import type { Absence, Cover, Pattern, Roster } from "@truong-an/shared/duty/roster";
import { noPlan } from "@truong-an/shared/duty/roster";
import { StaffId } from "@truong-an/shared/ids";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import fc from "fast-check";
import { at } from "../support/stories.ts";

/** Three members, with ids that a failing test can be read by. */
export const hanh = staffNumber(1);
export const binh = staffNumber(2);
export const lan = staffNumber(3);
const members = [hanh, binh, lan];

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Hạnh by day, Bình by night, and nobody else unless a test says so. */
export const dayAndNight: readonly Pattern[] = [
  turn(hanh, { from: 7, to: 19 }),
  turn(binh, { from: 19, to: 7 }),
];

export function turn(
  staffId: StaffId,
  { from, to }: { readonly from: number; readonly to: number }, // hours
  change: Partial<Pattern> = {},
): Pattern {
  return {
    staffId,
    weekdays: everyDay,
    from: from * 60,
    to: to * 60,
    days: "every-day",
    ...change,
  };
}

export function rosterWith(change: Partial<Roster> = {}): Roster {
  return { ...noPlan, otherwise: "nobody", members, covers: [], absences: [], ...change };
}

type Local = readonly [from: string, to: string];

export function cover(staffId: StaffId, insteadOf: StaffId | null, [from, to]: Local): Cover {
  return { id: anyId as Cover["id"], staffId, insteadOf, from: at(from), to: at(to) };
}

export function away(staffId: StaffId, [from, to]: Local): Absence {
  return { id: anyId as Absence["id"], staffId, from: at(from), to: at(to) };
}

const anyId = "00000000-0000-4000-8000-0000000000c1";

const anyMember = fc.constantFrom(...members);
export const begin = at("2027-01-25 00:00"); // two weeks before Tết Đinh Mùi
const minutesInSight = 21 * 24 * 60;

/** A stretch of time around the three weeks from `begin`. */
export const anySpan = fc
  .tuple(
    fc.integer({ min: -600, max: minutesInSight }),
    fc.integer({ min: 1, max: minutesInSight }),
  )
  .map(([from, length]) => ({
    from: addMinutes(begin, from),
    to: addMinutes(begin, from + length),
  }));

export const anyMoment: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: minutesInSight })
  .map((minutes) => addMinutes(begin, minutes));

const anyPattern: fc.Arbitrary<Pattern> = fc.record({
  staffId: anyMember,
  weekdays: fc.subarray(everyDay, { minLength: 1 }),
  from: fc.integer({ min: 0, max: 1439 }),
  to: fc.integer({ min: 0, max: 1440 }),
  days: fc.constantFrom("every-day" as const, "school-days" as const),
});

export const anyCover: fc.Arbitrary<Cover> = fc
  .record({ staffId: anyMember, insteadOf: fc.option(anyMember), span: anySpan })
  .map(({ span, ...rest }) => ({ id: anyId as Cover["id"], ...rest, ...span }));

export const anyAbsence: fc.Arbitrary<Absence> = fc
  .record({ staffId: anyMember, span: anySpan })
  .map(({ span, staffId }) => ({ id: anyId as Absence["id"], staffId, ...span }));

export const anyRoster: fc.Arbitrary<Roster> = fc.record({
  members: fc.constant(members),
  patterns: fc.array(anyPattern, { maxLength: 4 }),
  otherwise: fc.constantFrom("everyone" as const, "nobody" as const),
  summer: fc.constantFrom(noPlan.summer, { from: "01-28", to: "02-03" }),
  covers: fc.array(anyCover, { maxLength: 5 }),
  absences: fc.array(anyAbsence, { maxLength: 4 }),
});

function staffNumber(number: number): StaffId {
  return StaffId.parse(`00000000-0000-4000-8000-00000000000${number}`);
}
