import { DeskKind, type Place, Stage } from "@truong-an/shared/directory";
import { DeskId, SchoolId } from "@truong-an/shared/ids";
import { Accused, Category, DangerNow, type Facts, When, Writer } from "@truong-an/shared/report";
import { standardClocks } from "@truong-an/shared/routing/clocks";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { type Instant, instant } from "@truong-an/shared/time";
import { Signal } from "@truong-an/shared/triage/signals";
import fc from "fast-check";

/** A pupil's ordinary report: teased by peers some days ago. Overrides tell the rest. */
export function factsWith(overrides: Partial<Facts> = {}): Facts {
  return {
    danger: "no",
    categories: ["bullying"],
    accused: "peer",
    when: "days",
    writer: "unsaid",
    wantsPolice: false,
    excluded: null,
    ...overrides,
  };
}

/** One desk of each kind, with ids that a failing test can be read by. */
export const desks: Record<DeskKind, DeskId> = {
  school: deskNumber(1),
  police: deskNumber(2),
  commune: deskNumber(3),
  department: deskNumber(4),
};

export function placeOf(stage: Stage): Place {
  return {
    schoolId: SchoolId.parse("00000000-0000-4000-8000-000000000100"),
    stage,
    desks: DeskKind.options.map((kind) => ({ id: desks[kind], kind })),
  };
}

export function kindsOf(ids: readonly DeskId[]): readonly (DeskKind | undefined)[] {
  return ids.map((id) => DeskKind.options.find((kind) => desks[kind] === id));
}

/** A moment by the clock on the wall in Viet Nam: `at("2026-03-02 08:30")`. */
export function at(local: string): Instant {
  return instant(Date.parse(`${local.replace(" ", "T")}:00+07:00`));
}

export const mondayMorning = at("2026-03-02 08:30");

/** The usual deadlines and free days, from this moment. */
export function timingAt(now: Instant) {
  return { now, clocks: standardClocks, calendar: vietnamHolidays };
}

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  danger: fc.constantFrom(...DangerNow.options),
  categories: fc.array(fc.constantFrom(...Category.options), { minLength: 1, maxLength: 4 }),
  accused: fc.constantFrom(...Accused.options, null),
  when: fc.constantFrom(...When.options, null),
  writer: fc.constantFrom(...Writer.options),
  wantsPolice: fc.boolean(),
  excluded: fc.constantFrom(...DeskKind.options, null),
});

export const anySignals = fc.array(fc.constantFrom(...Signal.options), { maxLength: 4 });
export const anySignal = fc.constantFrom(...Signal.options);
export const anyStage = fc.constantFrom(...Stage.options);
export const anyInstant = fc
  .integer({ min: at("2026-01-01 00:00"), max: at("2028-12-31 23:59") })
  .map(instant);

function deskNumber(number: number): DeskId {
  return DeskId.parse(`00000000-0000-4000-8000-00000000000${number}`);
}
