// The lines that the reader of intents learns from: what people type to the Official Account, and
// what was meant. One file a writer, one line a message: its intent, a tab, its text.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Intent, intents } from "@truong-an/shared/chat/intents";
import { corpusHash, readCorpus, repository, type Told } from "../triage/corpus.ts";

export type Line = { readonly intent: Intent; readonly text: string };
export type WrittenLine = Line & { readonly writer: string };

/** Writers whose lines never train anything: the first chose the bars, the second only measures. */
export const heldBack = ["writer-dev", "writer-test"] as const;

const folder = join(repository(), "shared/corpus/chat");
const ownLines = join(repository(), "tests/shared/chat/inputs.jsonl");

/** Every line of every writer, in a fixed order. */
export function readWritten(): readonly WrittenLine[] {
  return writers().flatMap((writer) => {
    return readLines(join(folder, `${writer}.tsv`)).map((line) => ({ ...line, writer }));
  });
}

/** Reads a file of lines. Throws with the line's number on a bad one. */
export function readLines(path: string): readonly Line[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line === "") return [];
    const [name, text, ...more] = line.split("\t");
    const intent = intents.find((one) => one === name);
    if (intent === undefined || text === undefined || text.trim() === "" || more.length > 0) {
      throw new Error(`line ${at + 1} of ${path} is not an intent, a tab and a text`);
    }
    return [{ intent, text }];
  });
}

/** The lines for which the rules were written; what only a set phrase can mean teaches nothing. */
export function readOwn(): readonly Line[] {
  const lines = readFileSync(ownLines, "utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const { text, move, danger } = JSON.parse(line);
    const intent = danger ? "danger" : (likeMove[move] ?? intents.find((one) => one === move));
    return intent === undefined ? [] : [{ intent, text }];
  });
}

const likeMove: Readonly<Record<string, Intent>> = {
  menu: "help",
  greeting: "help",
  insult: "other",
  unknown: "other",
};

/** Some of the reports that train the reader of reports, evenly taken: so that a story is known for one. */
export function someReports(
  shares: Readonly<Partial<Record<Intent, number>>>,
  corpus = readCorpus(),
): readonly Line[] {
  const reports = corpus.filter(({ part }) => part === "train").map(lineOf);
  return Object.entries(shares).flatMap(([intent, wanted]) => {
    const alike = reports.filter((line) => line.intent === intent);
    return Array.from({ length: Math.min(wanted, alike.length) }, (_none, at) => {
      return alike[Math.floor((at * alike.length) / wanted)];
    }).filter((line) => line !== undefined);
  });
}

/** A report as a message: what cannot wait is a danger. */
export function lineOf({ text, urgency }: Told): Line {
  if (urgency === "not_a_report") return { intent: "other", text };
  return { intent: urgency === "normal" || urgency === "low" ? "tells" : "danger", text };
}

/** SHA-256 over all that may train: the weights record what they come from. */
export function linesHash(): string {
  const hash = createHash("sha256").update(corpusHash()).update(readFileSync(ownLines));
  for (const writer of writers()) {
    hash.update(writer).update(readFileSync(join(folder, `${writer}.tsv`)));
  }
  return hash.digest("hex");
}

function writers(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .map((name) => name.slice(0, -".tsv".length))
    .sort();
}
