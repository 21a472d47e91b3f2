import type { ReporterThread } from "@truong-an/shared/api/reporter";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { KeptByReceipt, Narrative, type PhotoReference } from "@truong-an/shared/report";
import { CannotOpen } from "@truong-an/shared/sealing/age";
import { fromBase64, toBase64 } from "@truong-an/shared/sealing/bytes";
import { openPhoto } from "@truong-an/shared/sealing/photos";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import { openMessage, openReceiptEnvelope, openStory } from "@truong-an/shared/sealing/report";
import { type Author, MessageBody } from "@truong-an/shared/thread";
import { fetchPhoto, openThread, type Refused, type Unreachable } from "./api.ts";

/** What a receipt yields: enough to find the thread and to open it. Held by the page alone. */
export type ThreadKeys = { readonly finder: string; readonly identity: string };

export type OpenedMessage = {
  readonly id: string;
  readonly author: Author;
  readonly deskName: string | null;
  readonly sentAt: number;
  readonly body: MessageBody | null; // null: it does not open
  readonly photosHere: ReadonlySet<string>;
};

export type OpenedThread = {
  readonly thread: ReporterThread;
  readonly reportIdentity: string;
  readonly kept: KeptByReceipt | null; // null: the receipt's envelope remembers nothing
  readonly story: Narrative | null;
  readonly messages: readonly OpenedMessage[];
};

export type OpenOutcome =
  | { readonly kind: "open"; readonly opened: OpenedThread }
  | { readonly kind: "damaged" } // found, but the receipt does not open it
  | Refused
  | Unreachable;

/** Argon2id on this phone: about a second on a cheap one. */
export async function keysOf(digits: ReceiptDigits): Promise<ThreadKeys> {
  const { finder, identity } = await receiptKeys(digits);
  return { finder: toBase64(finder), identity };
}

/** Fetches the thread and opens all of it here. A message that does not open stays in its place. */
export async function readThread(keys: ThreadKeys): Promise<OpenOutcome> {
  const answer = await openThread(keys.finder);
  if (answer.kind !== "ok") return answer;
  try {
    return { kind: "open", opened: await openedThread(keys, answer.value) };
  } catch (error) {
    if (error instanceof CannotOpen) return { kind: "damaged" };
    throw error;
  }
}

/** One photo, fetched and opened here; null when it cannot be had or is not the one that was named. */
export async function readPhoto(
  keys: ThreadKeys,
  reportIdentity: string,
  reference: PhotoReference,
): Promise<Blob | null> {
  const answer = await fetchPhoto(keys.finder, reference.sha256);
  if (answer.kind !== "ok") return null;
  try {
    const jpeg = await openPhoto(reportIdentity, reference, answer.value);
    return new Blob([jpeg], { type: "image/jpeg" });
  } catch {
    return null;
  }
}

async function openedThread(keys: ThreadKeys, thread: ReporterThread): Promise<OpenedThread> {
  const { submissionId, recipient } = thread;
  const envelope = fromBase64(thread.receiptEnvelope);
  const expected = { submissionId, recipient };
  const { reportIdentity, keeps } = await openReceiptEnvelope(keys.identity, envelope, expected);
  const story = await opened(() => openStory(reportIdentity, fromBase64(thread.story)));
  const messages = await Promise.all(
    thread.messages.map(async (message): Promise<OpenedMessage> => {
      const body = await opened(() => openMessage(reportIdentity, fromBase64(message.sealed)));
      const { id, author, deskName, sentAt } = message;
      const here = message.photos.filter((photo) => photo.here).map((photo) => photo.sha256);
      return {
        id,
        author,
        deskName,
        sentAt,
        body: MessageBody.safeParse(body).data ?? null,
        photosHere: new Set(here),
      };
    }),
  );
  return {
    thread,
    reportIdentity,
    kept: KeptByReceipt.safeParse(keeps).data ?? null,
    story: Narrative.safeParse(story).data ?? null,
    messages,
  };
}

async function opened(open: () => Promise<unknown>): Promise<unknown> {
  try {
    return await open();
  } catch {
    return null;
  }
}
