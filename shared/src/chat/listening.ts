import { foldVietnamese } from "../text/fold.ts";
import { sentencesOf, type Word } from "../triage/reading/sentences.ts";
import { expanded } from "../triage/reading/shorthand.ts";
import { isSyllable } from "../triage/reading/syllable.ts";

/** One thing that people say, as it was written down for us: with its tone marks. */
export type Saying = readonly Word[];

/** What a person typed, as words: shortened ones written out, slips mended. */
export function wordsIn(text: string): readonly Word[] {
  return sentencesOf(text).flat();
}

/** Whether at least half of what was typed is no Vietnamese, however shortened. */
export function looksForeign(text: string): boolean {
  const tokens = foldVietnamese(text).match(/\p{L}+/gu) ?? [];
  const strange = tokens.filter((token) => !isSyllable(token) && expanded(token) === undefined);
  return tokens.length >= 3 && strange.length * 2 >= tokens.length;
}

/** A list of sayings divided by `|`, ready to be listened for. */
export function sayings(list: string): readonly Saying[] {
  return list.split("|").map((saying) => wordsIn(saying));
}

/** Whether these words, and no others, were typed. */
export function isSaid(saying: Saying, typed: readonly Word[]): boolean {
  return saying.length === typed.length && startsAt(saying, typed, 0);
}

/** Whether one of these, and no other word, was typed. */
export function isOneOf(ways: readonly Saying[], typed: readonly Word[]): boolean {
  return ways.some((saying) => isSaid(saying, typed));
}

/** Whether these words stand together somewhere in what was typed. */
export function isWithin(saying: Saying, typed: readonly Word[]): boolean {
  return placeWithin(saying, typed) !== -1;
}

/** The place where these words stand together in what was typed, or -1. */
export function placeWithin(saying: Saying, typed: readonly Word[]): number {
  return typed.findIndex((_word, at) => startsAt(saying, typed, at));
}

/** The same, where every word was typed with exactly its tone marks. */
export function isWithinMarked(saying: Saying, typed: readonly Word[]): boolean {
  const at = placeWithin(saying, typed);
  return at !== -1 && saying.every((word, step) => word.marked === typed[at + step]?.marked);
}

function startsAt(saying: Saying, typed: readonly Word[], at: number): boolean {
  return saying.length > 0 && saying.every((word, step) => isSame(word, typed[at + step]));
}

/** Marks that were left out do not matter; marks that make it another word do: "cô" is not "có". */
function isSame(written: Word, typed: Word | undefined): boolean {
  if (typed === undefined || written.plain !== typed.plain) return false;
  if (typed.marked === undefined) return true;
  const marks = [...marksOf(written.marked ?? "")];
  return [...marksOf(typed.marked)].every((mark) => {
    const at = marks.indexOf(mark);
    if (at !== -1) marks.splice(at, 1);
    return at !== -1;
  });
}

function marksOf(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[đð]/g, "\u0335")
    .replace(/[^\p{M}]/gu, "");
}

/** Without the little words at its end: "dạ không ạ" → "dạ không". */
export function withoutLastParticles(typed: readonly Word[]): readonly Word[] {
  return typed.slice(0, endWithout(particles, typed, 1));
}

/** Without the polite words around it: "cho em xem tin mới với ạ" → "xem tin mới". */
export function withoutPoliteness(typed: readonly Word[]): readonly Word[] {
  let from = 0;
  for (;;) {
    const polite = before.find((saying) => startsAt(saying, typed, from));
    if (polite === undefined) break;
    from += polite.length;
  }
  const end = endWithout(after, typed, from);
  return from < end ? typed.slice(from, end) : typed;
}

/** Where the words end without any of these at their end; the first `kept` words stay. */
function endWithout(endings: readonly Saying[], typed: readonly Word[], kept: number): number {
  let end = typed.length;
  for (;;) {
    const last = endings.find(
      (saying) => end - saying.length >= kept && startsAt(saying, typed, end - saying.length),
    );
    if (last === undefined) return end;
    end -= last.length;
  }
}

const particles = sayings("ạ|nhé|nha|nhá|nghe|nè|nhỉ|đi|với|luôn|ad|bạn|vậy|thế|nữa");
const before = longestFirst(
  "dạ|thưa|xin|làm ơn|vui lòng|ad|admin|ad ơi|bot ơi|bot|shop|anh|chị|cô|thầy|bác|em|mình|tôi|tớ|con|cháu|tui|cho em|cho mình|cho tôi|cho con|cho cháu|cho tui|cho hỏi|cho em hỏi|hãy|muốn|cần|giúp|giúp em|giúp mình|nhờ|được|ơi|à|ờm|ừm|thế|vậy|nếu|bây giờ|giờ|alo|chào|xin chào|bạn|bạn ơi|có thể|là|định|thôi cho",
);
const after = longestFirst(
  "ạ|à|nhé|nha|nhá|nghe|nhỉ|đi|đi ạ|với|với ạ|ơi|ad|admin|bot|bạn|em|mình|tôi|hộ|giùm|dùm|giúp|được không|không|không ạ|hả|thế|vậy|nữa|luôn|nè|này|coi|cái|phát|ha|hen|đó|ấy|cho em|cho mình|cho tôi|ở đây|trên này|thì sao|ở đâu|thế nào|như thế nào|làm sao",
);

/** Every polite word there is. */
export const politeWords: readonly Saying[] = [...before, ...after, ...sayings("đây|đó|gì|mà")];

function longestFirst(list: string): readonly Saying[] {
  return [...sayings(list)].sort((a, b) => b.length - a.length);
}
