import type { Facts, Level } from "../report.ts";
import {
  type ReasonCode,
  type RuleLevel,
  rules,
  rulesVersion,
  signalRules,
  unsure,
} from "./rules.ts";
import { RaisingSignal, type Signal } from "./signals.ts";
import { higherOf, type Triage, triageOf, urgencyRank } from "./triage.ts";

/** What is known of a report when something new is read. */
export type Known = {
  readonly level: Level;
  readonly reasons: readonly ReasonCode[];
  readonly facts: Facts;
  readonly signals: readonly Signal[];
  /** Staff have lowered the level or closed the report: what was known then raises nothing any more. */
  readonly isJudged: boolean;
};

export type News = {
  readonly dangerNow: boolean;
  readonly signals: readonly Signal[];
};

/**
 * The level of a report once something new is known, never lower than before. As long as no person
 * has judged the report, all that is known decides together. After that only the news can raise
 * it: what staff have weighed is not weighed against them again.
 */
export function triageWithNews(known: Known, news: News): Triage {
  const { isJudged, level } = known;
  const decided = isJudged ? byNewsAlone(known, news) : byEverything(known, news);
  return { ...decided, level: higherOf(level, decided.level) };
}

function byEverything({ facts, signals }: Known, news: News): Triage {
  const told: Facts = news.dangerNow ? { ...facts, danger: "me" } : facts;
  return triageOf(told, [...new Set([...signals, ...news.signals])]);
}

function byNewsAlone({ level, reasons }: Known, { dangerNow, signals }: News): Triage {
  const said = dangerNow ? [dangerNowReason] : [];
  const read = signals.flatMap((signal) => {
    const raising = RaisingSignal.safeParse(signal);
    return raising.success ? [signalRules[raising.data].reason] : [];
  });
  const worthIt = [...said, ...read].filter((reason) => rankOf(reason) <= urgencyRank(level));
  const raised = worthIt.map(levelOfReason).reduce<Level>(higherOf, level);
  const kept = raised === level ? reasons : reasons.filter(isNotOverruled);
  const inOrder = [...worthIt, ...kept].sort((a, b) => rankOf(a) - rankOf(b));
  return { level: raised, reasons: [...new Set(inOrder)], rulesVersion };

  /** What staff have set aside does not come back with other news. */
  function isNotOverruled(reason: ReasonCode): boolean {
    return rankOf(reason) >= urgencyRank(level);
  }
}

const dangerNowReason: ReasonCode = "danger-now";

/** What a reason alone is worth: the level of the rule that gives it. */
export function levelOfReason(reason: ReasonCode): RuleLevel {
  return worths.get(reason) ?? unsure.atLeast;
}

const worths: ReadonlyMap<ReasonCode, RuleLevel> = new Map([
  ...[...rules, ...Object.values(signalRules)].map(({ reason, level }) => [reason, level] as const),
  [unsure.reason, unsure.atLeast],
]);

function rankOf(reason: ReasonCode): number {
  return urgencyRank(levelOfReason(reason));
}
