import { z } from "zod";
import type { ReceiptDigits } from "../receipt.ts";
import { CannotOpen, newIdentity, recipientOf } from "./age.ts";
import type { Argon2id } from "./argon.ts";
import { type Bytes, sha256Hex } from "./bytes.ts";
import { type PhotoReference, type SealedPhoto, sealPhotos } from "./photos.ts";
import { receiptKeys } from "./receipt-keys.ts";
import { openJson, sealJson, sealPaddedJson } from "./sealed-json.ts";

/** A desk as the signed sheet lists it: where to seal, and which of its keys that is. */
export type DeskKey = {
  readonly deskId: string;
  readonly keyNumber: number;
  readonly recipient: string;
};

export type SealedEnvelope = {
  readonly deskId: string;
  readonly keyNumber: number;
  readonly sealed: Bytes;
};

/** What an envelope must say before it is believed. For the writer's own, `deskId` is `receiptHolder`. */
export type ExpectedEnvelope = {
  readonly submissionId: string;
  readonly deskId: string;
  readonly recipient: string; // the report's public key
};

/** Stands where a desk's id would in the envelope that the receipt opens. */
export const receiptHolder = "receipt";

/** Everything a report needs to be sent, and the report key for the phone's own use. */
export type FreshlySealedReport = {
  readonly recipient: string;
  readonly reportIdentity: string;
  readonly story: Bytes;
  readonly photos: readonly SealedPhoto[];
  readonly envelopes: readonly SealedEnvelope[];
  readonly receipt: {
    readonly finder: Bytes;
    readonly finderHash: string; // hex SHA-256: what is sent in place of the finder
    readonly envelope: Bytes;
  };
};

/**
 * Seals the story and photos to a fresh report key, and that key to each desk and to the receipt.
 * Nothing in the result but `reportIdentity` and `receipt.finder` opens or finds the report.
 * Throws `TooLargeToSeal` when the story or a photo is beyond the largest size bucket.
 */
export async function sealReport(input: {
  readonly submissionId: string;
  readonly narrative: object; // its list of photos is filled in here
  readonly photos: readonly Uint8Array[];
  readonly desks: readonly DeskKey[];
  readonly receipt: ReceiptDigits;
  readonly keeps?: object; // what the writer's own envelope remembers beside the key
  readonly argon?: Argon2id;
}): Promise<FreshlySealedReport> {
  const { submissionId, desks, keeps } = input;
  const receipt = await receiptLock(input.receipt, input.argon);
  const key = await newReportKey({ submissionId, desks, holder: receipt.recipient, keeps });
  const message = await sealMessage(key.recipient, input.narrative, input.photos);
  return {
    recipient: key.recipient,
    reportIdentity: key.reportIdentity,
    story: message.sealed,
    photos: message.photos,
    envelopes: key.envelopes,
    receipt: {
      finder: receipt.finder,
      finderHash: receipt.finderHash,
      envelope: key.receiptEnvelope,
    },
  };
}

/** What a receipt leaves behind when its digits are forgotten: how to find, and where to seal to. */
export type ReceiptLock = {
  readonly finder: Bytes;
  readonly finderHash: string; // hex SHA-256: what is sent in place of the finder
  readonly recipient: string; // whoever has the digits opens what is sealed to it
};

export async function receiptLock(digits: ReceiptDigits, argon?: Argon2id): Promise<ReceiptLock> {
  const { finder, identity } = await receiptKeys(digits, argon);
  return { finder, finderHash: sha256Hex(finder), recipient: await recipientOf(identity) };
}

/**
 * A fresh report key, sealed to each desk and to the receipt's holder. Story and messages are then
 * sealed to `recipient`; `reportIdentity` opens them, and may be forgotten at once.
 */
export async function newReportKey(input: {
  readonly submissionId: string;
  readonly desks: readonly DeskKey[];
  readonly holder: string; // the receipt's public key
  readonly keeps?: object | undefined;
}): Promise<{
  readonly recipient: string;
  readonly reportIdentity: string;
  readonly envelopes: readonly SealedEnvelope[];
  readonly receiptEnvelope: Bytes;
}> {
  const { submissionId, desks, holder, keeps } = input;
  const reportIdentity = await newIdentity();
  const content = envelopeContent(submissionId, receiptHolder, reportIdentity);
  return {
    recipient: await recipientOf(reportIdentity),
    reportIdentity,
    envelopes: await sealEnvelopes(reportIdentity, submissionId, desks),
    receiptEnvelope: await sealJson(holder, { ...content, keeps }),
  };
}

/**
 * Seals a message of the thread and its photos to the report's public key, which each end holds.
 * The body's list of photos is filled in here. Throws `TooLargeToSeal`.
 */
export async function sealMessage(
  recipient: string,
  body: object,
  photos: readonly Uint8Array[],
): Promise<{ readonly sealed: Bytes; readonly photos: readonly SealedPhoto[] }> {
  const sealedPhotos = await sealPhotos(recipient, photos);
  const references: readonly PhotoReference[] = sealedPhotos.map(({ sha256, bytes }) => ({
    sha256,
    bytes,
  }));
  const sealed = await sealPaddedJson([recipient], { ...body, photos: references });
  return { sealed, photos: sealedPhotos.map(({ sha256, sealed }) => ({ sha256, sealed })) };
}

/** The story as it was sealed; check it with its schema before use. */
export function openStory(reportIdentity: string, sealed: Uint8Array): Promise<unknown> {
  return openJson(reportIdentity, sealed);
}

/** The message as it was sealed; check it with its schema before use. */
export function openMessage(reportIdentity: string, sealed: Uint8Array): Promise<unknown> {
  return openJson(reportIdentity, sealed);
}

/** The report's private key, once the envelope is shown to be for this report and this holder. */
export async function openEnvelope(
  identity: string,
  sealed: Uint8Array,
  expected: ExpectedEnvelope,
): Promise<string> {
  return (await openedEnvelope(identity, sealed, expected)).reportIdentity;
}

/**
 * The writer's own envelope: the report key, and what it remembers. Only the phone that had the
 * receipt could seal it (its public key never left that phone), so nobody else can have changed it.
 */
export async function openReceiptEnvelope(
  identity: string,
  sealed: Uint8Array,
  expected: Omit<ExpectedEnvelope, "deskId">,
): Promise<{ readonly reportIdentity: string; readonly keeps: unknown }> {
  const own = { ...expected, deskId: receiptHolder };
  const { reportIdentity, keeps } = await openedEnvelope(identity, sealed, own);
  return { reportIdentity, keeps };
}

async function openedEnvelope(identity: string, sealed: Uint8Array, expected: ExpectedEnvelope) {
  const content = EnvelopeContent.safeParse(await openJson(identity, sealed));
  if (!content.success) throw new CannotOpen("unreadable");
  const { submissionId, deskId, reportIdentity } = content.data;
  if (submissionId !== expected.submissionId) throw new CannotOpen("mismatch");
  if (deskId !== expected.deskId) throw new CannotOpen("mismatch");
  if ((await recipientOf(reportIdentity)) !== expected.recipient) throw new CannotOpen("mismatch");
  return content.data;
}

/**
 * Envelopes for further desks: a hand-over, a raised level, a rotated desk key. Refuses a report
 * key that is not the one of this report, so that a mix-up cannot hand over another report.
 */
export async function resealEnvelopes(
  reportIdentity: string,
  submissionId: string,
  recipient: string,
  desks: readonly DeskKey[],
): Promise<readonly SealedEnvelope[]> {
  if ((await recipientOf(reportIdentity)) !== recipient) throw new CannotOpen("mismatch");
  return sealEnvelopes(reportIdentity, submissionId, desks);
}

/** An internal note for the desks that hold the report. The writer holds none of these keys. */
export function sealNote(deskRecipients: readonly string[], text: string): Promise<Bytes> {
  return sealPaddedJson(deskRecipients, { v: 1, text });
}

export async function openNote(deskIdentity: string, sealed: Uint8Array): Promise<string> {
  const content = NoteContent.safeParse(await openJson(deskIdentity, sealed));
  if (!content.success) throw new CannotOpen("unreadable");
  return content.data.text;
}

const EnvelopeContent = z.strictObject({
  v: z.literal(1),
  submissionId: z.string(),
  deskId: z.string(),
  reportIdentity: z.string(),
  keeps: z.unknown().optional(),
});

const NoteContent = z.strictObject({ v: z.literal(1), text: z.string() });

function sealEnvelopes(
  reportIdentity: string,
  submissionId: string,
  desks: readonly DeskKey[],
): Promise<readonly SealedEnvelope[]> {
  return Promise.all(
    desks.map(async ({ deskId, keyNumber, recipient }) => ({
      deskId,
      keyNumber,
      sealed: await sealJson(recipient, envelopeContent(submissionId, deskId, reportIdentity)),
    })),
  );
}

function envelopeContent(
  submissionId: string,
  deskId: string,
  reportIdentity: string,
): z.infer<typeof EnvelopeContent> {
  return { v: 1, submissionId, deskId, reportIdentity };
}
