import { Channel } from "@truong-an/shared/alert";
import { DeskId, ReportId, StaffId } from "@truong-an/shared/ids";
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
} as const;

export type JobName = keyof typeof payloads;
export type Payload<Name extends JobName> = z.infer<(typeof payloads)[Name]>;

/** What a job was given, checked. Throws when it does not fit: an older release may have queued it. */
export function payloadOf<Name extends JobName>(name: Name, given: unknown): Payload<Name> {
  const schemas: { readonly [Each in JobName]: z.ZodType<Payload<Each>> } = payloads;
  return schemas[name].parse(given);
}
