import { randomUUID } from "node:crypto";
import { type Draft, isDangerNow } from "@truong-an/shared/chat/state";
import { MessageId } from "@truong-an/shared/ids";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { sealMessage } from "@truong-an/shared/sealing/report";
import { Refusal } from "../refusal.ts";
import { unwordedStory } from "../text/chat-report-vi.ts";

/**
 * The draft as it is sent. Whoever agreed to report, chose that somebody is in danger and then wrote
 * nothing may be unable to: what they chose goes with one sentence of ours, which says that it is ours.
 */
export async function worded(draft: Draft): Promise<Draft> {
  if (draft.pieces.length > 0 || draft.isSent || !isDangerNow(draft.facts)) return draft;
  const text = unwordedStory(draft.facts.danger);
  const story = await sealMessage(draft.recipient, { story: text }, []);
  const message = await sealMessage(draft.recipient, { text }, []);
  const piece = {
    messageId: MessageId.parse(randomUUID()),
    story: toBase64(story.sealed),
    message: toBase64(message.sealed),
  };
  return { ...draft, pieces: [piece] };
}

/** Nobody answers for the school any more: nothing could be opened, so nothing is kept. */
export function isForNobody(error: unknown): boolean {
  return error instanceof Refusal && error.code === "not-found";
}
