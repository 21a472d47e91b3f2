import { DeskKind } from "../directory.ts";
import { questionsFor } from "../form.ts";
import { Accused, Category, type Facts, Level, type Writer } from "../report.ts";
import type { RaisingSignal } from "../triage/signals.ts";
import { triageOf } from "../triage/triage.ts";
import type { Decided } from "./ladder.ts";

/** One report as far as its route can depend on it. */
export type Situation = {
  readonly decided: Decided;
  readonly facts: Facts;
  /** A danger that the words tell of, besides what is ticked. */
  readonly hint: RaisingSignal | null;
  /** Whether the form asks who did it, so that the answer counts as it stands. */
  readonly isAsked: boolean;
};

/**
 * Every report that could be routed differently: every level with every matter, because words, a
 * raise or a desk's correction may give any level to any matter, and each with everyone who could
 * be accused and all that a writer may wish.
 */
export function* everySituation(): Generator<Situation> {
  for (const categories of mattersTold) {
    for (const accused of [...Accused.options, null]) {
      for (const { hint, ...wish } of everyWish()) {
        const facts: Facts = { ...untouched, categories: [...categories], accused, ...wish };
        yield* atEveryLevel(facts, hint);
      }
    }
  }
}

/**
 * Each matter alone, and those that change a route only together: a second matter can add that the
 * school's staff are accused, or leave it at care and nothing else.
 */
const mattersTold: readonly (readonly Category[])[] = [
  ...Category.options.map((category) => [category]),
  ...Category.exclude(["staff_misconduct"]).options.map((other): Category[] => [
    "staff_misconduct",
    other,
  ]),
  ["self_harm_suicide", "counselling_request"],
];

/** Nothing but the level depends on these, and the level takes every value. */
const untouched = { danger: "no", when: null } as const;

/** A child whom the commune protects, and someone whom it need not. */
const writers: readonly Writer[] = ["pupil_lower", "pupil_upper"];

/** What calls the police besides the level and the matter: nothing, the writer, or the words. */
type Call = { readonly wantsPolice: boolean; readonly hint: RaisingSignal | null };
const calls: readonly Call[] = [
  { wantsPolice: false, hint: null },
  { wantsPolice: true, hint: null },
  { wantsPolice: false, hint: "threat_today" },
];

type Wish = Call & Pick<Facts, "writer" | "excluded">;

function* everyWish(): Generator<Wish> {
  for (const writer of writers)
    for (const call of calls)
      for (const excluded of [null, ...DeskKind.options]) yield { writer, ...call, excluded };
}

function* atEveryLevel(facts: Facts, hint: RaisingSignal | null): Generator<Situation> {
  const isAsked = questionsFor(facts).includes("who");
  const { reasons } = triageOf(facts, hint === null ? [] : [hint]);
  for (const level of Level.options) yield { decided: { level, reasons }, facts, hint, isAsked };
}
