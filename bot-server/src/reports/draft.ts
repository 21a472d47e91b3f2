import type { Draft, Piece } from "@truong-an/shared/chat/state";
import { formVersion } from "@truong-an/shared/form";
import type { SubmissionId } from "@truong-an/shared/ids";
import { SealedReport } from "@truong-an/shared/report";
import type { Signal } from "@truong-an/shared/triage/signals";
import { eq } from "drizzle-orm";
import { reports } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { type Reception, receiveSealedBefore } from "./receive.ts";
import { appendMessage } from "./thread.ts";

/**
 * Hands over what has been told in the chat: the first bubble as the story, the others as messages,
 * in the order in which they came. Every part has its own id, so that doing it again adds nothing.
 * `full`: the report is there, and its thread can take no more.
 */
export async function receiveDraft(reception: Reception, draft: Draft): Promise<"whole" | "full"> {
  const { world } = reception;
  const begins = draft.pieces.find(({ story }) => story !== null);
  const isNew = (await findReport(world, draft.submissionId)) === undefined;
  if (isNew && begins !== undefined)
    await receiveSealedBefore(reception, sealedFrom(draft, begins));
  for (const piece of draft.pieces) {
    const isStory = piece.messageId === begins?.messageId && !draft.isSent;
    if (!isStory && (await append(world, draft, piece)) === "full") return "full";
  }
  return "whole";
}

function sealedFrom(draft: Draft, { story }: Piece): SealedReport {
  const { submissionId, schoolId, facts, signals, recipient, envelopes, receipt } = draft;
  return SealedReport.parse({
    submissionId,
    schoolId,
    formVersion,
    facts,
    signals,
    recipient,
    story,
    photos: [],
    envelopes,
    receipt,
  });
}

/** Words are stored even when what they say cannot raise the report, because a desk is gone. */
async function append(
  world: World,
  draft: Draft,
  { messageId, message }: Piece,
): Promise<"added" | "full"> {
  const id = await findReport(world, draft.submissionId);
  if (id === undefined) throw new Refusal("not-found");
  const add = (signals: readonly Signal[]) =>
    appendMessage(world, id, {
      messageId,
      sealed: message,
      photos: [],
      signals: [...signals],
      dangerNow: false,
      envelopes: draft.envelopes,
    });
  try {
    await add(draft.signals).catch((error: unknown) => {
      if (!isRefusal(error, "desks-changed")) throw error;
      return add([]);
    });
    return "added";
  } catch (error) {
    if (isRefusal(error, "too-many-requests")) return "full";
    throw error;
  }
}

function isRefusal(error: unknown, code: Refusal["code"]): boolean {
  return error instanceof Refusal && error.code === code;
}

async function findReport(world: World, submissionId: SubmissionId): Promise<string | undefined> {
  const [row] = await world.db
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.submissionId, submissionId));
  return row?.id;
}
