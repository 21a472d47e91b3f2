import { addMinutes, type Instant, instant, toTheMinute } from "@truong-an/shared/time";
import { refuseUnless } from "../refusal.ts";

export type Dated = { readonly from: Instant; readonly to: Instant };

const longestDays = 400; // a leave for a birth, and a summer

/** At one desk, not yet over: more than any desk needs, few enough to reckon with. */
export const mostDated = 200;

/** The part from now on, to the minute. Refuses what is over, ends before it begins or lasts too long. */
export function fromNowOn({ from, to }: Dated, now: Instant): Dated {
  const span = { from: toTheMinute(restOf({ from, to }, now).from), to: toTheMinute(to) };
  const latest = addMinutes(now, longestDays * 24 * 60);
  refuseUnless(from < to && span.from < span.to && span.to <= latest, "malformed");
  return span;
}

export type Withdrawal =
  | { readonly kind: "over" } // nothing left to withdraw
  | { readonly kind: "forget" } // it has not begun
  | { readonly kind: "end"; readonly at: Instant };

/** What withdrawing comes to: what has been stays as it was. */
export function withdrawalOf({ from, to }: Dated, now: Instant): Withdrawal {
  if (to <= now) return { kind: "over" };
  return from >= now ? { kind: "forget" } : { kind: "end", at: now };
}

/** What of it lies ahead. */
export function restOf({ from, to }: Dated, now: Instant): Dated {
  return { from: instant(Math.max(from, now)), to };
}
