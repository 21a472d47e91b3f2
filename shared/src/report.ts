import { z } from "zod";
import { DeskKind } from "./directory.ts";
import { DeskId, SchoolId, SubmissionId } from "./ids.ts";
import { mostSignals, Signal } from "./triage/signals.ts";

/** How urgent a report is, most urgent first. Clocks: `routing/clocks.ts`. */
export const Level = z.enum(["emergency", "high", "normal", "low", "not_a_report"]);
export type Level = z.infer<typeof Level>;

export const Category = z.enum([
  "bullying",
  "physical_violence",
  "sexual_abuse_harassment",
  "self_harm_suicide",
  "weapon",
  "threat",
  "extortion",
  "drugs_stimulants",
  "vaping_alcohol",
  "online_abuse",
  "online_scam",
  "family_abuse",
  "staff_misconduct",
  "traffic_safety",
  "fire_safety",
  "food_safety",
  "gambling_lending",
  "trespass_gathering",
  "theft_vandalism",
  "facility",
  "counselling_request",
  "praise",
  "other",
]);
export type Category = z.infer<typeof Category>;

/** Who is accused, by kind only: names stay in the sealed story. */
export const Accused = z.enum([
  "peer",
  "staff",
  "family",
  "outsider",
  "police",
  "official",
  "unknown",
  "none",
]);
export type Accused = z.infer<typeof Accused>;

export const DangerNow = z.enum(["me", "someone", "unsure", "no"]);
export type DangerNow = z.infer<typeof DangerNow>;

/** When, coarsely: enough to decide, too little to single anyone out. */
export const When = z.enum(["today", "soon", "keeps", "days", "long_ago"]);
export type When = z.infer<typeof When>;

/** Who writes, as an age band for pupils (Luật Trẻ em 2016: a child is under 16). */
export const Writer = z.enum([
  "pupil_primary",
  "pupil_lower",
  "pupil_upper",
  "parent",
  "teacher",
  "other",
  "unsaid",
]);
export type Writer = z.infer<typeof Writer>;

/** The ticked answers: everything about a report that the server can read. Closed lists, no words. */
export const Facts = z.strictObject({
  danger: DangerNow,
  categories: z.array(Category).min(1).max(4),
  accused: Accused.nullable(), // null: the question was not shown
  when: When.nullable(), // null: the question was not shown
  writer: Writer,
  wantsPolice: z.boolean(),
  excluded: DeskKind.nullable(), // the one kind of desk the writer asked to leave out
});
export type Facts = z.infer<typeof Facts>;

export const limits = {
  storyCharacters: 20_000,
  messageCharacters: 8_000,
  photos: 5,
  photoBytes: 1024 * 1024,
  sealedPhotoBytes: 1_200_000,
  sealedTextBytes: 66_560,
  envelopeBytes: 1_024,
  desks: 8,
} as const;

/** Hex SHA-256 of a sealed photo: its name on the server, and proof that it arrived whole. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const PhotoReference = z.strictObject({
  sha256: Sha256,
  bytes: z.int().min(1).max(limits.photoBytes),
});
export type PhotoReference = z.infer<typeof PhotoReference>;

/** What the writer tells. It exists unsealed on the phone and in a desk's browser, nowhere else. */
export const Narrative = z.strictObject({
  story: z.string().max(limits.storyCharacters),
  photos: z.array(PhotoReference).max(limits.photos),
});
export type Narrative = z.infer<typeof Narrative>;

/** What the writer's own envelope keeps, so that a later reply is sealed by the same rule as the report. */
export const KeptByReceipt = z.strictObject({
  schoolId: SchoolId,
  sheetVersion: z.int().min(1), // a later reply is sealed by no older sheet
  facts: Facts,
});
export type KeptByReceipt = z.infer<typeof KeptByReceipt>;

/** Standard base64 that begins with `age-encryption.org/v1`, as every age file does. */
const ageFile =
  /^YWdlLWVuY3J5cHRpb24ub3JnL3Yx(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/;

/** An age file of at most `maxBytes` bytes, in base64: words that nobody sealed do not pass for one. */
export function sealedBytes(maxBytes: number) {
  return z
    .string()
    .max(Math.ceil(maxBytes / 3) * 4)
    .regex(ageFile);
}

/** The public half of an age X25519 key pair. */
export const Recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

/** The report key, sealed to one desk. */
export const Envelope = z.strictObject({
  deskId: DeskId,
  keyNumber: z.int().min(1),
  sealed: sealedBytes(limits.envelopeBytes),
});
export type Envelope = z.infer<typeof Envelope>;

/**
 * Hints read from the words, as codes of a closed list. The one field of a request that forgives:
 * phones run older and newer releases than the server, and no report is refused over a hint. Codes
 * that are not on the list, and all beyond the most that are taken, are dropped before anything else
 * sees them.
 */
export const SentSignals = z.preprocess(knownOnly, z.array(Signal).max(mostSignals));

function knownOnly(sent: unknown): unknown {
  if (!Array.isArray(sent)) return sent;
  return sent.filter((one) => Signal.safeParse(one).success).slice(0, mostSignals);
}

/**
 * What a phone sends. No field keeps words: sealed bytes, hashes, closed lists and ids only. Whatever
 * else is put there is refused, or dropped among the hints.
 */
export const SealedReport = z.strictObject({
  submissionId: SubmissionId,
  schoolId: SchoolId,
  formVersion: z.int().min(1),
  facts: Facts,
  signals: SentSignals,
  recipient: Recipient,
  story: sealedBytes(limits.sealedTextBytes),
  photos: z.array(Sha256).max(limits.photos),
  envelopes: z.array(Envelope).min(1).max(limits.desks),
  receipt: z.strictObject({
    finderHash: Sha256, // SHA-256 of the finding half: the finding half itself is not sent here
    envelope: sealedBytes(limits.envelopeBytes),
  }),
});
export type SealedReport = z.infer<typeof SealedReport>;
