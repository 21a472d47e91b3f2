import { parseLinkCode } from "../link-code.ts";
import type { Level } from "../report.ts";
import { sha256Hex, toUtf8 } from "../sealing/bytes.ts";
import type { Role } from "../triage/reading/features.ts";
import { type Reading, readingOf } from "../triage/reading/read.ts";
import type { Word } from "../triage/reading/sentences.ts";
import type { Weights } from "../triage/reading/weights.ts";
import { higherOf } from "../triage/triage.ts";
import {
  accusedWays,
  acknowledgements,
  cries,
  dangerWays,
  greetings,
  insults,
  no,
  numbersInWords,
  send,
  thanks,
  whenWays,
  yes,
} from "./answers.ts";
import type { Heard, MediaKind, Move, Wish } from "./heard.ts";
import {
  isSaid,
  isWithin,
  isWithinMarked,
  looksForeign,
  placeWithin,
  politeWords,
  type Saying,
  withoutLastParticles,
  withoutPoliteness,
  wordsIn,
} from "./listening.ts";
import { moveOfPayload } from "./payloads.ts";
import { wishes } from "./wishes.ts";
import { accusedUndenied, dangerUndenied } from "./without-denial.ts";

/**
 * Reads what a person typed or pressed, and gives codes only: what they want of the conversation, and
 * what the reader of reports makes of the words. A set phrase of ours is not read: it tells nothing,
 * and the reader expects a story. What stands around a wish is. Total, pure; keeps nothing of the text.
 */
export function hear(text: string, role: Role, weights?: Weights): Heard {
  const certain = certainMove(text);
  if (certain?.kind === "receipt") {
    return { ...hear(withoutDigits(text), role, weights), move: certain };
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
  const { move, reading } = heardInWords(text, typed, role, weights);
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

/** Moves that no story can be mistaken for. */
function certainMove(text: string): Move | undefined {
  const trimmed = text.trim();
  const pressed = trimmed.startsWith("#") ? moveOfPayload(trimmed) : undefined;
  if (pressed !== undefined) return pressed;
  const number = numberIn(trimmed);
  if (number !== undefined) return { kind: "number", number };
  if (emergencyNumber.test(trimmed)) return { kind: "wish", wish: "numbers" };
  if (receiptLike.test(trimmed.normalize("NFKC"))) return { kind: "receipt" };
  const code = parseLinkCode(trimmed);
  return code === undefined ? undefined : { kind: "link-code", codeHash: sha256Hex(toUtf8(code)) };
}

const emergencyNumber = /^(?:số |so |gọi |goi )?11[1345][.!? ]*$/i;

/** About twenty digits in any grouping: a receipt, perhaps mistyped. Nobody needs so many for anything else. */
const receiptLike = /(?<!\d)\d(?:[\s\p{Cf}\p{Pd}.·•]*\d){15,23}(?!\d)/u;

function withoutDigits(text: string): string {
  return text.normalize("NFKC").replace(/\d/g, " ");
}

function numberIn(text: string): number | undefined {
  const written =
    /^(?:số|so|câu|cau|mục|muc|chọn|chon|ý|bấm|bam)?\s*(1[0-9]|[1-9])\ufe0f?\u20e3?\s*(?:[.)!,]|ạ|a|nhé|nhe|nha|đi|di)?$/iu;
  const [, digit] = written.exec(text.normalize("NFKC").trim()) ?? [];
  if (digit !== undefined) return Number(digit);
  const said = withoutPoliteness(wordsIn(text));
  const at = numbersInWords.findIndex((ways) => isOneOf(ways, said));
  return at === -1 ? undefined : at + 1;
}

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

function moveIn(
  typed: readonly Word[],
  reading: Reading,
  isTale: boolean,
  { wish, talk }: { readonly wish: Wish | undefined; readonly talk: Move | undefined },
): Move {
  if (isUrgent(reading)) {
    const isWish = wish !== undefined && !wishesThatMayWait.has(wish);
    return isWish ? { kind: "wish", wish } : { kind: "tells" };
  }
  const isShort = typed.length <= mostWordsOfAWish;
  if (talk !== undefined) return talk;
  if (isShort && isInsult(typed)) return { kind: "insult" };
  if (wish !== undefined) return { kind: "wish", wish };
  if (isShort && opens(thanks, typed)) return { kind: "thanks" };
  if (isShort && !isTale && opens(greetings, typed)) return { kind: "greeting" };
  return { kind: isTale ? "tells" : "unknown" };
}

/** Of less the reader, who expects a story, only guesses; what is plainly named is heard all the same. */
const fewestWordsToJudge = 4;
const fewestWordsOfAnEmergency = 6;
const fewestWordsBesideAWish = 5;
const fewestWordsOfATale = 7; // to be more than small talk

function isInsult(typed: readonly Word[]): boolean {
  return (
    insults.within.some((saying) => isWithin(saying, typed)) ||
    insults.marked.some((saying) => isWithinMarked(saying, typed))
  );
}

/** Whoever names one of these beside a danger tells of the danger: "trong nhóm Zalo nó dọa giết em". */
const wishesThatMayWait: ReadonlySet<Wish> = new Set(["news", "groups", "follow", "menu", "help"]);

const kindsOfTalk = [
  ["yes", yes],
  ["no", no],
  ["send", send],
  ["greeting", greetings],
  ["thanks", thanks],
  ["insult", insults.whole],
] as const;

/** A set phrase that is the whole message, with or without polite words around it. */
function wholeSaying(typed: readonly Word[]): Move | undefined {
  return (
    wholeMove(typed) ??
    wholeMove(withoutLastParticles(typed)) ??
    wholeMove(withoutPoliteness(typed))
  );
}

/** Words that are no set phrase: what they tell, and what is wished for among them. */
function heardInWords(
  text: string,
  typed: readonly Word[],
  role: Role,
  weights: Weights | undefined,
): { readonly move: Move; readonly reading: Reading } {
  const wished = typed.length <= mostWordsOfAWish ? wishWithin(typed) : undefined;
  const beside = wished?.beside ?? typed;
  const told = wished === undefined ? text : spoken(beside);
  const byWords = readingOf(told, role);
  const isPlain = byWords.level === "not_a_report";
  const isNamed = isPlain || (!isUrgent(byWords) && typed.length <= mostWordsOfAnEverydayWish);
  const wish = wished?.wish ?? (isNamed ? wishNamed(typed) : undefined);
  const talk = isPlain && wish === undefined ? smallTalkOf(typed) : undefined;
  const isRead =
    talk === undefined &&
    beside.length >= (wished === undefined ? fewestWordsToJudge : fewestWordsBesideAWish);
  const heard = isRead ? judgedFrom(readingOf(told, role, weights), byWords, typed) : byWords;
  const reading = atLeast(heard, levelOfCries(typed));
  const isLong = typed.length >= fewestWordsOfATale && reading.level !== "not_a_report";
  const isTale = !looksForeign(text) && (!isPlain || isLong);
  return { move: moveIn(typed, reading, isTale, { wish, talk }), reading };
}

const mostWordsOfAnEverydayWish = 8;

/** Of very few words an emergency is called only where it is plainly named; else it is high. */
function judgedFrom(reading: Reading, byWords: Reading, typed: readonly Word[]): Reading {
  const isSure = typed.length >= fewestWordsOfAnEmergency || byWords.level === "emergency";
  return reading.level === "emergency" && !isSure ? { ...reading, level: "high" } : reading;
}

function isUrgent({ level }: Reading): boolean {
  return level === "emergency" || level === "high";
}

function wholeMove(typed: readonly Word[]): Move | undefined {
  const wish = wishes.find(([, ways]) => isOneOf(ways.whole, typed));
  if (wish !== undefined) return { kind: "wish", wish: wish[0] };
  const kind = kindsOfTalk.find(([, ways]) => isOneOf(ways, typed));
  if (kind !== undefined) return { kind: kind[0] };
  return isOneOf(acknowledgements, typed) ? { kind: "acknowledge", alert: null } : undefined;
}

/** Small talk in words of our lists alone, however they are put together: "ok cảm ơn ạ". */
function smallTalkOf(typed: readonly Word[]): Move | undefined {
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

const mostWordsOfSmallTalk = 7;
const talkInOrder = [...kindsOfTalk].reverse();
const stops = wishes.find(([wish]) => wish === "stop")?.[1].whole ?? [];
const smallWords: ReadonlySet<string> = new Set(
  [...kindsOfTalk.flatMap(([, ways]) => ways), ...stops, ...politeWords]
    .flat()
    .map(({ plain }) => plain),
);

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

function isOneOf(ways: readonly Saying[], typed: readonly Word[]): boolean {
  return ways.some((saying) => isSaid(saying, typed));
}

function opens(ways: readonly Saying[], typed: readonly Word[]): boolean {
  return ways.some((saying) => isSaid(saying, typed.slice(0, saying.length)));
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
