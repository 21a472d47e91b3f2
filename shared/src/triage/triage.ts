import { type Facts, Level, type When } from "../report.ts";
import {
  type Condition,
  type ReasonCode,
  type RuleLevel,
  rules,
  rulesVersion,
  signalRules,
  unsure,
} from "./rules.ts";
import { RaisingSignal, type Signal } from "./signals.ts";

export type Triage = {
  readonly level: Level;
  /** Why, the most serious first. Never empty. */
  readonly reasons: readonly ReasonCode[];
  readonly rulesVersion: number;
};

type Finding = { readonly reason: ReasonCode; readonly level: RuleLevel };

/**
 * How urgent a report is and why: the most urgent rule that holds for the ticked answers, which
 * hints from the words may raise and never lower. Total and pure. Expects cleared facts
 * (`shownFactsOnly`); an answer that is missing counts as the gravest one possible.
 */
export function triageOf(facts: Facts, signals: readonly Signal[]): Triage {
  const ticked = rules.filter((rule) => holds(rule.facts, facts));
  const read = signals.flatMap((signal) => (isRaising(signal) ? [signalRules[signal]] : []));
  const findings: readonly Finding[] = [...ticked, ...read];
  const all = facts.danger === "unsure" ? [raisedBy(findings), ...findings] : findings;

  const sorted = [...all].sort((a, b) => urgencyRank(a.level) - urgencyRank(b.level));
  const reasons = [...new Set(sorted.map((finding) => finding.reason))];
  return { level: mostUrgent(sorted.map((finding) => finding.level)), reasons, rulesVersion };
}

/** 0 is the most urgent: sorts a queue. */
export function urgencyRank(level: Level): number {
  return Level.options.indexOf(level);
}

/** The more urgent of two levels. */
export function higherOf<L extends Level>(a: L, b: L): L {
  return urgencyRank(b) < urgencyRank(a) ? b : a;
}

function isRaising(signal: Signal): signal is RaisingSignal {
  return signal in RaisingSignal.enum;
}

function raisedBy(findings: readonly Finding[]): Finding {
  const rest = mostUrgent(findings.map((finding) => finding.level));
  const level = rest === "emergency" || rest === "high" ? "emergency" : unsure.atLeast;
  return { reason: unsure.reason, level };
}

function mostUrgent(levels: readonly RuleLevel[]): RuleLevel {
  return levels.reduce<RuleLevel>((a, b) => higherOf(a, b), "low");
}

function holds(condition: Condition, facts: Facts): boolean {
  return (
    isAnyOf(condition.danger, facts.danger) &&
    (condition.categories ?? facts.categories).some((c) => facts.categories.includes(c)) &&
    (condition.togetherWith ?? facts.categories).some((c) => facts.categories.includes(c)) &&
    isAnyOf(condition.accused, facts.accused) &&
    isAnyOf(condition.when, whenOf(facts))
  );
}

function isAnyOf<Answer>(allowed: readonly Answer[] | undefined, given: Answer | null): boolean {
  return allowed === undefined || given === null || allowed.includes(given);
}

/** Danger now hides the question about the time, because it has answered it. */
function whenOf(facts: Facts): When | null {
  if (facts.danger === "me" || facts.danger === "someone") return "today";
  return facts.when;
}
