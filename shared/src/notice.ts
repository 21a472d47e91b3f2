import { z } from "zod";
import { DeskId } from "./ids.ts";
import { Instant } from "./time.ts";

const Gap = z.strictObject({ from: Instant, to: Instant.nullable() });

/** As many gaps as a notice spells out; beyond these it gives their number. */
export const mostGapsNamed = 3;

/**
 * What a member of staff is told besides alerts, as codes: nothing here is about a report. The
 * words are the server's, and are put together when it is sent.
 */
export const Notice = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("roster-gaps"),
    deskId: DeskId,
    isOwnDesk: z.boolean(), // false: the reader sits at the body above
    gaps: z.array(Gap).min(1).max(mostGapsNamed),
    more: z.int().min(0),
  }),
  z.strictObject({
    kind: z.enum(["duty-begins", "duty-ends"]), // a cover puts the reader on duty, or takes them off
    deskId: DeskId,
    from: Instant,
    to: Instant,
  }),
  z.strictObject({ kind: z.literal("plan-changed"), deskId: DeskId }),
]);
export type Notice = z.infer<typeof Notice>;
