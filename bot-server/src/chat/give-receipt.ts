import type { Draft, Stage } from "@truong-an/shared/chat/state";
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
import { type Someone, sendAfterSilence } from "./converse.ts";
import { personKey } from "./person.ts";
import { sendWords } from "./send-words.ts";
import { findState, lockState, saveState } from "./states.ts";

type Asked = Pick<Draft, "schoolId" | "facts">;

/**
 * Makes the receipt and the report's key in memory, and sends the digits to the person. They, and the
 * key that opens, are forgotten here; what is kept seals and finds, and opens nothing. It is kept
 * before the digits leave, so that no word can come too early to be sealed. When the digits did not
 * get through, the next try makes others, unless the person has begun to tell: the words go first.
 */
export async function giveReceipt(
  world: World,
  { userId }: Payload<"give-receipt">,
): Promise<void> {
  const person = personKey(world.config, userId);
  const asked = askedIn((await findState(world.db, person, world.now())).state.stage);
  if (asked === undefined) return; // they have changed their mind, or have theirs
  const digits = newReceipt();
  const { finderHash, recipient: holder } = await receiptLock(digits);
  const draft = await draftFor(world, asked, { finderHash, holder });
  const isWanted = await change(world, { userId, person }, (stage) =>
    askedIn(stage) === undefined ? undefined : { at: "telling", draft },
  );
  if (!isWanted) return;
  const outcome = await sendWords(world, userId, receiptWords(printReceipt(digits)));
  await change(world, { userId, person }, (stage) => {
    if (stage.at !== "telling" || stage.draft.submissionId !== draft.submissionId) return undefined;
    const isOver = outcome === "refused" && stage.draft.pieces.length === 0;
    return isOver ? { at: "menu" } : { at: "telling", draft: { ...stage.draft, isGiven: true } };
  });
}

/** What a receipt is still wanted for. */
function askedIn(stage: Stage): Asked | undefined {
  if (stage.at === "making-receipt") return stage;
  const isOpen = stage.at === "telling" && !stage.draft.isGiven && stage.draft.pieces.length === 0;
  return isOpen ? stage.draft : undefined;
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
    const kept = await lockState(tx, person, now);
    const stage = next(kept.state.stage);
    if (stage === undefined) return false;
    const state = { ...kept.state, stage };
    await saveState(tx, person, { ...kept, state }, now);
    await sendAfterSilence(tx, someone, state, now);
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
  };
}
