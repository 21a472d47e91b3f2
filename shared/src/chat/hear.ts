import type { Level } from "../report.ts";
import type { Role } from "../triage/reading/features.ts";
import { type Reading, readingOf } from "../triage/reading/read.ts";
import { composed, type Word } from "../triage/reading/sentences.ts";
import type { Weights } from "../triage/reading/weights.ts";
import { higherOf } from "../triage/triage.ts";
import { accusedWays, cries, dangerWays, greetings, thanks, whenWays } from "./answers.ts";
import { bars } from "./bars.ts";
import { certainMove, withoutDigits } from "./certain.ts";
import { type Heard, type MediaKind, type Move, Wish } from "./heard.ts";
import { type Intent, type Meaning, meaningOf } from "./intents.ts";
import {
  isOneOf,
  isWithin,
  isWithinMarked,
  looksForeign,
  placeWithin,
  type Saying,
  wordsIn,
} from "./listening.ts";
import { isInsult, opens, smallTalkOf, wholeSaying } from "./small-talk.ts";
import { wishes } from "./wishes.ts";
import { accusedUndenied, dangerUndenied } from "./without-denial.ts";

/** What training left behind: without it rules and words alone speak. */
type Ears = {
  readonly reports?: Weights | undefined; // how urgent a story is
  readonly intents?: Weights | undefined; // what a message is meant as
};

/**
 * Reads what a person typed or pressed, and gives codes only: what they want of the conversation, and
 * what the reader of reports makes of the words. A set phrase of ours is not read: it tells nothing,
 * and the reader expects a story. What stands around a wish is. Total, pure; keeps nothing of the text.
 */
export function hear(text: string, role: Role, reports?: Weights, intents?: Weights): Heard {
  return heardIn(composed(text), role, { reports, intents });
}

function heardIn(text: string, role: Role, ears: Ears): Heard {
  const certain = certainMove(text);
  if (certain?.kind === "receipt") {
    return { ...heardIn(withoutDigits(text), role, ears), move: certain };
  }
  if (certain !== undefined) return { ...silent, move: certain };
  const typed = wordsIn(text);
  const answers = {
    media: null,
    accused: accusedUndenied(firstWay(accusedWays, typed), typed),
    when: firstWay(whenWays, typed),
    danger: dangerUndenied(firstWay(dangerWays, typed), typed),
  };
  const whole = wholeSaying(typed);
  if (whole !== undefined) return { move: whole, reading: null, ...answers };
  const { move, reading } = heardInWords(text, typed, role, ears);
  const { level, categories, accused, signals } = reading;
  return {
    move,
    reading: { level, categories: [...categories], accused, signals: [...signals] },
    ...answers,
  };
}

/** What is heard of a person who did something without a word. */
export function heardWithoutWords(move: Move, media: MediaKind | null = null): Heard {
  return { ...silent, media, move };
}

const silent = { reading: null, media: null, accused: null, when: null, danger: null } as const;

const mostWordsOfAWish = 14; // beyond that somebody tells a story, whatever it mentions

function levelOfCries(typed: readonly Word[]): Level {
  const isCry =
    isOneOf(cries.whole, typed) ||
    cries.within.some((cry) => isWithin(cry, typed)) ||
    cries.marked.some((cry) => isWithinMarked(cry, typed));
  return isCry && typed.length <= mostWordsOfACry ? "high" : "not_a_report";
}

const mostWordsOfACry = 14; // longer texts the reader judges better

function atLeast(reading: Reading, level: Level): Reading {
  return { ...reading, level: higherOf<Level>(reading.level, level) };
}

function spoken(words: readonly Word[]): string {
  return words.map((word) => word.marked ?? word.plain).join(" ");
}

/** Of less the reader, who expects a story, only guesses; what is plainly named is heard all the same. */
const fewestWordsToJudge = 4;
const fewestWordsOfAnEmergency = 6;
const fewestWordsBesideAWish = 5;
const fewestWordsOfATale = 7; // to be more than small talk

/** What rules and words find in a message. */
type Found = {
  readonly wish: Wish | undefined;
  readonly talk: Move | undefined; // small talk, and nothing else
  readonly told: string; // what stands around the wish, if there is one
  readonly byWords: Reading; // of that
  readonly isJudged: boolean; // there is enough of it for the reader
};

/** Words that are no set phrase: what they tell, and what is wished for among them. */
function heardInWords(
  text: string,
  typed: readonly Word[],
  role: Role,
  { reports, intents }: Ears,
): { readonly move: Move; readonly reading: Reading } {
  const found = foundIn(text, typed, role);
  const isMeant = intents !== undefined && found.talk === undefined;
  const meaning = isMeant ? meaningOf(text, intents) : undefined;
  const cry = levelOfCries(typed);
  const byWords = atLeast(found.byWords, cry);
  const judged = found.isJudged
    ? atLeast(judgedFrom(readingOf(found.told, role, reports), found.byWords, typed), cry)
    : byWords;
  const reading = weighed(judged, byWords, meaning, typed);
  if (isUrgent(reading)) return { move: moveInDanger(found), reading };
  const isPlain = found.byWords.level === "not_a_report";
  const isLong = typed.length >= fewestWordsOfATale && reading.level !== "not_a_report";
  const isTale = !looksForeign(text) && (!isPlain || isLong);
  return { move: calmMove(typed, found, meaning && intentMeant(meaning, typed), isTale), reading };
}

function foundIn(text: string, typed: readonly Word[], role: Role): Found {
  const wished = typed.length <= mostWordsOfAWish ? wishWithin(typed) : undefined;
  const told = wished === undefined ? text : spoken(wished.beside);
  const byWords = readingOf(told, role);
  const isPlain = byWords.level === "not_a_report";
  const isNamed = isPlain || (!isUrgent(byWords) && typed.length <= mostWordsOfAnEverydayWish);
  const wish = wished?.wish ?? (isNamed ? wishNamed(typed) : undefined);
  const talk = isPlain && wish === undefined ? smallTalkOf(typed) : undefined;
  const isEnough =
    wished === undefined
      ? typed.length >= fewestWordsToJudge
      : wished.beside.length >= fewestWordsBesideAWish;
  return { wish, talk, told, byWords, isJudged: talk === undefined && isEnough };
}

const mostWordsOfAnEverydayWish = 8;

/**
 * The reading, in the light of what the message is likely meant as. A likely danger is urgent; what
 * the words plainly name stays as urgent as it is; what only the reader of reports takes for urgent
 * is not when it is plainly no story.
 */
function weighed(
  judged: Reading,
  byWords: Reading,
  meaning: Meaning | undefined,
  typed: readonly Word[],
): Reading {
  if (meaning === undefined) return judged;
  const isNamed = isUrgent(byWords);
  const kind = isNamed ? "named" : typed.length <= mostWordsOfAWish ? "short" : "story";
  if (meaning.danger >= bars.danger[kind]) return atLeast(judged, "high");
  return isUrgent(judged) && !isNamed && isNoStory(meaning) ? byWords : judged;
}

function isNoStory({ intent, likelihood, danger }: Meaning): boolean {
  if (intent === "danger" || intent === "tells") return false;
  const bar = intent === "other" ? bars.other : bars.wish;
  return likelihood >= bar.from && danger <= bar.danger;
}

/** What the message is believed to be meant as; in a long one nobody only wishes for something. */
function intentMeant({ intent, likelihood }: Meaning, typed: readonly Word[]): Intent | undefined {
  return likelihood >= bars.meant && typed.length <= mostWordsMeant ? intent : undefined;
}

const mostWordsMeant = 40;

/** Whoever names one of these beside a danger tells of the danger: "trong nhóm Zalo nó dọa giết em". */
const wishesThatMayWait: ReadonlySet<Wish> = new Set(["news", "groups", "follow", "menu", "help"]);

function moveInDanger({ wish }: Found): Move {
  const isWish = wish !== undefined && !wishesThatMayWait.has(wish);
  return isWish ? { kind: "wish", wish } : { kind: "tells" };
}

/** A believed intent goes before a phrase of the rules: it has heard the whole message. */
function calmMove(
  typed: readonly Word[],
  { wish, talk }: Found,
  meant: Intent | undefined,
  isTale: boolean,
): Move {
  if (talk !== undefined) return talk;
  const isShort = typed.length <= mostWordsOfAWish;
  const wished = meant === undefined ? wish : Wish.safeParse(meant).data;
  if (meant === undefined && isShort && isInsult(typed)) return { kind: "insult" };
  if (wished !== undefined) return { kind: "wish", wish: wished };
  if (isShort && isInsult(typed)) return { kind: "insult" };
  if (meant === "thanks" || (isShort && opens(thanks, typed))) return { kind: "thanks" };
  const isStory = meant === undefined ? isTale : meant === "tells" || meant === "danger";
  if (isShort && !isStory && opens(greetings, typed)) return { kind: "greeting" };
  return { kind: isStory ? "tells" : "unknown" };
}

/** Of very few words an emergency is called only where it is plainly named; else it is high. */
function judgedFrom(reading: Reading, byWords: Reading, typed: readonly Word[]): Reading {
  const isSure = typed.length >= fewestWordsOfAnEmergency || byWords.level === "emergency";
  return reading.level === "emergency" && !isSure ? { ...reading, level: "high" } : reading;
}

function isUrgent({ level }: Reading): boolean {
  return level === "emergency" || level === "high";
}

/** The wish that a short message names piece by piece: "xin" and "nhóm" and "phụ huynh". */
function wishNamed(typed: readonly Word[]): Wish | undefined {
  if (typed.length > mostWordsOfNaming) return undefined;
  const named = wishes.find(
    ([, { together }]) =>
      together.length > 0 &&
      together.every((list) => list.some((saying) => isWithin(saying, typed))),
  );
  return named?.[0];
}

const mostWordsOfNaming = 11;

/** The wish that a message holds, and the words around it. */
function wishWithin(typed: readonly Word[]) {
  for (const [wish, ways] of wishes) {
    for (const saying of ways.within) {
      const at = placeWithin(saying, typed);
      if (at === -1) continue;
      return { wish, beside: [...typed.slice(0, at), ...typed.slice(at + saying.length)] };
    }
  }
  return undefined;
}

/** The first of these that is named in a short answer; in a longer text the question was not answered. */
function firstWay<Named>(
  ways: readonly (readonly [Named, readonly Saying[]])[],
  typed: readonly Word[],
): Named | null {
  if (typed.length > mostWordsOfAWish) return null;
  const found = ways.find(([, sayings]) => sayings.some((saying) => isWithin(saying, typed)));
  return found?.[0] ?? null;
}
