import { newIdentity, recipientOf } from "@truong-an/shared/sealing/age";
import { newReceipt, newSubmissionId } from "@truong-an/shared/sealing/random";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import { sealReport } from "@truong-an/shared/sealing/report";

/** What each run of a phone's work took, in milliseconds. */
export type SealingTimes = {
  readonly sealing: readonly number[]; // the whole of it, receipt included
  readonly receipt: readonly number[]; // the receipt's Argon2id alone
};

const story = "Sau giờ học có một nhóm bạn chặn em ở cổng. ".repeat(16); // fills the 1 KiB bucket

/** Seals a story to five desks and to a new receipt, as the Mini App does, in Node or in a page. */
export async function timeSealing(runs: number): Promise<SealingTimes> {
  const desks = await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => ({
      deskId: newSubmissionId(),
      keyNumber: number,
      recipient: await recipientOf(await newIdentity()),
    })),
  );
  const sealing: number[] = [];
  const receipt: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    sealing.push(
      await took(() =>
        sealReport({
          submissionId: newSubmissionId(),
          narrative: { story },
          photos: [],
          desks,
          receipt: newReceipt(),
        }),
      ),
    );
    receipt.push(await took(() => receiptKeys(newReceipt())));
  }
  return { sealing, receipt };
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
