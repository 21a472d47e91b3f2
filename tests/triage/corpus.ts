// The corpus: invented reports with labels, written for this project by several hands. One file a
// writer, one report a line, in the format of the labelling guide with the theme added.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Accused, Category, Level } from "@truong-an/shared/report";
import { accusedKinds } from "@truong-an/shared/triage/reading/judge";
import { z } from "zod";

/** A labelled report. `style` and `note` are for measuring only: no reader may look at them. */
export const Labelled = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  role: z.enum(["student", "parent", "teacher", "other"]),
  urgency: Level,
  categories: z.array(Category).max(4),
  accused: z.enum(accusedKinds),
  style: z.array(z.string()).default([]),
  note: z.string().default(""),
  theme: z.string().default(""),
});
export type Labelled = z.infer<typeof Labelled>;

export type Part = "train" | "dev" | "test";
export type Told = Labelled & { readonly writer: string; readonly part: Part };

/**
 * Writers whose reports never train anything. `dev` chose the operating point; `test` only measures.
 * Every other writer's reports are split by theme, so that two tellings of one situation never
 * stand on both sides.
 */
const heldBack: Readonly<Record<string, Part>> = { "writer-dev": "dev", "writer-test": "test" };

/** One theme in twenty of the training writers is left to `dev` as well. */
const devThemes = 20;

const folder = join(repository(), "shared/corpus");

/** Every labelled report of the corpus with its writer and its part, in a fixed order. */
export function readCorpus(): readonly Told[] {
  const files = writers().map((writer) => {
    return { writer, reports: readLabelled(join(folder, `${writer}.jsonl`)) };
  });
  const heldThemes = new Set(
    files.flatMap(({ writer, reports }) => {
      return heldBack[writer] === undefined ? [] : reports.map(({ theme }) => theme);
    }),
  );
  return files.flatMap(({ writer, reports }) =>
    reports.map((report) => ({
      ...report,
      writer,
      part: heldBack[writer] ?? (heldThemes.has(report.theme) ? "dev" : partOf(report.theme)),
    })),
  );
}

/** Reads a file of labelled reports, one a line. Throws with the line's number on a bad one. */
function readLabelled(path: string): readonly Labelled[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [Labelled.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`line ${at + 1} of ${path} is not a labelled report`, { cause: error });
    }
  });
}

/** A file of labelled reports from elsewhere: ids of any kind, more fields, other names for the police. */
const LabelledElsewhere = z.object({
  id: z.coerce.string(),
  text: z.string(),
  role: Labelled.shape.role.catch("student"),
  urgency: Level,
  categories: z.array(Category).default([]),
  accused: z.enum([...accusedKinds, "police", "official"]).transform(outsiderIfAuthority),
  style: z.array(z.string()).default([]),
  note: z.string().catch(""),
  theme: z.string().catch(""),
});

/** The same for scoring: a line that cannot be read is counted and passed over. */
export function readToScore(path: string): { readonly reports: Labelled[]; readonly bad: number } {
  const lines = readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .split("\n");
  const told = lines.filter((line) => line.trim() !== "");
  const reports = told.flatMap((line) => {
    const read = LabelledElsewhere.safeParse(parsedOf(line));
    return read.success ? [read.data] : [];
  });
  return { reports, bad: told.length - reports.length };
}

/** What a line of JSON holds; undefined when it is none. */
export function parsedOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The labelling guide counts the police and officials among outsiders; routing tells them apart. */
export function outsiderIfAuthority(accused: Accused): Labelled["accused"] {
  return accused === "police" || accused === "official" ? "outsider" : accused;
}

/** SHA-256 over all files of the corpus: the weights record which corpus they come from. */
export function corpusHash(): string {
  const hash = createHash("sha256");
  for (const writer of writers())
    hash.update(writer).update(readFileSync(join(folder, `${writer}.jsonl`)));
  return hash.digest("hex");
}

/** The repository's folder, from the sources as from what is compiled of them. */
export function repository(): string {
  let here = fileURLToPath(new URL(".", import.meta.url));
  while (!existsSync(join(here, "pnpm-workspace.yaml"))) here = dirname(here);
  return here;
}

function writers(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => name.slice(0, -".jsonl".length))
    .sort();
}

function partOf(theme: string): Part {
  const first = createHash("sha256").update(theme).digest().readUInt32BE(0);
  return first % devThemes === 0 ? "dev" : "train";
}
