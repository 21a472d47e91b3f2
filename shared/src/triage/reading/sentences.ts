import { expanded } from "./shorthand.ts";
import { isSyllable, mendTelex, splitRunOn } from "./syllable.ts";

/** One syllable without tone marks, and as it was written where it bore any. */
export type Word = { readonly plain: string; readonly marked: string | undefined };

/** Words up to a full stop, a line break or the like. Figures become `#gio`, `#tien`, `#lop`, `#so` … */
export type Sentence = readonly Word[];

/**
 * A text as the reader sees it: sentences of syllables in lower case, shortened words written out,
 * typing slips mended. The same result for composed and decomposed Unicode, for capitals, for
 * doubled letters, and with or without emoji. Linear in the length of the text.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const written = withoutPiles(text)
    .normalize("NFKC")
    .replace(invisible, "")
    .toLowerCase()
    .replace(dottedLetter, "$1$2");
  const known = new Map<string, readonly Word[]>();
  const sentences: Word[][] = [];
  let sentence: Word[] = [];
  for (const [token] of written.matchAll(tokens)) {
    if (stops.has(token.charAt(0))) {
      if (sentence.length > 0) sentences.push(sentence);
      sentence = [];
      continue;
    }
    let words = known.get(token);
    if (words === undefined) {
      words = wordsOf(token);
      known.set(token, words);
    }
    for (const word of words) sentence.push(word);
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

/** The same text however its marks were typed: composed. Linear in its length. */
export function composed(text: string): string {
  return withoutPiles(text).normalize("NFC");
}

/** No letter has more marks; putting a pile of them in order would take its square. */
function withoutPiles(text: string): string {
  return text.replace(pilesOfMarks, (pile) => pile.slice(0, mostMarks));
}

const mostMarks = 3;
const pilesOfMarks = /\p{M}{4,}/gu;
const invisible = /\p{Cf}|[\ufe00-\ufe0f]/gu;
const dottedLetter = /(^|[^\p{L}\p{M}])((\p{L})\3*)\.(?=\p{L})/gu; // "t.ự t.ử"
const tokens = /[\p{L}\p{M}0-9]+(?:[/:][0-9]+)?|[.!?\n;…]/gu;
const stops = new Set(".!?\n;…");

function wordsOf(token: string): readonly Word[] {
  const plain = token.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đð]/g, "d");
  const known = expanded(plain);
  if (known !== undefined) return known.map(unmarked);
  if (/[0-9]/.test(plain)) {
    const disguised = wordBehindDigits(plain);
    if (disguised !== undefined) return [unmarked(disguised)];
    const figure = figureOf(motorbike.test(plain) ? plain : plain.replace(/([a-z])\1+/g, "$1"));
    if (figure !== undefined) return [unmarked(figure)];
    return (plain.match(/[a-z]+|[0-9]+/g) ?? []).flatMap(wordsOf); // run together: "lop4em"
  }
  if (laughter.test(plain)) return [];
  const single = plain.replace(/(.)\1+/g, "$1");
  const short = expanded(single);
  if (short !== undefined) return short.map(unmarked);
  const syllables = splitRunOn(mendTelex(single));
  const marked =
    syllables.length === 1 && plain !== token ? token.replace(/(.)\1+/g, "$1") : undefined;
  return syllables.map((syllable) => ({ plain: syllable, marked }));
}

/** Laughing and sobbing say little: people laugh at the end of the saddest lines. */
const laughter = /^(?:k{3,}|(?:ha|hi|he|ho|hu|hj|ka|ke){2,}[a-z]?|hic|hix|hichic|lol|lmao)$/;

function unmarked(plain: string): Word {
  return { plain, marked: undefined };
}

/** "50cc", "110cc": an engine's size, not a class. */
const motorbike = /^(50|1[0-9]{2})cc$/;

/** "ch3t", "kh0ng": a word whose vowel is a digit that looks like it. */
function wordBehindDigits(token: string): string | undefined {
  if (!/^[a-z]+[0134][a-z]*$/.test(token)) return undefined;
  const word = token.replace(/0/g, "o").replace(/1/g, "i").replace(/3/g, "e").replace(/4/g, "a");
  return (/[a-z]$/.test(token) || token.endsWith("0")) && isSyllable(word) ? word : undefined;
}

/** What a token with digits stands for, or undefined when words are run together with it. */
function figureOf(token: string): string | undefined {
  if (/^[0-9]{1,2}(h|g|gio|pm|am|p|:)[0-9]{0,2}$/.test(token)) return "#gio";
  if (/^[0-9]+(k|(tr|cu)[0-9]?|trieu|nghin|ngan|d|vnd)$/.test(token)) return "#tien";
  if (
    /^([0-9]{1,2}[a-z][0-9]{0,2}|(6|7|8|9|1[0-2])\/[0-9]{1,2}|[a-z]{1,2}[0-9]{1,2})$/.test(token)
  ) {
    return "#lop";
  }
  if (/^[0-9]{1,2}\/[0-9]{1,4}$/.test(token)) return "#ngay";
  if (/^[0-9]{8,}$/.test(token)) return "#dienthoai";
  return /[a-z]{4}/.test(token) ? undefined : "#so";
}
