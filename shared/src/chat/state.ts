import { z } from "zod";
import { MessageId, SchoolId, SubmissionId } from "../ids.ts";
import {
  Accused,
  Category,
  DangerNow,
  Envelope,
  Facts,
  limits,
  Recipient,
  Sha256,
  sealedBytes,
} from "../report.ts";
import { Help } from "../triage/help.ts";
import { mostSignals, Signal } from "../triage/signals.ts";
import { Following, mostFollowings, mostOffered, Purpose } from "./phrase.ts";

/** One bubble of the story, sealed as it arrived. The first is sealed as a story too. */
export const Piece = z.strictObject({
  messageId: MessageId,
  story: sealedBytes(limits.sealedTextBytes).nullable(),
  message: sealedBytes(limits.sealedTextBytes),
});
export type Piece = z.infer<typeof Piece>;

/** A report that is being told: sealed bytes, ids and closed lists, as a phone would keep them. */
export const Draft = z.strictObject({
  submissionId: SubmissionId,
  schoolId: SchoolId,
  facts: Facts,
  signals: z.array(Signal).max(mostSignals),
  recipient: Recipient,
  receipt: z.strictObject({ finderHash: Sha256, envelope: sealedBytes(limits.envelopeBytes) }),
  envelopes: z.array(Envelope).min(1).max(limits.desks),
  isGiven: z.boolean(), // the receipt has reached the person
  pieces: z.array(Piece), // those that have not been sent
  isSent: z.boolean(), // it was an emergency: what follows goes after it, piece by piece
  told: z.int().min(0).default(0), // pieces in all
  /** They have been asked whether they want to stop. `pressing`: somebody may be in danger. */
  stopAsked: z.enum(["calm", "pressing"]).nullable().default(null),
});
export type Draft = z.infer<typeof Draft>;

/** Whether somebody was chosen to be in danger now. */
export function isDangerNow({ danger }: Pick<Facts, "danger">): boolean {
  return danger === "me" || danger === "someone";
}

const about = { schoolId: SchoolId };

/** Where a conversation stands. Codes only. */
export const Stage = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("menu") }),
  z.strictObject({ at: z.literal("ask-school"), purpose: Purpose }),
  z.strictObject({
    at: z.literal("choose-school"),
    purpose: Purpose,
    schools: z.array(SchoolId).min(1).max(mostOffered),
  }),
  z.strictObject({ at: z.literal("choose-topic"), ...about }),
  z.strictObject({
    at: z.literal("choose-unfollow"),
    followings: z.array(Following).min(1).max(mostFollowings),
  }),
  z.strictObject({ at: z.literal("warned") }),
  z.strictObject({ at: z.literal("ask-danger"), ...about }),
  z.strictObject({ at: z.literal("ask-matter"), ...about, danger: DangerNow }),
  z.strictObject({
    at: z.literal("ask-accused"),
    ...about,
    danger: DangerNow,
    category: Category,
  }),
  z.strictObject({
    at: z.literal("ask-when"),
    ...about,
    danger: DangerNow,
    category: Category,
    accused: Accused.nullable(),
  }),
  z.strictObject({ at: z.literal("making-receipt"), ...about, facts: Facts }),
  z.strictObject({ at: z.literal("telling"), draft: Draft }),
]);
export type Stage = z.infer<typeof Stage>;

export const ChatState = z.strictObject({
  stage: Stage,
  /** The danger that was answered last, so that nobody is told the same on every bubble. */
  answered: z.strictObject({ help: Help, at: z.int() }).nullable(),
  /** When the person asked for a human: we are quiet for a while, or until they want something of us. */
  askedHumanAt: z.int().nullable(),
});
export type ChatState = z.infer<typeof ChatState>;

/** Whether something happens here when the person says nothing more. */
export function isAwaited(stage: Stage): boolean {
  return stage.at === "telling" || isDangerUnsent(stage);
}

/** Whether a danger was chosen, and the questions are not yet at an end: no desk can hear of it. */
export function isDangerUnsent(stage: Stage): boolean {
  if (stage.at === "making-receipt") return isDangerNow(stage.facts);
  return "danger" in stage && isDangerNow(stage);
}

/**
 * Whether this must reach the desks although nobody says so any more: words that were told, or a
 * danger that was chosen. What they may have wanted to stop goes only if it is pressing.
 */
export function isToBeSent({ pieces, isSent, facts, stopAsked }: Draft): boolean {
  if (stopAsked === "calm" && !isSent) return false;
  return pieces.length > 0 || (!isSent && isDangerNow(facts));
}

export const freshState: ChatState = {
  stage: { at: "menu" },
  answered: null,
  askedHumanAt: null,
};

/** A conversation is forgotten after this silence. What was told and not sent is sent before. */
export const forgottenAfterMinutes = 30;
export const sentAfterMinutes = 10;
export const humanForMinutes = 30;
