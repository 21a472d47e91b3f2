import {
  type DutyDays,
  mostPatterns,
  type Pattern,
  type Plan,
} from "@truong-an/shared/duty/roster";
import { StaffId } from "@truong-an/shared/ids";

export type PlanChange =
  | { readonly kind: "add"; readonly pattern: Pattern }
  | { readonly kind: "remove"; readonly index: number }
  | { readonly kind: "otherwise"; readonly otherwise: Plan["otherwise"] }
  | { readonly kind: "summer"; readonly summer: Plan["summer"] }
  | { readonly kind: "day-and-night"; readonly day: StaffId; readonly night: StaffId };

/** A plan while a lead is at it: nothing is sent before it is saved whole. */
export function changePlan(plan: Plan, change: PlanChange): Plan {
  switch (change.kind) {
    case "add":
      return isFull(plan) ? plan : { ...plan, patterns: [...plan.patterns, change.pattern] };
    case "remove":
      return { ...plan, patterns: plan.patterns.toSpliced(change.index, 1) };
    case "otherwise":
      return { ...plan, otherwise: change.otherwise };
    case "summer":
      return { ...plan, summer: change.summer };
    case "day-and-night":
      return {
        ...plan,
        patterns: [turn(change.day, 7, 19), turn(change.night, 19, 7)],
        otherwise: "nobody",
      };
  }
}

export function isFull(plan: Plan): boolean {
  return plan.patterns.length >= mostPatterns;
}

export const everyWeekday = [1, 2, 3, 4, 5, 6, 7] as const;

function turn(staffId: StaffId, from: number, to: number): Pattern {
  const weekdays = [...everyWeekday];
  return { staffId, weekdays, from: from * 60, to: to * 60, days: "every-day" };
}

/** A turn as a person fills it in. */
export type TurnDraft = {
  readonly staffId: string;
  readonly weekdays: readonly number[];
  readonly from: string; // "07:00"
  readonly to: string;
  readonly days: DutyDays;
};

export const emptyTurn: TurnDraft = {
  staffId: "",
  weekdays: [1, 2, 3, 4, 5],
  from: "07:00",
  to: "17:00",
  days: "every-day",
};

export type TurnRead =
  | { readonly kind: "turn"; readonly pattern: Pattern }
  | { readonly kind: "needPerson" | "needWeekday" | "needTime" };

/** The turn, or the first thing that it lacks. */
export function readTurn(draft: TurnDraft): TurnRead {
  const person = StaffId.safeParse(draft.staffId);
  const from = minutesIn(draft.from);
  const to = minutesIn(draft.to);
  if (!person.success) return { kind: "needPerson" };
  if (draft.weekdays.length === 0) return { kind: "needWeekday" };
  if (from === undefined || to === undefined) return { kind: "needTime" };
  const weekdays = [...draft.weekdays].sort();
  return { kind: "turn", pattern: { staffId: person.data, weekdays, from, to, days: draft.days } };
}

function minutesIn(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** "1/6" as a person writes it, "06-01" as it is kept; undefined when it is no day of a year. */
export function monthDayOf(written: string): string | undefined {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(written) ?? [];
  const date = `${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const at = new Date(`2028-${date}T00:00:00Z`); // a leap year: 29/2 is a day
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === date;
  return isReal ? date : undefined;
}
