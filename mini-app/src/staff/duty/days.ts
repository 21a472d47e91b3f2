import type { Shift } from "@truong-an/shared/duty/shifts";
import { addMinutes, dateInVietnam, type Instant, instant, toTheDay } from "@truong-an/shared/time";

export type Day = {
  readonly date: string; // `YYYY-MM-DD`
  readonly begins: Instant;
  readonly isHoliday: boolean;
  readonly shifts: readonly Shift[];
};

const dayMinutes = 24 * 60;

/**
 * Shifts under the days on which they begin. A night stands once, under its evening; what lasts
 * longer than a day and a night is cut at every midnight, so that each day says who is there.
 */
export function daysOf(shifts: readonly Shift[], holidays: ReadonlySet<string>): readonly Day[] {
  const days = new Map<string, Day>();
  for (const shift of shifts.flatMap(cutIfLong)) {
    const date = dateInVietnam(shift.from);
    const begins = toTheDay(shift.from);
    const before = days.get(date)?.shifts ?? [];
    days.set(date, {
      date,
      begins,
      isHoliday: holidays.has(date),
      shifts: [...before, shift],
    });
  }
  return [...days.values()];
}

export function isWholeDay({ from, to }: Shift): boolean {
  return from === toTheDay(from) && to === addMinutes(from, dayMinutes);
}

function cutIfLong(shift: Shift): readonly Shift[] {
  if (shift.to <= addMinutes(shift.from, dayMinutes)) return [shift];
  const pieces: Shift[] = [];
  let { from } = shift;
  while (from < shift.to) {
    const midnight = addMinutes(toTheDay(from), dayMinutes);
    const to = instant(Math.min(midnight, shift.to));
    pieces.push({ ...shift, from, to });
    from = to;
  }
  return pieces;
}
