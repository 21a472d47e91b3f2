import { Channel } from "@truong-an/shared/alert";
import { DeskId, ReportId, StaffId } from "@truong-an/shared/ids";
import { Notice } from "@truong-an/shared/notice";
import { z } from "zod";

/** Every job by name, with what it is given: ids and codes, never words. */
export const payloads = {
  /** One desk has been told: call everyone on duty there. */
  "call-desk": z.strictObject({ reportId: ReportId, deskId: DeskId, round: z.int() }),
  /** One person is called, by these channels in turn. */
  "deliver-alert": z.strictObject({
    reportId: ReportId,
    deskId: DeskId,
    staffId: StaffId,
    round: z.int(),
    channels: z.array(Channel).min(1),
  }),
  /** The deadline of a rung: climb, unless somebody has taken the report. */
  escalate: z.strictObject({ reportId: ReportId }),
  /** One member of staff is told something that is not about a report. */
  "notify-member": z.strictObject({ staffId: StaffId, notice: Notice }),
  /** The same to an operator: which of those in the settings. */
  "notify-operator": z.strictObject({ operator: z.int().min(0), notice: Notice }),
  /** Looks for gaps in one desk's roster, and warns of those that are new or nearer. */
  "watch-roster": z.strictObject({ deskId: DeskId }),
  /** The daily round: every desk that has a roster. The timetable adds a field of its own. */
  "watch-rosters": z.object({}),
} as const;

export type JobName = keyof typeof payloads;
export type Payload<Name extends JobName> = z.infer<(typeof payloads)[Name]>;

/** What a job was given, checked. Throws when it does not fit: an older release may have queued it. */
export function payloadOf<Name extends JobName>(name: Name, given: unknown): Payload<Name> {
  const schemas: { readonly [Each in JobName]: z.ZodType<Payload<Each>> } = payloads;
  return schemas[name].parse(given);
}
