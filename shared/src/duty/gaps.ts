import { z } from "zod";
import type { DeskKind, Stage } from "../directory.ts";
import { nextBodies } from "../routing/ladder.ts";
import { addMinutes, type Instant, type SchoolCalendar, toTheMinute } from "../time.ts";
import type { Roster } from "./roster.ts";
import { gapsBetween } from "./shifts.ts";

/** A time in which nobody is on duty, seen from now; `to` is null when no end is in sight. */
export type Gap = { readonly from: Instant; readonly to: Instant | null };

/** How near a gap is. Each nearness is warned about once: as it comes in sight, then again. */
export const Nearness = z.enum(["in-sight", "in-three-days", "in-one-day"]);
export type Nearness = z.infer<typeof Nearness>;
export type NearGap = Gap & { readonly nearness: Nearness };

const daysAhead = 14;
const daysInSight = 120; // beyond the summer holidays, so that a long gap shows its end

/** The gaps that begin within the next fourteen days, or have begun. */
export function gapsAhead(roster: Roster, now: Instant, calendar: SchoolCalendar): readonly Gap[] {
  const from = toTheMinute(now);
  const edge = inDays(from, daysInSight);
  return gapsBetween(roster, { from, to: edge }, calendar)
    .filter((gap) => gap.from < inDays(from, daysAhead))
    .map((gap) => ({ from: gap.from, to: gap.to === edge ? null : gap.to }));
}

/**
 * Which gaps are to be warned about now. What lies within an earlier warning of this nearness, or a
 * nearer one, has been said; a gap that has grown since has not.
 */
export function warningsDue(
  gaps: readonly Gap[],
  warned: readonly NearGap[],
  now: Instant,
): readonly NearGap[] {
  return gaps
    .map((gap) => ({ ...gap, nearness: nearnessOf(gap, now) }))
    .filter((due) => !warned.some((before) => says(before, due)));
}

/** Warnings about what is no gap any more: should it open again, it is warned about again. */
export function outdatedWarnings<Warning extends Gap>(
  warned: readonly Warning[],
  gaps: readonly Gap[],
): readonly Warning[] {
  return warned.filter((before) => !gaps.some((gap) => overlap(before, gap)));
}

/** Who also hears of a desk's gaps: the body above it. Null: above it is only the operator. */
export function bodyAbove(kind: DeskKind, stage: Stage): DeskKind | null {
  switch (kind) {
    case "school":
      return nextBodies({ stage }).next;
    case "police":
    case "commune":
      return "department";
    case "department":
      return null;
  }
}

function nearnessOf({ from }: Gap, now: Instant): Nearness {
  if (from <= inDays(now, 1)) return "in-one-day";
  return from <= inDays(now, 3) ? "in-three-days" : "in-sight";
}

function says(before: NearGap, due: NearGap): boolean {
  const { options } = Nearness;
  const isAsNear = options.indexOf(before.nearness) >= options.indexOf(due.nearness);
  return isAsNear && before.from <= due.from && endOf(due) <= endOf(before);
}

function overlap(one: Gap, other: Gap): boolean {
  return one.from < endOf(other) && other.from < endOf(one);
}

function endOf({ to }: Gap): number {
  return to ?? Number.POSITIVE_INFINITY;
}

function inDays(from: Instant, days: number): Instant {
  return addMinutes(from, days * 24 * 60);
}
