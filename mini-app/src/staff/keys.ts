import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import { Narrative, type PhotoReference } from "@truong-an/shared/report";
import { CannotOpen, newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { type Bytes, fromBase64, toBase64 } from "@truong-an/shared/sealing/bytes";
import { openPhoto } from "@truong-an/shared/sealing/photos";
import {
  type DeskKey,
  openEnvelope,
  openMessage,
  openNote,
  openStory,
  resealEnvelopes,
  sealMessage,
} from "@truong-an/shared/sealing/report";
import {
  lockIdentity,
  openDeskKey,
  sealDeskKey,
  unlockIdentity,
} from "@truong-an/shared/sealing/staff-keys";
import { MessageBody } from "@truong-an/shared/thread";

/** What came out of an envelope, or that this browser holds no key for it. */
export type Opened<T> =
  | { readonly kind: "opened"; readonly value: T }
  | { readonly kind: "closed" };

type ReportParts = Pick<
  ReportDetail,
  "id" | "submissionId" | "myDeskId" | "recipient" | "envelope" | "story"
>;

// The only place where private keys live. Memory only: a reload forgets them too.
let deskIdentities: ReadonlyMap<string, string> = new Map();
let reportIdentities: ReadonlyMap<string, string> = new Map();
let newcomer: string | undefined; // between accepting an invitation and the first one-time code

/**
 * Opens the desk keys of a member. Answers the desks whose key did not open, so that the page can
 * say so. Throws `CannotOpen` when the unlocking half does not belong to this member.
 */
export async function unlock(me: Me, unlockKey: string): Promise<readonly string[]> {
  const identity = await unlockIdentity(fromBase64(me.lockedIdentity), unlockKey);
  return openDesks(me, identity);
}

/** Forgets every private key. What was decrypted goes with the pages that showed it. */
export function forget(): void {
  deskIdentities = new Map();
  reportIdentities = new Map();
  newcomer = undefined;
}

/**
 * A newcomer's own key pair, made here. The desk's key is taken out of the invitation and sealed
 * to the newcomer alone. Throws `CannotOpen` when the invitation holds another desk's key.
 */
export async function join(input: {
  readonly invitationIdentity: string;
  readonly unlockKey: string;
  readonly desk: { readonly id: string; readonly keyNumber: number; readonly recipient: string };
  readonly deskKeyEnvelope: string;
}): Promise<{ recipient: string; lockedIdentity: string; deskKeyEnvelope: string }> {
  const { id: deskId, keyNumber, recipient: deskRecipient } = input.desk;
  const deskIdentity = await openDeskKey(
    input.invitationIdentity,
    fromBase64(input.deskKeyEnvelope),
    { deskId, keyNumber, recipient: deskRecipient },
  );
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const locked = await lockIdentity(identity, input.unlockKey);
  const envelope = await sealDeskKey({ deskId, keyNumber, deskIdentity }, recipient);
  newcomer = identity;
  return {
    recipient,
    lockedIdentity: toBase64(locked),
    deskKeyEnvelope: toBase64(envelope),
  };
}

/** The first unlocking, right after `join`: the passphrase need not be typed again. */
export async function unlockNewcomer(me: Me): Promise<readonly string[]> {
  if (newcomer === undefined) throw new CannotOpen("bad-identity");
  const identity = newcomer;
  newcomer = undefined;
  return openDesks(me, identity);
}

/** The story, once this desk's envelope has given up the report key. */
export function openReport(report: ReportParts): Promise<Opened<Narrative>> {
  return openedOrClosed(async () => {
    const held = deskIdentities;
    const deskIdentity = held.get(report.myDeskId);
    if (deskIdentity === undefined) throw new CannotOpen("unreadable");
    const { submissionId, recipient, envelope } = report;
    const expected = { submissionId, deskId: report.myDeskId, recipient };
    const identity = await openEnvelope(deskIdentity, fromBase64(envelope.sealed), expected);
    const story = await openStory(identity, fromBase64(report.story));
    if (held !== deskIdentities) throw new CannotOpen("bad-identity"); // locked in the meantime
    reportIdentities = new Map(reportIdentities).set(report.id, identity);
    return checked(Narrative.safeParse(story));
  });
}

export function openThreadMessage(reportId: string, sealed: string): Promise<Opened<MessageBody>> {
  return openedOrClosed(async () => {
    const body = await openMessage(reportIdentity(reportId), fromBase64(sealed));
    return checked(MessageBody.safeParse(body));
  });
}

export function openReportPhoto(
  reportId: string,
  photo: PhotoReference,
  sealed: Uint8Array,
): Promise<Opened<Bytes>> {
  return openedOrClosed(async () => openPhoto(reportIdentity(reportId), photo, sealed));
}

/** A note written before this desk was told was not sealed to it: it stays closed. */
export function openDeskNote(deskId: string, sealed: string): Promise<Opened<string>> {
  return openedOrClosed(async () => {
    const deskIdentity = deskIdentities.get(deskId);
    if (deskIdentity === undefined) throw new CannotOpen("unreadable");
    return openNote(deskIdentity, fromBase64(sealed));
  });
}

/**
 * An answer sealed to the key that came out of this desk's envelope, whatever public key the server
 * names. Throws `CannotOpen` when the report is not open here.
 */
export async function sealAnswer(reportId: string, words: string): Promise<string> {
  const recipient = await recipientOf(reportIdentity(reportId));
  const { sealed } = await sealMessage(recipient, { text: words }, []);
  return toBase64(sealed);
}

/** The report key sealed for one more desk, one of the signed sheet. Throws `CannotOpen` when the report is not open here. */
export async function sealForDesk(
  report: Pick<ReportDetail, "id" | "submissionId" | "recipient">,
  desk: DeskKey,
): Promise<{ deskId: string; keyNumber: number; sealed: string }> {
  const { submissionId, recipient } = report;
  const envelopes = await resealEnvelopes(reportIdentity(report.id), submissionId, recipient, [
    desk,
  ]);
  const [envelope] = envelopes;
  if (envelope === undefined) throw new CannotOpen("unreadable");
  return { ...envelope, sealed: toBase64(envelope.sealed) };
}

async function openDesks(me: Me, identity: string): Promise<readonly string[]> {
  const opened = new Map<string, string>();
  const closed: string[] = [];
  for (const { id, name, keyNumber, recipient, deskKeyEnvelope } of me.desks) {
    const expected = { deskId: id, keyNumber, recipient };
    const desk = await openedOrClosed(() =>
      openDeskKey(identity, fromBase64(deskKeyEnvelope), expected),
    );
    if (desk.kind === "opened") opened.set(id, desk.value);
    else closed.push(name);
  }
  deskIdentities = opened;
  reportIdentities = new Map();
  return closed;
}

function reportIdentity(reportId: string): string {
  const identity = reportIdentities.get(reportId);
  if (identity === undefined) throw new CannotOpen("unreadable");
  return identity;
}

function checked<T>(parsed: { success: true; data: T } | { success: false }): T {
  if (!parsed.success) throw new CannotOpen("unreadable");
  return parsed.data;
}

/** Another key, a cut or changed file, a text that is no base64: for the reader it is all the same. */
async function openedOrClosed<T>(open: () => Promise<T>): Promise<Opened<T>> {
  try {
    return { kind: "opened", value: await open() };
  } catch {
    return { kind: "closed" };
  }
}
