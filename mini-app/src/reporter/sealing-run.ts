import type { PlaceSheet } from "@truong-an/shared/directory";
import { formVersion } from "@truong-an/shared/form";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { type Facts, type KeptByReceipt, SealedReport } from "@truong-an/shared/report";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newReceipt, newSubmissionId } from "@truong-an/shared/sealing/random";
import { sealReport } from "@truong-an/shared/sealing/report";
import type { Signal } from "@truong-an/shared/triage/signals";
import type { UnsentParcel } from "./parcel.ts";
import { deskKeys, readersOf } from "./readers.ts";

export type Sealed = {
  readonly parcel: UnsentParcel;
  readonly receipt: ReceiptDigits;
  readonly reportIdentity: string; // stays in memory, for sealing again if the desks change
};

/**
 * Seals what was told, on this phone, to the desks that may read it and to a fresh receipt.
 * `sheet` must be a verified one. Throws `TooLargeToSeal` when the words do not fit.
 */
export async function sealForSending(input: {
  readonly facts: Facts;
  readonly signals: readonly Signal[];
  readonly story: string;
  readonly photos: readonly Uint8Array[];
  readonly sheet: PlaceSheet;
}): Promise<Sealed> {
  const { facts, signals, sheet } = input;
  const receipt = newReceipt();
  const submissionId = newSubmissionId();
  const sealed = await sealReport({
    submissionId,
    narrative: { story: input.story },
    photos: input.photos,
    desks: deskKeys(readersOf(input, sheet).desks),
    receipt,
    keeps: {
      schoolId: sheet.schoolId,
      sheetVersion: sheet.version,
      facts,
    } satisfies KeptByReceipt,
  });
  const report = SealedReport.parse({
    submissionId,
    schoolId: sheet.schoolId,
    formVersion,
    facts,
    signals: [...signals],
    recipient: sealed.recipient,
    story: toBase64(sealed.story),
    photos: sealed.photos.map((photo) => photo.sha256),
    envelopes: sealed.envelopes.map((one) => ({ ...one, sealed: toBase64(one.sealed) })),
    receipt: {
      finderHash: sealed.receipt.finderHash,
      envelope: toBase64(sealed.receipt.envelope),
    },
  });
  const parcel = { report, photos: sealed.photos, sheetVersion: sheet.version, arrived: null };
  return { parcel, receipt, reportIdentity: sealed.reportIdentity };
}
