import { type Accused, Category, Level } from "../../report.ts";
import type { Concept } from "../lexicon/lexicon.ts";
import { signalRules } from "../rules.ts";
import type { Signal } from "../signals.ts";
import { higherOf } from "../triage.ts";
import { mentionsIn } from "./concepts.ts";
import { type Features, featuresOf, type Role } from "./features.ts";
import { type Findings, findingsIn } from "./findings.ts";
import {
  accusedKinds,
  type Judgement,
  judged,
  judgedWithoutMarks,
  type Likelihoods,
  type Sentencewise,
} from "./judge.ts";
import { operatingPoint } from "./operating-point.ts";
import { sentencesOf } from "./sentences.ts";
import { signalsFor } from "./signals-for.ts";
import type { Weights } from "./weights.ts";
import { lowMatters, matterGroups } from "./word-rules.ts";

/** What was read from a text: closed codes only, never a word of it. */
export type Reading = {
  readonly level: Level;
  readonly categories: readonly Category[]; // the main one first; empty only for `not_a_report`
  readonly accused: Accused;
  readonly signals: readonly Signal[];
};

/**
 * Reads Vietnamese as pupils, parents and teachers write it: how urgent, about what, about whom, and
 * why. Total, pure, linear in the length of the text. With the trained weights it judges meaning;
 * without them (they come later on a slow line) the words alone speak. Labels and rulings: the
 * labelling guide for triage of school-safety reports, version 1.
 */
export function readingOf(text: string, role: Role, weights?: Weights): Reading {
  const sentences = sentencesOf(text);
  const mentions = sentences.map(mentionsIn);
  const findings = findingsIn(mentions);
  if (weights === undefined) return readByWords(findings);
  const features = sentences.map((sentence, at) => featuresOf(sentence, mentions[at] ?? []));
  const judgements = judged(features, role, weights);
  const { whole } = judgements;
  const byMarks = levelOfAll(judgements.sentences);
  const isSure = byMarks !== "emergency" || isUrgentWithoutMarks(features, role, weights);
  const level = isSure ? byMarks : "high";
  const categories = level === "not_a_report" ? [] : categoriesOf(whole);
  const accused = accusedOf(whole, findings.groups);
  return { level, categories, accused, signals: signalsFor(level, categories, findings) };
}

/** The codes that a report or a message carries along: hints that may raise its level. */
export function signalsIn(text: string, role: Role, weights?: Weights): readonly Signal[] {
  return readingOf(text, role, weights).signals;
}

/**
 * Whether the words would be at least high without their tone marks. People type without them in a
 * hurry, and the same words must not fall further for it: an emergency that only the marks tell is
 * high. Ends at the first sentence that says so.
 */
function isUrgentWithoutMarks(
  features: readonly Features[],
  role: Role,
  weights: Weights,
): boolean {
  let whole: Likelihoods = [];
  let at = 0;
  for (const { upTo, alone } of judgedWithoutMarks(features, role, weights)) {
    at += 1;
    whole = upTo;
    const isLast = at === features.length;
    if (isUrgent(levelOf(alone, operatingPoint.oneSentence))) return true;
    if (!isLast && isUrgent(floorOf(upTo))) return true;
  }
  return isUrgent(levelOf(whole, operatingPoint));
}

function isUrgent(level: Level): boolean {
  return level === "emergency" || level === "high";
}

/**
 * The level of the whole; of what was said up to some sentence, which nothing said later takes back;
 * or of one sentence by itself, which talk before it does not dilute. Whichever is most urgent.
 */
function levelOfAll(sentences: readonly Sentencewise[]): Level {
  const whole = sentences.at(-1)?.upTo ?? [];
  const floors = sentences.flatMap(({ upTo, alone }, at) => {
    const own = levelOf(alone, operatingPoint.oneSentence);
    return at < sentences.length - 1 ? [floorOf(upTo), own] : [own];
  });
  return floors.reduce(higherOf<Level>, levelOf(whole, operatingPoint));
}

/** What a sentence that more follow leaves the whole text at, at least. */
function floorOf(earlier: Likelihoods): Level {
  const [emergency = 0] = earlier;
  const alone = levelOf(earlier, operatingPoint.earlierSentence);
  return emergency >= operatingPoint.emergency ? higherOf<Level>(alone, "high") : alone;
}

type Bars = { readonly emergency: number; readonly atLeastHigh: number };

function levelOf(level: Likelihoods, bars: Bars): Level {
  const [emergency = 0, high = 0, ...rest] = level;
  if (emergency >= bars.emergency) return "emergency";
  if (emergency + high >= bars.atLeastHigh) return "high";
  const likeliest = rest.indexOf(Math.max(...rest));
  return Level.options[2 + likeliest] ?? "normal";
}

function categoriesOf({ category, mainCategory }: Judgement): readonly Category[] {
  const mains = mainCategory.slice(0, Category.options.length);
  const main = mains.indexOf(Math.max(...mains));
  const weight = (at: number) => ((category[at] ?? 0) + (mains[at] ?? 0)) / 2;
  const others = Category.options
    .map((_category, at) => at)
    .filter((at) => at !== main && weight(at) >= operatingPoint.category)
    .sort((a, b) => weight(b) - weight(a));
  return [main, ...others].slice(0, 4).flatMap((at) => Category.options[at] ?? []);
}

function accusedOf(judgement: Judgement, groups: ReadonlySet<Concept>): Accused {
  const likelihoods = judgement.accused;
  const staff = accusedKinds.indexOf("staff");
  if ((likelihoods[staff] ?? 0) >= operatingPoint.staff) return "staff";
  const kind = accusedKinds[likelihoods.indexOf(Math.max(...likelihoods))] ?? "unknown";
  if (kind !== "outsider" || judgement.authority < operatingPoint.authority) return kind;
  return groups.has("official") && !groups.has("police") ? "official" : "police";
}

/** The level of the most urgent word rule, unless the text sounds harmless throughout. */
function readByWords(findings: Findings): Reading {
  const { rules, groups } = findings;
  const level = rules[0] === undefined ? quietLevel(findings) : signalRules[rules[0].signal].level;
  const found = rules.length > 0 ? rules.map((rule) => rule.category) : mattersOf(groups);
  const categories = level === "not_a_report" ? [] : [...new Set(found)].slice(0, 3);
  return {
    level,
    categories,
    accused: accusedByWords(groups),
    signals: signalsFor(level, categories, findings),
  };
}

function quietLevel({ groups, isFramed }: Findings): Level {
  const matters = mattersOf(groups);
  if (isFramed || groups.has("noReport") || matters.length === 0) return "not_a_report";
  return matters.every((category) => lowMatters.has(category)) ? "low" : "normal";
}

function mattersOf(groups: ReadonlySet<Concept>): readonly Category[] {
  return matterGroups.filter(({ group }) => groups.has(group)).map(({ category }) => category);
}

function accusedByWords(groups: ReadonlySet<Concept>): Accused {
  if (groups.has("staffHarm") && groups.has("staff")) return "staff";
  const kinds = ["police", "official", "family", "outsider", "peer"] as const;
  return kinds.find((kind) => groups.has(kind)) ?? "none";
}
