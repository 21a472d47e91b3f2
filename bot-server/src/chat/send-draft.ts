import type { Draft } from "@truong-an/shared/chat/state";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import { Refusal } from "../refusal.ts";
import { receiveDraft } from "../reports/draft.ts";
import { openReception } from "../reports/receive.ts";
import type { World } from "../world.ts";
import { sayAll, sendAfterSilence, stopWaiting } from "./converse.ts";
import { laneOf } from "./person.ts";
import { dropState, findState, lockState, saveState } from "./states.ts";

/**
 * Hands over what has been told. Finished: the conversation is forgotten with it, so that nothing
 * leads from the report to the person. Not finished, because it reads as an emergency: what follows
 * goes after it until they are done or fall silent.
 */
export async function sendDraft(world: World, payload: Payload<"send-draft">): Promise<void> {
  const person = Buffer.from(payload.person, "hex");
  const { stage } = (await findState(world.db, person, world.now())).state;
  if (stage.at !== "telling") return;
  const { draft } = stage;
  if (draft.pieces.length === 0 && !draft.isSent) {
    if (payload.afterSilence) await dropState(world.db, person);
    return;
  }
  try {
    await receiveDraft(openReception(world), draft);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "not-found")) throw error;
    // Nobody answers for the school any more: nothing could be opened, so nothing is kept.
    return world.db.transaction((tx) => ended(world, tx, payload, "not-sent"));
  }
  await world.db.transaction((tx) => afterwards(world, tx, payload, draft));
}

/** The conversation is over, and nothing of it stays. */
async function ended(
  world: World,
  tx: Tx,
  { person, userId }: Payload<"send-draft">,
  say: "sent" | "not-sent",
): Promise<void> {
  await dropState(tx, Buffer.from(person, "hex"));
  await stopWaiting(tx, Buffer.from(person, "hex"));
  if (userId !== null) await sayAll(tx, userId, [{ say }], world.now());
}

async function afterwards(
  world: World,
  tx: Tx,
  payload: Payload<"send-draft">,
  sent: Draft,
): Promise<void> {
  const person = Buffer.from(payload.person, "hex");
  const { userId, isFinished } = payload;
  const now = world.now();
  const kept = await lockState(tx, person, now);
  const { stage } = kept.state;
  if (stage.at !== "telling") return;
  const gone = new Set(sent.pieces.map(({ messageId }) => messageId));
  const pieces = stage.draft.pieces.filter(({ messageId }) => !gone.has(messageId));
  if (isFinished && pieces.length === 0) return ended(world, tx, payload, "sent");
  const draft = { ...stage.draft, pieces, isSent: true };
  const state = { ...kept.state, stage: { ...stage, draft } };
  await saveState(tx, person, { ...kept, state }, now);
  if (userId === null) return;
  await sendAfterSilence(tx, { userId, person }, state, now);
  if (!sent.isSent) await sayAll(tx, userId, [{ say: "sent-at-once" }], now);
  if (pieces.length > 0) await enqueue(tx, "send-draft", payload, { lane: laneOf(userId) });
}
