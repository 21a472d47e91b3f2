import { AlarmSubject, Channel } from "@truong-an/shared/alert";
import { Heard } from "@truong-an/shared/chat/heard";
import { Phrase } from "@truong-an/shared/chat/phrase";
import {
  BroadcastId,
  BulletinId,
  DeskId,
  GroupChangeId,
  GroupId,
  ReportId,
  SchoolId,
  StaffId,
} from "@truong-an/shared/ids";
import { Notice } from "@truong-an/shared/notice";
import { z } from "zod";

const ZaloUserId = z.string().min(1).max(64);
const ZaloGroupId = z.string().min(1).max(64);

/** The timetable adds a field of its own to what it queues. */
const byTheClock = z.object({});

/** Every job by name, with what it is given: ids and codes, never words. */
export const payloads = {
  /** One desk has been told: call everyone on duty there. */
  "call-desk": z.strictObject({ reportId: ReportId, deskId: DeskId, round: z.int() }),
  /** One person is called: by what can work now, or on a later turn by those that were silent. */
  "deliver-alert": z.strictObject({
    reportId: ReportId,
    deskId: DeskId,
    staffId: StaffId,
    round: z.int(),
    channels: z.array(Channel).min(1).optional(),
    turn: z.int().min(0).default(0),
  }),
  /** A person did something in the chat: codes, and their words only as sealed bytes. */
  converse: z.strictObject({
    userId: ZaloUserId,
    key: z.string().regex(/^[0-9a-f]{64}$/), // the event's own: it is answered once
    eventAt: z.int(),
    did: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("heard"),
        heard: Heard,
        piece: z.base64().nullable(), // the words, sealed, when a story is being told; sealed to our own key again
        found: z.strictObject({ schools: z.array(SchoolId), isMore: z.boolean() }),
      }),
      z.strictObject({ kind: z.literal("human-answered") }),
      z.strictObject({ kind: z.literal("left") }),
    ]),
  }),
  /** A person says that they have received an alert; null: whatever they were called about last. */
  "acknowledge-alert": z.strictObject({
    userId: z.string().max(64),
    alert: z.string().max(64).nullable(),
    via: z.enum(["oa", "bot"]).optional(), // whose id it is; the Official Account's unless said
  }),
  /** A person sent a one-time code: if it is a member's, this account is theirs. */
  "link-zalo": z.strictObject({
    userId: z.string().max(64),
    codeHash: z.string().regex(/^[0-9a-f]{64}$/),
    via: z.enum(["oa", "bot"]).optional(),
  }),
  /** Nobody at this desk can be reached: the next rung does not wait for the clock. */
  "climb-past": z.strictObject({ reportId: ReportId, deskId: DeskId }),
  /** A letter to the operator; without `to`, one to each of them. */
  "tell-operator": z.strictObject({
    subject: AlarmSubject,
    isOver: z.boolean(),
    to: z.int().min(0).optional(), // which of the addresses in the settings
  }),
  /** One short answer by the Zalo Bot. */
  "answer-by-bot": z.strictObject({
    chatId: z.string().max(64),
    what: z.enum([
      "linked",
      "wrong-code",
      "too-many-codes",
      "someone-elses",
      "acknowledged",
      "nothing-to-acknowledge",
      "who-we-are",
    ]),
  }),
  /** A worker has started: the Bot's updates are to come to our address. */
  "register-bot": z.strictObject({}),
  /** A member wants to see whether a channel reaches them. */
  "try-channel": z.strictObject({ staffId: StaffId, channel: Channel }),
  /** What Zalo says of our account: quota, template, package. */
  "look-at-zalo": z.strictObject({}),
  /** The deadline of a rung: climb, unless somebody has taken the report. */
  escalate: z.strictObject({ reportId: ReportId }),
  /** One member of staff is told something that is not about a report. */
  "notify-member": z.strictObject({ staffId: StaffId, notice: Notice }),
  /** The same to an operator: which of those in the settings. */
  "notify-operator": z.strictObject({ operator: z.int().min(0), notice: Notice }),
  /** Looks for gaps in one desk's roster, and warns of those that are new or nearer. */
  "watch-roster": z.strictObject({ deskId: DeskId }),
  /** The daily round: every desk that has a roster. */
  "watch-rosters": byTheClock,
  /** A person wants everything deleted that we keep of them. */
  "forget-person": z.strictObject({ userId: ZaloUserId }),
  /** The questions are answered: make the receipt and the report's key, in memory. */
  "give-receipt": z.strictObject({ userId: ZaloUserId }),
  /** The Official Account says something to one person. */
  say: z.strictObject({ userId: ZaloUserId, phrase: Phrase }),
  /**
   * What has been told in the chat goes to the desks. Its teller is named under our own seal, and once
   * something has gone not even so.
   */
  "send-draft": z.strictObject({
    person: z.string().regex(/^[0-9a-f]{64}$/), // the name of the conversation
    teller: z.base64().nullable(), // whom to tell that it is done; null: nobody
    isFinished: z.boolean(),
    afterSilence: z.boolean(),
  }),
  /** A bulletin has come out: tell the next of those who asked to hear. */
  "announce-bulletin": z.strictObject({ bulletinId: BulletinId }),
  /** One person who asked the Mini App for notices is sent one. */
  "send-notice": z.strictObject({ bulletinId: BulletinId, miniUserId: ZaloUserId }),
  /** While Zalo takes no notice for anybody: whether it does again. */
  "resume-notices": byTheClock,
  /** Who took back a consent to notices is forgotten after a while. */
  "sweep-notices": byTheClock,
  /** Somebody wants notices, or no more: ask Zalo who it is. The token is sealed to our own key. */
  "confirm-notice": z.strictObject({
    sealedToken: z.base64(),
    schoolId: SchoolId,
    wanted: z.boolean(),
    askedAt: z.int(),
  }),
  /** Old conversations and events are dropped. */
  "sweep-chat": byTheClock,
  /** A bulletin goes into its groups, a batch at a time. */
  "broadcast-bulletin": z.strictObject({ broadcastId: BroadcastId }),
  /** One thing that was asked of a Zalo group. */
  "change-group": z.strictObject({ changeId: GroupChangeId }),
  /** What Zalo says of one group. */
  "read-group": z.strictObject({ zaloGroupId: ZaloGroupId }),
  /** Our list of groups against Zalo's, and what pays for them. */
  "sync-groups": byTheClock,
  /** One lead hears that nothing will pay for a group any more, so many days from now. */
  "warn-of-lapse": z.strictObject({ groupId: GroupId, staffId: StaffId, days: z.int() }),
  /** Whose groups will soon have nothing that pays for them. */
  "watch-assets": byTheClock,
} as const;

export type JobName = keyof typeof payloads;
export type Payload<Name extends JobName> = z.infer<(typeof payloads)[Name]>;

/** What a job was given, checked. Throws when it does not fit: an older release may have queued it. */
export function payloadOf<Name extends JobName>(name: Name, given: unknown): Payload<Name> {
  const schemas: { readonly [Each in JobName]: z.ZodType<Payload<Each>> } = payloads;
  return schemas[name].parse(given);
}
