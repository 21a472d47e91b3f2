import type { ReporterThread } from "@truong-an/shared/api/reporter";
import { parseReceipt, type ReceiptDigits } from "@truong-an/shared/receipt";
import { KeptByReceipt } from "@truong-an/shared/report";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import { openMessage, openReceiptEnvelope, openStory } from "@truong-an/shared/sealing/report";
import { call } from "./reporter.ts";

/** The twenty digits in a message, as a person would copy them. */
export function receiptIn(text: string): ReceiptDigits {
  const [printed = ""] = /\d{4}( \d{4}){4}/.exec(text) ?? [];
  const parsed = parseReceipt(printed);
  if (parsed.kind !== "receipt") throw new Error("no receipt stands in this message");
  return parsed.digits;
}

/** What the look-up page would show for a receipt: the thread, its words, and what the receipt keeps. */
export async function lookUp(url: string, digits: ReceiptDigits) {
  const { finder, identity } = await receiptKeys(digits);
  const answer = await call(url, "POST", "/api/reporter/threads/open", {
    finder: toBase64(finder),
  });
  const thread = answer.body as ReporterThread;
  const { reportIdentity, keeps } = await openReceiptEnvelope(
    identity,
    Buffer.from(thread.receiptEnvelope, "base64"),
    { submissionId: thread.submissionId, recipient: thread.recipient },
  );
  return {
    thread,
    keeps: KeptByReceipt.parse(keeps),
    story: await openStory(reportIdentity, Buffer.from(thread.story, "base64")),
    messages: await Promise.all(
      thread.messages.map(({ sealed }) =>
        openMessage(reportIdentity, Buffer.from(sealed, "base64")),
      ),
    ),
  };
}
