import {
  answer,
  type Colleague,
  close,
  handOverTo,
  joinDesk,
  note,
  oneTimeCode,
  signInAgain,
  take,
  type Workplace,
} from "./colleague.ts";
import { correct, readAgain } from "./correcting.ts";
import { dangerFacts, reply, returnWith, type Sealed, submit } from "./reporter.ts";

/** Everything that people type or photograph in the course of a story. */
export type Words = {
  readonly story: string;
  readonly answer: string;
  readonly note: string;
  readonly reply: string;
  readonly photo: Uint8Array;
  readonly passphrase: string;
};

export type WholeStory = {
  readonly police: Colleague;
  readonly school: Colleague;
  readonly urgent: Sealed;
  readonly quiet: Sealed;
  readonly urgentId: string;
  readonly quietId: string;
};

/**
 * Two reports from the first word to the last. The urgent one is told to three desks at once,
 * taken by the police, answered, corrected to a lower level and handed over; the quiet one goes from the school to a desk that
 * had no envelope, is closed, and comes back with the writer's next message. In the end the officer
 * signs in from another computer.
 */
export async function tellWholeStory(place: Workplace, words: Words): Promise<WholeStory> {
  const { url } = place;
  const police = await joinDesk(place, "police-nam-ban", words.passphrase);
  const school = await joinDesk(place, "cill-cus", words.passphrase);
  const { story } = words;

  const urgent = await submit(url, { facts: dangerFacts, story, photos: [words.photo] });
  const urgentId = await newestOf(police);
  await wentWell(take(police, urgentId));
  await wentWell(answer(police, urgentId, words.answer));
  await wentWell(note(police, urgentId, words.note));
  const sha256 = urgent.photos[0]?.sha256 ?? "";
  await wentWell(police.call("GET", `/api/staff/reports/${urgentId}/photos/${sha256}`));
  await wentWell(reply(url, urgent.receipt, { text: words.reply, photos: [words.photo] }));
  await wentWell(correct(police, urgentId, { level: "high", reason: "danger_is_over" }));
  await wentWell(handOverTo(police, urgentId, "department"));
  await returnWith(url, urgent.receipt);

  const quiet = await submit(url, { story, photos: [words.photo] });
  const quietId = await newestOf(school, urgentId);
  await wentWell(take(school, quietId));
  await wentWell(note(school, quietId, words.note));
  await wentWell(readAgain(school, quietId, ["says_again"]));
  await wentWell(handOverTo(school, quietId, "police-nam-ban"));
  await wentWell(take(police, quietId));
  await wentWell(answer(police, quietId, words.answer));
  await wentWell(close(police, quietId, "safe_now"));
  await wentWell(reply(url, quiet.receipt, { text: words.reply }));

  const nextCode = oneTimeCode(police.totpSecret, 30); // this half minute's has been used
  await wentWell(signInAgain(place, police, nextCode).then(({ answer: signedIn }) => signedIn));
  return { police, school, urgent, quiet, urgentId, quietId };
}

async function newestOf(colleague: Colleague, except?: string): Promise<string> {
  const row = (await colleague.queue()).find(({ id }) => id !== except);
  if (row === undefined) throw new Error("the report is in no queue");
  return row.id;
}

async function wentWell(answering: Promise<{ readonly status: number }>): Promise<void> {
  const { status } = await answering;
  if (status >= 300) throw new Error(`a step of the story was refused: ${status}`);
}
