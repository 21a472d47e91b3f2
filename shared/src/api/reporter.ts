import { z } from "zod";
import { SignedSheet } from "../directory.ts";
import { MessageId, SubmissionId } from "../ids.ts";
import {
  Envelope,
  Level,
  limits,
  Recipient,
  SealedReport,
  SentSignals,
  Sha256,
  sealedBytes,
} from "../report.ts";
import { ReportStatus } from "../report-status.ts";
import { Author } from "../thread.ts";
import { RefusalBody } from "./refusal.ts";

/** GET /api/reporter/puzzle : an altcha v1 challenge, to be solved before sending. */
export const Puzzle = z.object({
  algorithm: z.string(),
  challenge: z.string(),
  maxnumber: z.int(),
  salt: z.string(),
  signature: z.string(),
});
export type Puzzle = z.infer<typeof Puzzle>;

/** POST /api/reporter/reports . `puzzle` is the solved challenge (altcha's base64 payload) or null. */
export const SendReport = z.strictObject({
  report: SealedReport,
  puzzle: z.string().max(2_048).nullable(),
});
export type SendReport = z.infer<typeof SendReport>;

/** Sent for the first time or again: the same answer, with the photos that are still missing. */
export const ReportAccepted = z.strictObject({
  level: Level, // so that the phone can show the right help; reasons stay with the desks
  photosWanted: z.array(Sha256),
});
export type ReportAccepted = z.infer<typeof ReportAccepted>;

/** 409 `desks-changed`: the desks that must be able to read, and nobody else. */
export const DesksChanged = RefusalBody.extend({
  sheet: SignedSheet,
  desks: z.array(z.uuid()),
});
export type DesksChanged = z.infer<typeof DesksChanged>;

/** PUT /api/reporter/photos/:sha256 : the sealed bytes, as application/octet-stream; 204. */
export const PhotoParams = z.strictObject({ sha256: Sha256 });

/** The finding half of the receipt, base64 of 32 bytes. It travels in bodies only. */
export const Finder = z.base64().length(44);

/** POST /api/reporter/threads/open */
export const OpenThread = z.strictObject({ finder: Finder });

export const SealedMessage = z.strictObject({
  id: MessageId,
  number: z.int(),
  author: Author,
  deskName: z.string().nullable(), // which body answers; never which person
  sealed: z.base64(),
  photos: z.array(z.strictObject({ sha256: Sha256, here: z.boolean() })),
  sentAt: z.int(),
});
export type SealedMessage = z.infer<typeof SealedMessage>;

export const ReporterThread = z.strictObject({
  submissionId: SubmissionId, // the receipt's envelope must name it
  schoolName: z.string(),
  status: ReportStatus,
  level: Level,
  receivedAt: z.int(), // to the minute while open, to the day once closed
  toldDesks: z.array(z.string()), // names of the bodies that have been told
  readers: z.int(), // how many people have read it: no names
  recipient: Recipient,
  story: z.base64(),
  receiptEnvelope: z.base64(),
  photosWanted: z.array(Sha256),
  messages: z.array(SealedMessage),
});
export type ReporterThread = z.infer<typeof ReporterThread>;

/** POST /api/reporter/threads/messages . The same id again is the same message. */
export const SendMessage = z.strictObject({
  finder: Finder,
  messageId: MessageId,
  sealed: sealedBytes(limits.sealedTextBytes),
  photos: z.array(Sha256).max(limits.photos),
  signals: SentSignals,
  dangerNow: z.boolean(), // ticked by the writer: raises the report to an emergency
  envelopes: z.array(Envelope).max(limits.desks), // for desks that a higher level adds
});
export type SendMessage = z.infer<typeof SendMessage>;

export const MessageAccepted = z.strictObject({ level: Level, photosWanted: z.array(Sha256) });
export type MessageAccepted = z.infer<typeof MessageAccepted>;

/** POST /api/reporter/threads/photo : answers the sealed bytes. */
export const FetchPhoto = z.strictObject({ finder: Finder, sha256: Sha256 });
