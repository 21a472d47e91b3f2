import type { DesksChanged } from "@truong-an/shared/api/reporter";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { Envelope } from "@truong-an/shared/report";
import { fromBase64, toBase64 } from "@truong-an/shared/sealing/bytes";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import { openEnvelope, receiptHolder, resealEnvelopes } from "@truong-an/shared/sealing/report";
import { triageOf } from "@truong-an/shared/triage/triage";
import type { UnsentParcel } from "./parcel.ts";
import { newerSheet } from "./place.ts";
import { deskKeys, desksAskedFor } from "./readers.ts";

export type SealedAgain =
  | { readonly kind: "sealed"; readonly parcel: UnsentParcel }
  | { readonly kind: "untrusted" }; // not signed, older than what we had, or readers we do not allow

/** The same report, the same words and photos, for the desks of a newer signed sheet. */
export async function sealAgain(
  parcel: UnsentParcel,
  changed: DesksChanged,
  reportIdentity: string,
): Promise<SealedAgain> {
  const { report } = parcel;
  const sheet = newerSheet(changed.sheet, report.schoolId, parcel.sheetVersion);
  if (sheet === null) return { kind: "untrusted" };
  const decided = triageOf(report.facts, report.signals);
  const desks = desksAskedFor(changed.desks, decided, report.facts, sheet);
  if (desks === null) return { kind: "untrusted" };
  const { submissionId, recipient } = report;
  const fresh = await resealEnvelopes(reportIdentity, submissionId, recipient, deskKeys(desks));
  const envelopes = fresh.map((one) => Envelope.parse({ ...one, sealed: toBase64(one.sealed) }));
  return {
    kind: "sealed",
    parcel: { ...parcel, report: { ...report, envelopes }, sheetVersion: sheet.version },
  };
}

/** The report key, by the receipt: after a reload nothing else on the phone opens it. Throws `CannotOpen`. */
export async function identityByReceipt(
  parcel: UnsentParcel,
  digits: ReceiptDigits,
): Promise<string> {
  const { submissionId, recipient, receipt } = parcel.report;
  const keys = await receiptKeys(digits);
  const expected = { submissionId, deskId: receiptHolder, recipient };
  return openEnvelope(keys.identity, fromBase64(receipt.envelope), expected);
}
