import type { Phrase } from "@truong-an/shared/chat/phrase";
import { type Draft, isDangerUnsent, isToBeSent, type Stage } from "@truong-an/shared/chat/state";
import { mostPieces } from "@truong-an/shared/chat/telling";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import { receiveDraft } from "../reports/draft.ts";
import { openReception } from "../reports/receive.ts";
import type { World } from "../world.ts";
import { type Someone, sayAll, sendAfterSilence, stopWaiting } from "./converse.ts";
import { openTeller } from "./own-seal.ts";
import { laneOf, personKey } from "./person.ts";
import { dropState, findState, lockState, saveState } from "./states.ts";
import { isForNobody, worded } from "./worded.ts";

/** What one such job is about: whose conversation, whom to tell, and how the job came to run. */
type Errand = {
  readonly person: Buffer;
  readonly someone: Someone | null;
  readonly payload: Payload<"send-draft">;
};

/**
 * Hands over what has been told. Finished: the conversation is forgotten with it, so that nothing
 * leads from the report to the person. Not finished, because it reads as an emergency: what follows
 * goes after it until they are done or fall silent.
 */
export async function sendDraft(world: World, payload: Payload<"send-draft">): Promise<void> {
  const person = Buffer.from(payload.person, "hex");
  const errand = { person, someone: await someoneIn(world, payload), payload };
  const { stage } = (await findState(world, person)).state;
  if (stage.at !== "telling") return leftAlone(world, errand, stage);
  const { draft } = stage;
  const isWordless = draft.pieces.length === 0 && !draft.isSent;
  if (isWordless && !payload.afterSilence) return;
  if (draft.isSent || isToBeSent(draft)) return handOver(world, errand, draft);
  if (payload.afterSilence) await dropped(world, errand, draft);
}

async function someoneIn(world: World, { teller }: Payload<"send-draft">): Promise<Someone | null> {
  const userId = await openTeller(world, teller);
  return userId === null ? null : { userId, person: personKey(world.config, userId) };
}

/** They chose a danger and fell silent among the questions: no desk knows, and they are told so. */
async function leftAlone(world: World, { someone, payload }: Errand, stage: Stage): Promise<void> {
  if (!payload.afterSilence || someone === null || !isDangerUnsent(stage)) return;
  await sayAll(world.db, someone, [{ say: "nothing-sent" }], world.now());
}

/** Nothing was told, or they said that they want no more, and did not answer whether that is so. */
async function dropped(world: World, errand: Errand, { pieces }: Draft): Promise<void> {
  const says: readonly Phrase[] = pieces.length === 0 ? [] : [{ say: "thrown-away" }];
  await world.db.transaction((tx) => end(world, tx, errand, says));
}

async function handOver(world: World, errand: Errand, draft: Draft): Promise<void> {
  const sent = await worded(draft);
  const phrase = await outcomeOf(world, sent);
  await world.db.transaction((tx) =>
    phrase === undefined
      ? afterwards(world, tx, errand, { before: draft, sent })
      : end(world, tx, errand, [phrase]),
  );
}

/** Hands it over. What is said instead when that was the last of it: nothing more can be taken. */
async function outcomeOf(world: World, sent: Draft): Promise<Phrase | undefined> {
  try {
    const outcome = await receiveDraft(openReception(world), sent);
    return outcome === "full" ? { say: "told-enough" } : undefined;
  } catch (error) {
    if (!isForNobody(error)) throw error;
    return { say: "not-sent" };
  }
}

/** The conversation is over, and nothing of it stays. */
async function end(
  world: World,
  tx: Tx,
  { person, someone }: Errand,
  says: readonly Phrase[],
): Promise<void> {
  await dropState(tx, person);
  await stopWaiting(tx, person);
  if (someone !== null) await sayAll(tx, someone, says, world.now());
}

async function afterwards(
  world: World,
  tx: Tx,
  errand: Errand,
  { before, sent }: { readonly before: Draft; readonly sent: Draft },
): Promise<void> {
  const { person, someone, payload } = errand;
  const now = world.now();
  const kept = await lockState(world, tx, person);
  const { stage } = kept.state;
  if (stage.at !== "telling") return;
  const gone = new Set(sent.pieces.map(({ messageId }) => messageId));
  const pieces = stage.draft.pieces.filter(({ messageId }) => !gone.has(messageId));
  if (payload.isFinished && pieces.length === 0) {
    return end(world, tx, errand, [lastWords(before, sent)]);
  }
  const draft = { ...stage.draft, pieces, isSent: true };
  const state = { ...kept.state, stage: { ...stage, draft } };
  await saveState(tx, person, { ...kept, state }, now);
  if (someone === null) return;
  await sendAfterSilence(world, tx, someone, state);
  if (!sent.isSent) await sayAll(tx, someone, [firstWords(sent)], now);
  if (pieces.length > 0) await enqueue(tx, "send-draft", payload, { lane: laneOf(person) });
}

function firstWords({ pieces }: Draft): Phrase {
  return { say: pieces.length < mostPieces ? "sent-at-once" : "sent-in-part" };
}

function lastWords(before: Draft, sent: Draft): Phrase {
  const isUnworded = before.pieces.length < sent.pieces.length;
  return { say: isUnworded ? "sent-unworded" : "sent", hasReceipt: sent.isGiven };
}
