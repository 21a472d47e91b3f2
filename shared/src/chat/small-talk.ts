import type { Word } from "../triage/reading/sentences.ts";
import { acknowledgements, greetings, insults, no, send, thanks, yes } from "./answers.ts";
import type { Move } from "./heard.ts";
import {
  isOneOf,
  isSaid,
  isWithin,
  isWithinMarked,
  politeWords,
  type Saying,
  withoutLastParticles,
  withoutPoliteness,
} from "./listening.ts";
import { wishes } from "./wishes.ts";

/** A set phrase that is the whole message, with or without polite words around it. */
export function wholeSaying(typed: readonly Word[]): Move | undefined {
  return (
    wholeMove(typed) ??
    wholeMove(withoutLastParticles(typed)) ??
    wholeMove(withoutPoliteness(typed))
  );
}

/** Small talk in words of our lists alone, however they are put together: "ok cảm ơn ạ". */
export function smallTalkOf(typed: readonly Word[]): Move | undefined {
  if (typed.length > mostWordsOfSmallTalk) return undefined;
  if (!typed.every(({ plain }) => smallWords.has(plain))) return undefined;
  if (stops.some((saying) => isSaid(saying, typed.slice(0, saying.length)))) {
    return { kind: "wish", wish: "stop" };
  }
  const kind = talkInOrder.find(([kind, ways]) =>
    kind === "yes" || kind === "no"
      ? opens(ways, typed)
      : ways.some((saying) => isWithin(saying, typed)),
  );
  return kind === undefined ? undefined : { kind: kind[0] };
}

/** Whether a message that tells nothing else abuses us. */
export function isInsult(typed: readonly Word[]): boolean {
  return (
    insults.within.some((saying) => isWithin(saying, typed)) ||
    insults.marked.some((saying) => isWithinMarked(saying, typed))
  );
}

/** Whether a message begins with one of these. */
export function opens(ways: readonly Saying[], typed: readonly Word[]): boolean {
  return ways.some((saying) => isSaid(saying, typed.slice(0, saying.length)));
}

function wholeMove(typed: readonly Word[]): Move | undefined {
  const wish = wishes.find(([, ways]) => isOneOf(ways.whole, typed));
  if (wish !== undefined) return { kind: "wish", wish: wish[0] };
  const kind = kindsOfTalk.find(([, ways]) => isOneOf(ways, typed));
  if (kind !== undefined) return { kind: kind[0] };
  return isOneOf(acknowledgements, typed) ? { kind: "acknowledge", alert: null } : undefined;
}

const kindsOfTalk = [
  ["yes", yes],
  ["no", no],
  ["send", send],
  ["greeting", greetings],
  ["thanks", thanks],
  ["insult", insults.whole],
] as const;

const mostWordsOfSmallTalk = 7;
const talkInOrder = [...kindsOfTalk].reverse();
const stops = wishes.find(([wish]) => wish === "stop")?.[1].whole ?? [];
const smallWords: ReadonlySet<string> = new Set(
  [...kindsOfTalk.flatMap(([, ways]) => ways), ...stops, ...politeWords]
    .flat()
    .map(({ plain }) => plain),
);
