import { z } from "zod";
import {
  addMinutes,
  addSchoolDays,
  type Instant,
  type SchoolCalendar,
  toTheMinute,
} from "../time.ts";

/** A duration on the wall clock, or in school days (holidays and nights do not count). */
export const Clock = z.union([
  z.strictObject({ minutes: z.number().positive() }),
  z.strictObject({ schoolDays: z.int().positive() }),
]);
export type Clock = z.infer<typeof Clock>;

const LevelClocks = z.strictObject({
  /** When the second rung hears, and the third, if nobody has taken the report. */
  secondRung: Clock,
  thirdRung: Clock,
  /** How often everyone is told again once the ladder has no further rung. */
  repeat: Clock,
});

type LevelClocks = z.infer<typeof LevelClocks>;

/** Every deadline of a deployment. A province may set its own; these are configuration, not law. */
export const Clocks = z.strictObject({
  emergency: LevelClocks,
  high: LevelClocks,
  normal: LevelClocks,
  low: LevelClocks,
  not_a_report: LevelClocks,
});
export type Clocks = z.infer<typeof Clocks>;

/** The deadlines that hold unless a province sets its own: our service levels ("Levels and clocks"). */
export const standardClocks: Clocks = {
  emergency: {
    secondRung: { minutes: 5 }, // P0: a person answers within 5 minutes, day and night; else the next body
    thirdRung: { minutes: 15 }, // P0: the province at 15 minutes
    repeat: { minutes: 5 }, // P0: the same 5 minutes, for as long as nobody answers
  },
  high: {
    secondRung: { minutes: 120 }, // P1: a person within 2 hours, evenings included; else the next body
    thirdRung: { minutes: 360 }, // P1: above it at 6 hours, half of the 12 hours of NĐ 56/2017 art. 26
    repeat: { minutes: 120 },
  },
  normal: {
    secondRung: { schoolDays: 1 }, // P2: a person within 1 school day
    thirdRung: { schoolDays: 3 }, // P2: first action within 3 school days
    repeat: { schoolDays: 1 },
  },
  low: {
    secondRung: { schoolDays: 3 }, // P3: acknowledged within 3 school days
    thirdRung: { schoolDays: 5 },
    repeat: { schoolDays: 3 },
  },
  not_a_report: {
    secondRung: { schoolDays: 5 }, // kept and shown last: somebody looks once a school week
    thirdRung: { schoolDays: 10 },
    repeat: { schoolDays: 5 },
  },
};

const shortestCoarseMinutes = 2;

/**
 * From when a level's clocks are counted: from the minute, so that its deadlines tell no more of
 * when a report came than the minute. Only a deployment with clocks too short for that counts
 * from the moment itself.
 */
export function countedFrom(now: Instant, level: LevelClocks): Instant {
  const { secondRung } = level;
  const isShort = "minutes" in secondRung && secondRung.minutes < shortestCoarseMinutes;
  return isShort ? now : toTheMinute(now);
}

/** When a clock that starts at `from` runs out. */
export function after(from: Instant, clock: Clock, calendar: SchoolCalendar): Instant {
  return "minutes" in clock
    ? addMinutes(from, clock.minutes)
    : addSchoolDays(from, clock.schoolDays, calendar);
}
