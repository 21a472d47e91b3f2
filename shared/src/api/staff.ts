import { z } from "zod";
import { Channel, TurnOutcome } from "../alert.ts";
import { SkipReason } from "../alert-choice.ts";
import { Correction, CorrectionReason } from "../correction.ts";
import { DeskKind, SignedSheet } from "../directory.ts";
import { DeskId, MessageId, ReportId, StaffId } from "../ids.ts";
import { Envelope, Facts, Level, limits, Recipient, Sha256, sealedBytes } from "../report.ts";
import { Outcome, ReportStatus } from "../report-status.ts";
import { DeskRole } from "../staff.ts";
import { ReasonCode } from "../triage/rules.ts";
import { mostSignals, Signal } from "../triage/signals.ts";
import { SealedMessage } from "./reporter.ts";

const half = z.base64().length(44); // base64 of 32 bytes
const salt = z.base64().length(24); // base64 of 16 bytes
const oneTimeCode = z.string().regex(/^\d{6}$/);
const lockedIdentity = sealedBytes(1_024);
const deskKeyEnvelope = sealedBytes(1_024);
const email = z.email().max(200);
/** The highest message number that was opened before this person's eyes; 0 is the story. */
const readThrough = z.int().min(0);

/** POST /api/staff/invitations/open */
export const OpenInvitation = z.strictObject({ token: z.string().min(20).max(64) });
export const InvitationOpened = z.strictObject({
  staffName: z.string(),
  email: z.string(),
  desk: z.strictObject({ id: DeskId, name: z.string(), keyNumber: z.int(), recipient: Recipient }),
  deskKeyEnvelope: z.base64(), // sealed to the secret that stays in the link's fragment
});
export type InvitationOpened = z.infer<typeof InvitationOpened>;

/** POST /api/staff/invitations/accept : stores the locked key; answers the TOTP secret, once. */
export const AcceptInvitation = z.strictObject({
  token: z.string().min(20).max(64),
  salt,
  signInHalf: half,
  recipient: Recipient,
  lockedIdentity,
  deskKeyEnvelope, // now sealed to the member's own recipient
});
export const InvitationAccepted = z.strictObject({ totpUri: z.string(), totpSecret: z.string() });
export type InvitationAccepted = z.infer<typeof InvitationAccepted>;

/** POST /api/staff/invitations/confirm : the first one-time code; spends the invitation, signs in. */
export const ConfirmInvitation = z.strictObject({
  token: z.string().min(20).max(64),
  oneTimeCode,
});

/** POST /api/staff/sign-in/start : the salt of this e-mail (a stable invented one if unknown). */
export const StartSignIn = z.strictObject({ email });
export const SignInStarted = z.strictObject({ salt });

/** POST /api/staff/sign-in ; POST /api/staff/sign-out (204) */
export const SignIn = z.strictObject({ email, signInHalf: half, oneTimeCode });

/** GET /api/staff/me ; also the answer of sign-in and of confirming an invitation. */
export const Me = z.strictObject({
  id: StaffId,
  name: z.string(),
  email: z.string(),
  salt,
  recipient: Recipient,
  lockedIdentity: z.base64(),
  desks: z.array(
    z.strictObject({
      id: DeskId,
      kind: DeskKind,
      name: z.string(),
      role: DeskRole,
      keyNumber: z.int(),
      recipient: Recipient,
      deskKeyEnvelope: z.base64(),
    }),
  ),
});
export type Me = z.infer<typeof Me>;

/** GET /api/staff/reports : open reports of my desks, most urgent first; `closed=true` the last 100 closed. */
export const QueueQuery = z.strictObject({ closed: z.enum(["true", "false"]).default("false") });
export const QueueRow = z.strictObject({
  id: ReportId,
  schoolName: z.string(),
  level: Level,
  reasons: z.array(ReasonCode),
  correctedFor: CorrectionReason.nullable(), // why staff gave it this level; null: the rules gave it
  status: ReportStatus,
  ownerDesk: z.strictObject({ id: DeskId, name: z.string() }),
  myDeskId: DeskId, // through which of my desks I see it
  takenBy: z.string().nullable(), // a colleague's name
  takenByMe: z.boolean(),
  receivedAt: z.int(),
  acknowledgeBy: z.int().nullable(), // when the next rung hears; null once taken or closed
  unread: z.boolean(), // a reporter's message newer than the last staff reading or answer
  outcome: Outcome.nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;
export const Queue = z.strictObject({ now: z.int(), reports: z.array(QueueRow) });
export type Queue = z.infer<typeof Queue>;

/** GET /api/staff/reports/:reportId */
export const ReportParams = z.strictObject({ reportId: ReportId });
export const AlertTurn = z.object({
  channel: Channel,
  outcome: TurnOutcome,
  why: SkipReason.nullable().default(null), // of what was skipped
});
export const TimelineEntry = z.strictObject({
  at: z.int(),
  kind: z.string(),
  who: z.string().nullable(),
  desk: z.string().nullable(),
  correction: Correction.nullable(), // of the level, by whoever it was
  alert: AlertTurn.nullable(), // how calling somebody went
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const ReportDetail = QueueRow.extend({
  correctedBy: z.string().nullable(), // the name of the desk that gave it this level, as `correctedFor`
  submissionId: z.uuid(),
  facts: Facts,
  signals: z.array(Signal),
  /** The last message that staff had before them when they lowered or closed; 0 is the story. Null: nobody has. */
  judgedThrough: z.int().nullable(),
  recipient: Recipient,
  story: z.base64(),
  envelope: Envelope, // my desk's
  photos: z.array(z.strictObject({ sha256: Sha256, here: z.boolean() })),
  messages: z.array(SealedMessage),
  notes: z.array(
    z.strictObject({
      id: z.uuid(),
      who: z.string(),
      deskName: z.string(),
      sealed: z.base64(),
      at: z.int(),
    }),
  ),
  /** Of the report's school: the only place from which a browser takes a desk's name and key. */
  sheet: SignedSheet,
  /** Every desk that holds an envelope and has been told: internal notes are sealed to all of them. */
  toldDesks: z.array(z.strictObject({ id: DeskId, kind: DeskKind, name: z.string() })),
  /** Desks of this place to which the report may be handed over: never one that is accused or left out. */
  handOverDesks: z.array(
    z.strictObject({ id: DeskId, kind: DeskKind, name: z.string(), holdsEnvelope: z.boolean() }),
  ),
  timeline: z.array(TimelineEntry),
});
export type ReportDetail = z.infer<typeof ReportDetail>;

/** GET /api/staff/reports/:reportId/photos/:sha256 : the sealed bytes. */
export const ReportPhotoParams = z.strictObject({ reportId: ReportId, sha256: Sha256 });

/** POST /api/staff/reports/:reportId/take (no body), /notes, /messages, /hand-over, /close, /level : 204; /signals : 200. */
export const WriteNote = z.strictObject({
  noteId: z.uuid(),
  sealed: sealedBytes(limits.sealedTextBytes),
});
export const WriteMessage = z.strictObject({
  messageId: MessageId,
  sealed: sealedBytes(limits.sealedTextBytes),
});
export const HandOver = z.strictObject({
  toDeskId: DeskId,
  envelope: Envelope.nullable(), // sealed by this browser when that desk holds none yet
});
/**
 * Another level, for a reason. 204 when it has that level already. 409 `not-now` when it no longer
 * has the level that the person saw, and for lowering also when the reporter has written since;
 * 409 `desks-changed` (as for reporters) names the desks still without an envelope.
 */
export const CorrectLevel = z.strictObject({
  from: Level, // what the person saw
  level: Level,
  reason: CorrectionReason,
  readThrough, // when lowering
  keeps: z.boolean(), // raising: whoever holds the report and raises it holds on to it
  envelopes: z.array(Envelope).max(limits.desks), // sealed by this browser
});
export type CorrectLevel = z.infer<typeof CorrectLevel>;
/** What a reporter's text says on reading it again, here, unsealed: it may raise the level. */
export const ReadAgain = z.strictObject({
  messageId: MessageId.nullable(), // null: the story
  signals: z.array(Signal).min(1).max(mostSignals),
  envelopes: z.array(Envelope).max(limits.desks),
});
export type ReadAgain = z.infer<typeof ReadAgain>;
/** What that came to. `raised` is true when this very request raised the report. */
export const ReadingTaken = z.strictObject({ raised: z.boolean(), level: Level });
export type ReadingTaken = z.infer<typeof ReadingTaken>;
/** 409 `not-now` when the reporter has written beyond what this person has read. */
export const Close = z.strictObject({ outcome: Outcome, readThrough });
export type Close = z.infer<typeof Close>;
export type HandOver = z.infer<typeof HandOver>;
