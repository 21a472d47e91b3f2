import { z } from "zod";
import { Channel, TurnOutcome } from "../alert.ts";
import { SkipReason } from "../alert-choice.ts";

/** What a channel can do for this member now. */
const Usable = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("works") }),
  z.strictObject({ kind: z.literal("closing"), at: z.int() }), // the window after the last word to the account
  z.strictObject({ kind: z.literal("skipped"), why: SkipReason, until: z.int().nullable() }),
]);
export type Usable = z.infer<typeof Usable>;

/** The last test alert: how it ended, or null while it is under way. */
const Trial = z.strictObject({
  askedAt: z.int(),
  outcome: TurnOutcome.nullable(),
  code: z.string().nullable(),
});

/** GET /api/staff/my-channels : how this member is called. */
export const MyChannels = z.strictObject({
  now: z.int(),
  channels: z.array(
    z.strictObject({
      channel: Channel,
      address: z.string().nullable(), // a phone number or e-mail; an account's id stays with us
      isLinked: z.boolean(),
      usable: Usable,
      trial: Trial.nullable(),
    }),
  ),
  usual: z.array(Channel), // in the order of trying
  urgent: z.array(Channel), // the same for emergencies and urgent reports
  oaLink: z.string().nullable(), // where to write to the Official Account
});
export type MyChannels = z.infer<typeof MyChannels>;
export type MyChannel = MyChannels["channels"][number];

/** POST /api/staff/my-channels/link-code : a one-time code; the one before it is worth nothing now. */
export const LinkCode = z.strictObject({ code: z.string(), expiresAt: z.int() });
export type LinkCode = z.infer<typeof LinkCode>;

/** POST /api/staff/my-channels/unlink : 204. 409 `not-now` when no other channel is left. */
export const Unlink = z.strictObject({ channel: z.enum(["oa-message", "bot"]) });

/** POST /api/staff/my-channels/address : 204; null takes the channel away, `not-now` as above. 422 `bad-address`. */
export const ChannelAddress = z.strictObject({
  channel: z.enum(["zns", "email"]),
  address: z.string().min(1).max(200).nullable(), // as a person writes it
});
export type ChannelAddress = z.infer<typeof ChannelAddress>;

/** POST /api/staff/my-channels/order : 204. Exactly the member's channels, each once. */
export const ChannelOrder = z.strictObject({
  urgent: z.boolean(),
  channels: z.array(Channel).min(1).max(Channel.options.length),
});
export type ChannelOrder = z.infer<typeof ChannelOrder>;

/** POST /api/staff/my-channels/try : 204; how it went stands in `trial`. One at a time. */
export const TryChannel = z.strictObject({ channel: Channel });

/** GET /api/staff/status : how the ways to reach people fare. Nothing secret is in it. */
export const Status = z.strictObject({
  now: z.int(),
  channels: z.array(
    z.strictObject({
      channel: Channel,
      state: z.enum(["works", "failing", "not-configured"]),
      failingSince: z.int().nullable(),
      lastDeliveredAt: z.int().nullable(),
      code: z.string().nullable(), // of the failure, as the other side says it
    }),
  ),
  zalo: z.strictObject({
    lookedAt: z.int().nullable(),
    tokenHoursLeft: z.int().nullable(),
    isTokenRefused: z.boolean(),
    znsRemaining: z.int().nullable(),
    znsDaily: z.int().nullable(),
    packageName: z.string().nullable(),
    packageValidThrough: z.string().nullable(),
  }),
  desksWithGaps: z.int(), // in the next fortnight, by the warnings that still stand
  groupsLapsing: z.int(), // Zalo groups whose asset soon ends, by `lapseHorizonDays`, and does not renew itself
  overdueJobs: z.int(),
  overdueReports: z.int(),
  peopleAlarmAt: z.int().nullable(), // when somebody on duty could last be reached by nothing
});
export type Status = z.infer<typeof Status>;
