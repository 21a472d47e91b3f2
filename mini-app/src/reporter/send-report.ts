import type { PlaceSheet } from "@truong-an/shared/directory";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import type { Level } from "@truong-an/shared/report";
import { TooLargeToSeal } from "@truong-an/shared/sealing/sealed-json";
import { sendParcel } from "./outbox.ts";
import { readersOf, type Told } from "./readers.ts";
import type { ReportForm } from "./report-form.ts";

/** The report just sealed, for the page that shows its receipt. In memory only. */
export type FreshReceipt = {
  readonly submissionId: string;
  readonly digits: ReceiptDigits;
  readonly level: Level; // by our own rule, until the server has said its own
  readonly isLasting: boolean; // false: only this page's memory holds the sealed report
};

let fresh: FreshReceipt | null = null;

export function freshReceipt(): FreshReceipt | null {
  return fresh;
}

export function forgetReceipt(): void {
  fresh = null;
}

/** Seals the draft, puts it in the outbox and keeps its receipt for the next page. */
export async function sealAndSend(input: {
  readonly draft: ReportForm;
  readonly told: Told;
  readonly sheet: PlaceSheet;
}): Promise<"sealed" | "too-large" | "failed"> {
  const { draft, told, sheet } = input;
  try {
    const { sealForSending } = await import("./sealing-run.ts");
    const photos = draft.photos.map((photo) => photo.jpeg);
    const sealed = await sealForSending({ ...told, sheet, story: draft.story, photos });
    const { isLasting } = await sendParcel(sealed.parcel, sealed.reportIdentity);
    const { submissionId } = sealed.parcel.report;
    const { level } = readersOf(told, sheet);
    fresh = { submissionId, digits: sealed.receipt, level, isLasting };
    return "sealed";
  } catch (error) {
    return error instanceof TooLargeToSeal ? "too-large" : "failed";
  }
}
