import { PlaceSheet, type SignedSheet } from "@truong-an/shared/directory";
import { formVersion, shownFactsOnly } from "@truong-an/shared/form";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import type { Facts, SealedReport } from "@truong-an/shared/report";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { argon2idWasm } from "@truong-an/shared/sealing/argon";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newReceipt, newSubmissionId } from "@truong-an/shared/sealing/random";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import {
  openEnvelope,
  openMessage,
  openStory,
  receiptHolder,
  sealMessage,
  sealReport,
} from "@truong-an/shared/sealing/report";
import type { Signal } from "@truong-an/shared/triage/signals";
import { triageOf } from "@truong-an/shared/triage/triage";
import { solveChallenge } from "altcha-lib/v1";
import { schools } from "../demo/directory.ts";

/** A pupil with a phone: the same pure functions as the Mini App, over plain HTTP. */

export const pilotSchool = schools[0]?.id ?? "";
export const upperSchool = schools[1]?.id ?? "";

export const quietFacts: Facts = {
  danger: "no",
  categories: ["bullying"],
  accused: "peer",
  when: "days",
  writer: "pupil_lower",
  wantsPolice: false,
  excluded: null,
};

export const dangerFacts: Facts = {
  ...quietFacts,
  danger: "someone",
  categories: ["physical_violence"],
  when: null,
};

export type Told = {
  readonly facts?: Facts;
  readonly story?: string;
  readonly photos?: readonly Uint8Array[];
  readonly schoolId?: string;
};

export type Sealed = {
  readonly report: SealedReport;
  readonly photos: readonly { readonly sha256: string; readonly sealed: Uint8Array }[];
  readonly receipt: ReceiptDigits;
  readonly reportIdentity: string;
};

export async function call(url: string, method: string, path: string, body?: unknown) {
  const isBytes = body instanceof Uint8Array;
  const response = await fetch(`${url}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {
          headers: { "content-type": isBytes ? "application/octet-stream" : "application/json" },
          body: isBytes ? Buffer.from(body) : JSON.stringify(body),
        }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? null : JSON.parse(text),
    headers: response.headers,
  };
}

export async function fetchSheet(url: string, schoolId: string): Promise<PlaceSheet> {
  const answer = await call(url, "GET", `/api/public/schools/${schoolId}/sheet`);
  return PlaceSheet.parse(JSON.parse((answer.body as SignedSheet).sheet));
}

export async function seal(sheet: PlaceSheet, told: Told = {}): Promise<Sealed> {
  const facts = shownFactsOnly(told.facts ?? quietFacts);
  const receipt = newReceipt();
  const submissionId = newSubmissionId();
  const readers = desksThatMayRead(triageOf(facts, []), facts, sheet);
  const desks = sheet.desks.filter((desk) => readers.includes(desk.id));
  const sealed = await sealReport({
    submissionId,
    narrative: { story: told.story ?? "Bạn em bị trêu mỗi giờ ra chơi." },
    photos: told.photos ?? [],
    desks: desks.map(({ id, keyNumber, recipient }) => ({ deskId: id, keyNumber, recipient })),
    receipt,
    keeps: { schoolId: sheet.schoolId, sheetVersion: sheet.version, facts },
    argon: argon2idWasm,
  });
  const report = {
    submissionId,
    schoolId: sheet.schoolId,
    formVersion,
    facts,
    signals: [],
    recipient: sealed.recipient,
    story: toBase64(sealed.story),
    photos: sealed.photos.map((photo) => photo.sha256),
    envelopes: sealed.envelopes.map((one) => ({ ...one, sealed: toBase64(one.sealed) })),
    receipt: {
      finderHash: sealed.receipt.finderHash,
      envelope: toBase64(sealed.receipt.envelope),
    },
  } as unknown as SealedReport;
  return { report, photos: sealed.photos, receipt, reportIdentity: sealed.reportIdentity };
}

export async function solvePuzzle(url: string): Promise<string> {
  const { body } = await call(url, "GET", "/api/reporter/puzzle");
  const solution = await solveChallenge(body.challenge, body.salt, body.algorithm, body.maxnumber)
    .promise;
  const { algorithm, challenge, salt, signature } = body;
  const payload = { algorithm, challenge, number: solution?.number, salt, signature };
  return Buffer.from(JSON.stringify(payload)).toString("base64");
}

export async function send(url: string, report: unknown) {
  const puzzle = await solvePuzzle(url);
  return call(url, "POST", "/api/reporter/reports", { report, puzzle });
}

/** Tells, seals and sends, photos too; fails the test unless everything is accepted. */
export async function submit(url: string, told: Told = {}): Promise<Sealed> {
  const sealed = await seal(await fetchSheet(url, told.schoolId ?? pilotSchool), told);
  const answer = await send(url, sealed.report);
  if (answer.status !== 200) throw new Error(`not accepted: ${answer.status} ${answer.body?.code}`);
  for (const photo of sealed.photos) {
    const stored = await call(url, "PUT", `/api/reporter/photos/${photo.sha256}`, photo.sealed);
    if (stored.status !== 204) throw new Error(`photo not accepted: ${stored.status}`);
  }
  return sealed;
}

/** Comes back with the receipt alone: finds the thread and opens it. */
export async function returnWith(url: string, receipt: ReceiptDigits) {
  const keys = await receiptKeys(receipt);
  const finder = toBase64(keys.finder);
  const { status, body: thread } = await call(url, "POST", "/api/reporter/threads/open", {
    finder,
  });
  if (status !== 200) throw new Error(`thread not found: ${status}`);
  const identity = await openEnvelope(
    keys.identity,
    Buffer.from(thread.receiptEnvelope, "base64"),
    {
      submissionId: thread.submissionId,
      deskId: receiptHolder,
      recipient: thread.recipient,
    },
  );
  const messages = await Promise.all(
    thread.messages.map(async (message: { author: string; sealed: string }) => ({
      author: message.author,
      ...((await openMessage(identity, Buffer.from(message.sealed, "base64"))) as {
        text: string;
      }),
    })),
  );
  const story = await openStory(identity, Buffer.from(thread.story, "base64"));
  return { finder, thread, identity, story: story as { story: string }, messages };
}

export type Reply = {
  readonly text: string;
  readonly photos?: readonly Uint8Array[];
  readonly dangerNow?: boolean;
  readonly signals?: readonly Signal[];
  readonly envelopes?: readonly unknown[];
  readonly messageId?: string;
};

export async function reply(url: string, receipt: ReceiptDigits, said: Reply) {
  const { finder, thread } = await returnWith(url, receipt);
  const { sealed, photos } = await sealMessage(
    thread.recipient,
    { text: said.text },
    said.photos ?? [],
  );
  const answer = await call(url, "POST", "/api/reporter/threads/messages", {
    finder,
    messageId: said.messageId ?? newSubmissionId(),
    sealed: toBase64(sealed),
    photos: photos.map((photo) => photo.sha256),
    signals: said.signals ?? [],
    dangerNow: said.dangerNow ?? false,
    envelopes: said.envelopes ?? [],
  });
  for (const photo of photos) {
    await call(url, "PUT", `/api/reporter/photos/${photo.sha256}`, photo.sealed);
  }
  return answer;
}
