import type { Mention } from "./concepts.ts";
import type { Sentence, Word } from "./sentences.ts";

/** Who writes, as far as the reader cares. */
export type Role = "student" | "parent" | "teacher" | "other";

/** Bits of a feature's name: few enough to be stored cheaply, enough to keep names apart. */
const nameBits = 24;

/** The feature that says who writes. */
export function roleFeature(role: Role): number {
  return named(kinds.role, hashOf(role));
}

/** What the trained weights look at in one sentence, as numbers. */
export type Features = {
  /** Single words, neighbours, word pieces (for slips and foreign words), groups of the lexicon. */
  readonly plain: readonly number[];
  /** Words with their tone marks, where there are any. */
  readonly marked: readonly number[];
};

/**
 * The features of a sentence and of the groups mentioned in it. Linear in its length. The numbers
 * are part of the trained weights: whoever changes this trains again.
 */
export function featuresOf(sentence: Sentence, mentions: readonly Mention[]): Features {
  const plain: number[] = [];
  addWords(sentence, plain);
  addGroups(sentence, mentions, plain);
  const marked: number[] = [];
  addMarkedWords(sentence, marked);
  return { plain, marked };
}

/** How a message begins and ends, and how long it is: what tells a short request from a story. */
export function edgesOf(words: readonly Word[]): readonly number[] {
  const [first, second] = words.slice(0, 2).map(({ plain }) => hashOf(plain));
  const [last, beforeLast] = words
    .slice(-2)
    .reverse()
    .map(({ plain }) => hashOf(plain));
  const length = Math.min(longest, Math.floor(2 * Math.log2(words.length + 1)));
  return [
    named(kinds.length, length),
    ...(first === undefined ? [] : [named(kinds.first, first)]),
    ...(last === undefined ? [] : [named(kinds.last, last)]),
    ...(first === undefined || second === undefined
      ? []
      : [named(kinds.firstPair, mixed(first, second))]),
    ...(last === undefined || beforeLast === undefined
      ? []
      : [named(kinds.lastPair, mixed(beforeLast, last))]),
  ];
}

/** From some fifteen words on a message counts as long. */
const longest = 8;

const kinds = {
  role: 1,
  word: 2,
  pair: 3,
  triple: 4,
  apart: 5,
  piece: 6,
  marked: 7,
  markedPair: 8,
  group: 9,
  groupPair: 10,
  groupsApart: 11,
  length: 12,
  first: 13,
  last: 14,
  firstPair: 15,
  lastPair: 16,
} as const;

function addWords(sentence: Sentence, features: number[]): void {
  const hashes = sentence.map((word) => hashOf(word.plain));
  for (let at = 0; at < hashes.length; at += 1) {
    const word = hashes[at] ?? 0;
    const next = hashes[at + 1];
    const afterNext = hashes[at + 2];
    features.push(named(kinds.word, word));
    addPieces(sentence[at]?.plain ?? "", features);
    if (next === undefined) continue;
    features.push(named(kinds.pair, mixed(word, next)));
    if (afterNext === undefined) continue;
    features.push(named(kinds.triple, mixed(mixed(word, next), afterNext)));
    features.push(named(kinds.apart, mixed(word, afterNext)));
  }
}

/** Three letters in a row, the word's ends counting as one each. */
function addPieces(word: string, features: number[]): void {
  const whole = `^${word}$`;
  for (let from = 0; from + 3 <= whole.length; from += 1) {
    features.push(named(kinds.piece, hashOf(whole, from, from + 3)));
  }
}

function addMarkedWords(sentence: Sentence, features: number[]): void {
  for (let at = 0; at < sentence.length; at += 1) {
    const word = sentence[at];
    const next = sentence[at + 1];
    if (word?.marked !== undefined) features.push(named(kinds.marked, hashOf(word.marked)));
    if (word !== undefined && next !== undefined && hasMarks(word, next)) {
      features.push(named(kinds.markedPair, mixed(hashOfMarked(word), hashOfMarked(next))));
    }
  }
}

function addGroups(sentence: Sentence, mentions: readonly Mention[], features: number[]): void {
  const groups = mentions.map(({ concept, from }) => {
    const isDenied = denies(sentence[from - 1]) || denies(sentence[from - 2]);
    return mixed(hashOf(concept), isDenied ? 1 : 0);
  });
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0;
    const next = groups[at + 1];
    const afterNext = groups[at + 2];
    features.push(named(kinds.group, group));
    if (next !== undefined) features.push(named(kinds.groupPair, mixed(group, next)));
    if (afterNext !== undefined) features.push(named(kinds.groupsApart, mixed(group, afterNext)));
  }
}

function denies(word: Word | undefined): boolean {
  return word !== undefined && denials.has(word.plain);
}

/** Words that deny what follows within two words. */
const denials = new Set([
  "khong",
  "chua",
  "chang",
  "cha",
  "dau",
  "nao",
  "hong",
  "dung",
  "het",
  "khoi",
  "no",
]);

function hasMarks(word: Word, next: Word): boolean {
  return word.marked !== undefined || next.marked !== undefined;
}

function hashOfMarked(word: Word): number {
  return hashOf(word.marked ?? word.plain);
}

function named(kind: number, hash: number): number {
  return mixed(kind, hash) >>> (32 - nameBits);
}

/** FNV-1a over UTF-16 units: spreads names over 32 bits; nothing secret depends on it. */
function hashOf(name: string, from = 0, to = name.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Two hashes into one; the order matters. Finisher of MurmurHash3. */
function mixed(first: number, second: number): number {
  let hash = Math.imul(first ^ (second + 0x9e3779b9 + (first << 6) + (first >>> 2)), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
