import { type DesksChanged, SendMessage } from "@truong-an/shared/api/reporter";
import { Envelope, type Facts } from "@truong-an/shared/report";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { resealEnvelopes, sealMessage } from "@truong-an/shared/sealing/report";
import { TooLargeToSeal } from "@truong-an/shared/sealing/sealed-json";
import type { Signal } from "@truong-an/shared/triage/signals";
import { higherOf, triageOf } from "@truong-an/shared/triage/triage";
import { postMessage, putPhoto } from "./api.ts";
import { photoStepAfter } from "./outbox-steps.ts";
import type { SealedPhotos } from "./parcel.ts";
import { newerSheet } from "./place.ts";
import { deskKeys, desksAskedFor } from "./readers.ts";
import type { OpenedThread, ThreadKeys } from "./thread.ts";

/** A message sealed once: sending it again is sending the same message. */
export type SealedReply = { readonly body: SendMessage; readonly photos: SealedPhotos };

export type ReplyOutcome =
  | { readonly kind: "sent"; readonly photosLeft: SealedPhotos }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "not-sent" };

/** Seals words and photos to the report; null when they are too long to seal. */
export async function sealReply(input: {
  readonly keys: ThreadKeys;
  readonly opened: OpenedThread;
  readonly text: string;
  readonly photos: readonly Uint8Array[];
  readonly signals: readonly Signal[]; // read from the text
  readonly dangerNow: boolean;
}): Promise<SealedReply | null> {
  try {
    const { recipient } = input.opened.thread;
    const message = await sealMessage(recipient, { text: input.text }, input.photos);
    const body = SendMessage.parse({
      finder: input.keys.finder,
      messageId: newSubmissionId(),
      sealed: toBase64(message.sealed),
      photos: message.photos.map((photo) => photo.sha256),
      signals: [...input.signals],
      dangerNow: input.dangerNow,
      envelopes: [],
    });
    return { body, photos: message.photos };
  } catch (error) {
    if (error instanceof TooLargeToSeal) return null;
    throw error;
  }
}

/**
 * Sends the message, then its photos. When a higher level adds desks, seals the report key to
 * them first: only to desks on this school's signed sheet, no older one than the report was sealed
 * under, that our own rule allows.
 */
export async function sendReply(reply: SealedReply, opened: OpenedThread): Promise<ReplyOutcome> {
  let answer = await postMessage(reply.body);
  if (answer.kind === "refused" && answer.desksChanged !== null) {
    const envelopes = await envelopesFor(reply.body, answer.desksChanged, opened);
    if (envelopes === null) return { kind: "refused", message: answer.message };
    answer = await postMessage({ ...reply.body, envelopes });
  }
  if (answer.kind === "unreachable") return { kind: "not-sent" };
  if (answer.kind === "refused") return { kind: "refused", message: answer.message };
  const wanted = new Set(answer.value.photosWanted);
  return sendReplyPhotos(reply.photos.filter((photo) => wanted.has(photo.sha256)));
}

/** Sends what is still missing, each photo once; what did not arrive comes back. */
export async function sendReplyPhotos(photos: SealedPhotos): Promise<ReplyOutcome> {
  const left: SealedPhotos[number][] = [];
  for (const photo of photos) {
    if (photoStepAfter(await putPhoto(photo.sha256, photo.sealed)) === "wait") left.push(photo);
  }
  return { kind: "sent", photosLeft: left };
}

/** Decided as the server decides: by the report's level so far, and what this message adds. */
async function envelopesFor(
  message: SendMessage,
  changed: DesksChanged,
  { reportIdentity, thread, kept }: OpenedThread,
): Promise<SendMessage["envelopes"] | null> {
  if (kept === null) return null;
  const sheet = newerSheet(changed.sheet, kept.schoolId, kept.sheetVersion);
  if (sheet === null) return null;
  const facts: Facts = message.dangerNow ? { ...kept.facts, danger: "me" } : kept.facts;
  const read = triageOf(facts, message.signals);
  const decided = { ...read, level: higherOf(read.level, thread.level) };
  const desks = desksAskedFor(changed.desks, decided, facts, sheet);
  if (desks === null) return null;
  const { submissionId, recipient } = thread;
  const sealed = await resealEnvelopes(reportIdentity, submissionId, recipient, deskKeys(desks));
  return sealed.map((one) => Envelope.parse({ ...one, sealed: toBase64(one.sealed) }));
}
