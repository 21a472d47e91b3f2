import type { DutySheet } from "@truong-an/shared/api/duty";
import type { Me } from "@truong-an/shared/api/staff";
import { type Gap, gapsAhead } from "@truong-an/shared/duty/gaps";
import type { OnDuty } from "@truong-an/shared/duty/on-duty";
import { mayChangeDuty } from "@truong-an/shared/duty/rights";
import type { Plan, Roster } from "@truong-an/shared/duty/roster";
import { type Shift, shiftsBetween } from "@truong-an/shared/duty/shifts";
import type { DeskId, StaffId } from "@truong-an/shared/ids";
import {
  addMinutes,
  type Instant,
  type SchoolCalendar,
  toTheDay,
  toTheMinute,
} from "@truong-an/shared/time";
import { dutyText, namesInWords } from "../text/duty-vi.ts";

/** Everything that the page's parts ask of a roster, reckoned once a minute. */
export type RosterView = {
  readonly deskId: DeskId;
  readonly sheet: DutySheet;
  readonly roster: Roster;
  readonly calendar: SchoolCalendar;
  readonly now: Instant; // without seconds
  readonly shifts: readonly Shift[]; // from now on, of fourteen days
  readonly gaps: readonly Gap[];
  readonly me: StaffId;
  readonly isLead: boolean;
  readonly nameOf: (staffId: StaffId) => string;
};

const daysInSight = 14;

export function rosterViewOf(
  sheet: DutySheet,
  me: Pick<Me, "id">,
  desk: Me["desks"][number],
  at: Instant,
): RosterView {
  const now = toTheMinute(at);
  const members = sheet.members.map(({ id }) => id);
  const roster = { ...sheet.plan, members, covers: sheet.covers, absences: sheet.absences };
  const calendar = { holidays: new Set(sheet.holidays) };
  const span = { from: now, to: addMinutes(toTheDay(now), daysInSight * 24 * 60) };
  const names = new Map(sheet.members.map(({ id, name }) => [id, name]));
  return {
    deskId: desk.id,
    sheet,
    roster,
    calendar,
    now,
    shifts: shiftsBetween(roster, span, calendar),
    gaps: gapsAhead(roster, now, calendar),
    me: me.id,
    isLead: mayChangeDuty(desk.role, "plan", "other"),
    nameOf: (staffId) => names.get(staffId) ?? dutyText.someone,
  };
}

/** The gaps that a plan not yet saved would leave. */
export function gapsOfPlan({ roster, now, calendar }: RosterView, plan: Plan): readonly Gap[] {
  return gapsAhead({ ...roster, ...plan }, now, calendar);
}

/** "Bình (trực thay Hạnh) và Lan". */
export function peopleInWords(people: readonly OnDuty[], nameOf: RosterView["nameOf"]): string {
  return namesInWords(
    people.map(({ staffId, insteadOf }) => {
      const name = nameOf(staffId);
      if (insteadOf.length === 0) return name;
      return `${name} (${dutyText.now.insteadOf(namesInWords(insteadOf.map(nameOf)))})`;
    }),
  );
}
