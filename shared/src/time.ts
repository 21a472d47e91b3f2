import { z } from "zod";

/** A moment, as milliseconds since 1970-01-01 UTC. The clock is passed in, never read here. */
export const Instant = z.number().int().nonnegative().brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

export type Minutes = number;

const minute = 60_000;
const day = 24 * 60 * minute;
const vietnamOffset = 7 * 60 * minute; // Asia/Ho_Chi_Minh has had no daylight saving since 1975

export function instant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

export function addMinutes(from: Instant, minutes: Minutes): Instant {
  return instant(from + minutes * minute);
}

export function minutesBetween(from: Instant, to: Instant): Minutes {
  return (to - from) / minute;
}

/** The same moment without its seconds: what we keep of a report's time while it is open. */
export function toTheMinute(at: Instant): Instant {
  return instant(at - (at % minute));
}

/** The start of the day in Viet Nam: what we keep of a report's time once it is closed. */
export function toTheDay(at: Instant): Instant {
  const local = at + vietnamOffset;
  return instant(local - (local % day) - vietnamOffset);
}

/** School days: Monday to Friday in Viet Nam, without the public holidays given. */
export type SchoolCalendar = { readonly holidays: ReadonlySet<string> };

const schoolOpens = 7 * 60 * minute;
const schoolCloses = 17 * 60 * minute;

/** The calendar date in Viet Nam, as `YYYY-MM-DD`. */
export function dateInVietnam(at: Instant): string {
  return new Date(at + vietnamOffset).toISOString().slice(0, 10);
}

/** "07:05 30/11/2026" in Viet Nam. */
export function clockInVietnam(at: Instant): string {
  const local = new Date(at + vietnamOffset).toISOString();
  const [year, month, date] = local.slice(0, 10).split("-");
  return `${local.slice(11, 16)} ${date}/${month}/${year}`;
}

export function isSchoolDay(at: Instant, calendar: SchoolCalendar): boolean {
  const weekday = new Date(at + vietnamOffset).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !calendar.holidays.has(dateInVietnam(at));
}

/**
 * `days` school days later at the same time of day. Counted from the next moment within school
 * hours (7:00 to 17:00), so that no such deadline falls into a night or a free day.
 */
export function addSchoolDays(from: Instant, days: number, calendar: SchoolCalendar): Instant {
  let at = nextSchoolHour(from, calendar);
  for (let left = days; left > 0; left -= 1) {
    do {
      at = instant(at + day);
    } while (!isSchoolDay(at, calendar));
  }
  return at;
}

/** The next school morning (7:00) after the day of `from`. */
export function nextSchoolMorning(from: Instant, calendar: SchoolCalendar): Instant {
  let at = instant(toTheDay(from) + schoolOpens + day);
  while (!isSchoolDay(at, calendar)) at = instant(at + day);
  return at;
}

/** `from` itself within school hours, otherwise the moment they begin again. */
function nextSchoolHour(from: Instant, calendar: SchoolCalendar): Instant {
  const sinceMidnight = from - toTheDay(from);
  if (!isSchoolDay(from, calendar) || sinceMidnight >= schoolCloses) {
    return nextSchoolMorning(from, calendar);
  }
  return sinceMidnight < schoolOpens ? instant(toTheDay(from) + schoolOpens) : from;
}
