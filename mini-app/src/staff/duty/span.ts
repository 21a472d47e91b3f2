import type { Summer } from "@truong-an/shared/duty/roster";
import { addMinutes, dateInVietnam, type Instant, instant } from "@truong-an/shared/time";

/** A stretch of time as a person fills it in: native dates and times, by the clock in Viet Nam. */
export type SpanDraft = {
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
};

export type Span = { readonly from: Instant; readonly to: Instant };

export type SpanRead =
  | ({ readonly kind: "span" } & Span)
  | { readonly kind: "incomplete" | "backwards" };

/** From now on; the end is for the person to say. */
export function draftFrom(now: Instant): SpanDraft {
  return { fromDate: dateInVietnam(now), fromTime: timeInput(now), toDate: "", toTime: "" };
}

export function readSpan(draft: SpanDraft, now: Instant): SpanRead {
  const from = instantAt(draft.fromDate, draft.fromTime);
  const to = instantAt(draft.toDate, draft.toTime);
  if (from === undefined || to === undefined) return { kind: "incomplete" };
  return from < to && to > now ? { kind: "span", from, to } : { kind: "backwards" };
}

/** "2026-12-04" and "19:00" in Viet Nam; undefined while one is missing. */
export function instantAt(date: string, time: string): Instant | undefined {
  const at = Date.parse(`${date}T${time}:00+07:00`);
  return Number.isNaN(at) ? undefined : instant(at);
}

/** "19:00" as a time field wants it. */
export function timeInput(at: Instant): string {
  return new Date(addMinutes(at, vietnamOffsetMinutes)).toISOString().slice(11, 16);
}

const vietnamOffsetMinutes = 7 * 60;

export type WholeDays = { readonly from: string; readonly to: string }; // dates, both included

export function draftOf({ from, to }: WholeDays): SpanDraft {
  const end = new Date(Date.parse(to) + dayMs).toISOString().slice(0, 10);
  return { fromDate: from, fromTime: "00:00", toDate: end, toTime: "00:00" };
}

const dayMs = 24 * 60 * 60_000;
const leastTetDays = 6;

/** The next run of holidays that is as long as only Tết is, weekends within it included. */
export function nextTet(holidays: readonly string[]): WholeDays | undefined {
  let run: string[] = [];
  for (const date of [...holidays].sort()) {
    const isNext = Date.parse(date) - Date.parse(run.at(-1) ?? date) === dayMs;
    if (!isNext && run.length >= leastTetDays) break;
    run = isNext ? [...run, date] : [date];
  }
  const [from] = run;
  const to = run.at(-1);
  return run.length < leastTetDays || from === undefined || to === undefined
    ? undefined
    : { from, to };
}

/** The school's summer that ends after today. */
export function nextSummer(summer: Summer, now: Instant): WholeDays {
  const today = dateInVietnam(now);
  const thisYear = Number(today.slice(0, 4));
  const turns = summer.from <= summer.to ? 0 : 1; // an unusual one over the turn of the year
  const [next] = [thisYear - turns, thisYear, thisYear + 1]
    .map((year) => ({ from: `${year}-${summer.from}`, to: `${year + turns}-${summer.to}` }))
    .filter(({ to }) => to >= today);
  return next ?? { from: `${thisYear}-${summer.from}`, to: `${thisYear}-${summer.to}` };
}
