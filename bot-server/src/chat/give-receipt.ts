import { type Draft, isDangerNow, type Stage } from "@truong-an/shared/chat/state";
import { PlaceSheet } from "@truong-an/shared/directory";
import { DeskId, SubmissionId } from "@truong-an/shared/ids";
import { printReceipt } from "@truong-an/shared/receipt";
import type { KeptByReceipt } from "@truong-an/shared/report";
import { allowedKinds } from "@truong-an/shared/routing/ladder";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { newReceipt, newSubmissionId } from "@truong-an/shared/sealing/random";
import { newReportKey, receiptLock } from "@truong-an/shared/sealing/report";
import { findPlace, findSheet } from "../directory/find.ts";
import type { Payload } from "../jobs/payloads.ts";
import { receiptWords } from "../text/chat-report-vi.ts";
import type { World } from "../world.ts";
import { type Someone, sayAll, sendAfterSilence } from "./converse.ts";
import { personKey } from "./person.ts";
import { sendWords } from "./send-words.ts";
import { findState, lockState, saveState } from "./states.ts";

type Asked = Pick<Draft, "schoolId" | "facts">;

/**
 * Makes the receipt and the report's key in memory, and sends the digits to the person. They, and the
 * key that opens, are forgotten here; what is kept seals and finds, and opens nothing. It is kept
 * before the digits leave, so that no word can come too early to be sealed. From then on they may have
 * arrived, whatever Zalo answered and even if this process was killed, and words may already be sealed
 * to their report. So no second try replaces them: it asks the person, who alone can have others made.
 */
export async function giveReceipt(
  world: World,
  { userId }: Payload<"give-receipt">,
): Promise<void> {
  const someone = { userId, person: personKey(world.config, userId) };
  const { stage } = (await findState(world, someone.person)).state;
  if (isUnsure(stage)) return sayAll(world.db, someone, [{ say: "receipt-unsure" }], world.now());
  if (stage.at !== "making-receipt") return; // they have changed their mind, or have theirs
  const digits = newReceipt();
  const { finderHash, recipient: holder } = await receiptLock(digits);
  const draft = await draftFor(world, stage, { finderHash, holder });
  const isWanted = await change(world, someone, (now) =>
    now.at === "making-receipt" ? { at: "telling", draft } : undefined,
  );
  if (!isWanted) return;
  const words = receiptWords(printReceipt(digits), isDangerNow(draft.facts));
  const outcome = await sendWords(world, userId, words);
  await change(world, someone, (now) => {
    if (now.at !== "telling" || now.draft.submissionId !== draft.submissionId) return undefined;
    const isOver = outcome === "refused" && now.draft.pieces.length === 0;
    const isAlone = isOver && !isDangerNow(draft.facts);
    return isAlone ? { at: "menu" } : { at: "telling", draft: afterGiving(now.draft, outcome) };
  });
}

/** Whether digits were on their way and nobody knows whether they arrived. */
function isUnsure(stage: Stage): boolean {
  if (stage.at !== "telling") return false;
  const { isGiven, isSent, pieces } = stage.draft;
  return !isGiven && !isSent && pieces.length === 0;
}

/** What Zalo refused did not arrive: nobody holds a receipt for what is told. */
function afterGiving(draft: Draft, outcome: "sent" | "refused"): Draft {
  return { ...draft, isGiven: outcome === "sent" };
}

/** Moves the conversation on, unless it has gone elsewhere meanwhile; says whether it did. */
async function change(
  world: World,
  someone: Someone,
  next: (stage: Stage) => Stage | undefined,
): Promise<boolean> {
  const { person } = someone;
  return world.db.transaction(async (tx) => {
    const now = world.now();
    const kept = await lockState(world, tx, person);
    const stage = next(kept.state.stage);
    if (stage === undefined) return false;
    const state = { ...kept.state, stage };
    await saveState(tx, person, { ...kept, state }, now);
    await sendAfterSilence(world, tx, someone, state);
    return true;
  });
}

/**
 * The key is sealed to every desk of the place that might be asked to read, whatever the level turns
 * out to be; never to the accused. Which of them get theirs is decided when the words are known.
 */
async function draftFor(
  world: World,
  { schoolId, facts }: Asked,
  { finderHash, holder }: { readonly finderHash: string; readonly holder: string },
): Promise<Draft> {
  const submissionId = SubmissionId.parse(newSubmissionId());
  const place = await findPlace(world.db, schoolId);
  const { sheet } = await findSheet(world.db, schoolId);
  const sheetVersion = PlaceSheet.parse(JSON.parse(sheet)).version;
  const mayRead = allowedKinds({ level: "emergency", reasons: [] }, facts, place);
  const keeps: KeptByReceipt = { schoolId, sheetVersion, facts };
  const key = await newReportKey({
    submissionId,
    desks: place.desks
      .filter(({ kind }) => mayRead.has(kind))
      .map(({ id, keyNumber, recipient }) => ({ deskId: id, keyNumber, recipient })),
    holder,
    keeps,
  });
  return {
    submissionId,
    schoolId,
    facts,
    signals: [],
    recipient: key.recipient,
    receipt: { finderHash, envelope: toBase64(key.receiptEnvelope) },
    envelopes: key.envelopes.map(({ deskId, keyNumber, sealed }) => ({
      deskId: DeskId.parse(deskId),
      keyNumber,
      sealed: toBase64(sealed),
    })),
    isGiven: false,
    pieces: [],
    isSent: false,
    told: 0,
    stopAsked: null,
  };
}
