// How well readings agree with labels: the figures that the issue of triage asks for.
import { Category, Level } from "@truong-an/shared/report";
import { readingOf } from "@truong-an/shared/triage/reading/read";
import type { Weights } from "@truong-an/shared/triage/reading/weights";
import { type Labelled, outsiderIfAuthority } from "./corpus.ts";

/** What is measured of a reading. */
export type Prediction = Pick<Labelled, "urgency" | "categories" | "accused">;
export type Pair = { readonly report: Labelled; readonly read: Prediction };

/** What the reader makes of a labelled report: of its words and its role, and of nothing else. */
export function pairOf(report: Labelled, weights: Weights | undefined): Pair {
  const { level, categories, accused } = readingOf(report.text, report.role, weights);
  const read = {
    urgency: level,
    categories: [...categories],
    accused: outsiderIfAuthority(accused),
  };
  return { report, read };
}

export type Figures = {
  readonly reports: number;
  readonly emergencyRecall: number;
  readonly emergencyPrecision: number;
  readonly urgentRecall: number; // emergency or high
  readonly urgentPrecision: number;
  readonly dangerousMisses: number; // share of emergencies read as normal or lower
  readonly urgencyMacroF1: number;
  readonly categoryMicroF1: number;
  readonly staffRecall: number;
  readonly staffPrecision: number;
  readonly falseAlarmsOnHardNegatives: number; // share of them read as emergency or high
};

export function figuresOf(pairs: readonly Pair[]): Figures {
  const is = (level: Level) => level === "emergency";
  const isUrgent = (level: Level) => level === "emergency" || level === "high";
  const emergency = counted(
    pairs,
    ({ report }) => is(report.urgency),
    ({ read }) => is(read.urgency),
  );
  const urgent = counted(
    pairs,
    ({ report }) => isUrgent(report.urgency),
    ({ read }) => isUrgent(read.urgency),
  );
  const staff = counted(
    pairs,
    ({ report }) => report.accused === "staff",
    ({ read }) => read.accused === "staff",
  );
  const emergencies = pairs.filter(({ report }) => is(report.urgency));
  const hardNegatives = pairs.filter(({ report }) => report.style.includes("hard_negative"));
  const byLevel = Level.options
    .map((level) =>
      counted(
        pairs,
        ({ report }) => report.urgency === level,
        ({ read }) => read.urgency === level,
      ),
    )
    .filter(({ hit, missed }) => hit + missed > 0);
  const byCategory = Category.options.map((category) =>
    counted(
      pairs,
      ({ report }) => report.categories.includes(category),
      ({ read }) => read.categories.includes(category),
    ),
  );
  return {
    reports: pairs.length,
    emergencyRecall: recall(emergency),
    emergencyPrecision: precision(emergency),
    urgentRecall: recall(urgent),
    urgentPrecision: precision(urgent),
    dangerousMisses: share(emergencies, ({ read }) => !isUrgent(read.urgency)),
    urgencyMacroF1: byLevel.reduce((sum, one) => sum + f1(one), 0) / Math.max(1, byLevel.length),
    categoryMicroF1: f1(byCategory.reduce(added, nothing)),
    staffRecall: recall(staff),
    staffPrecision: precision(staff),
    falseAlarmsOnHardNegatives: share(hardNegatives, ({ read }) => isUrgent(read.urgency)),
  };
}

/** For ten steps of a likelihood, how often what was held likely was so. */
export type CalibrationRow = {
  readonly from: number;
  readonly reports: number;
  readonly meanLikelihood: number;
  readonly shareTrue: number;
};

export function calibrationOf(
  guesses: readonly { readonly likelihood: number; readonly isTrue: boolean }[],
): readonly CalibrationRow[] {
  return Array.from({ length: 10 }, (_none, step) => {
    const here = guesses.filter(
      ({ likelihood }) => Math.min(9, Math.floor(likelihood * 10)) === step,
    );
    const sum = here.reduce((total, { likelihood }) => total + likelihood, 0);
    return {
      from: step / 10,
      reports: here.length,
      meanLikelihood: sum / Math.max(1, here.length),
      shareTrue: share(here, ({ isTrue }) => isTrue),
    };
  });
}

type Counts = { readonly hit: number; readonly missed: number; readonly wrong: number };
const nothing: Counts = { hit: 0, missed: 0, wrong: 0 };

function counted(
  pairs: readonly Pair[],
  isSo: (pair: Pair) => boolean,
  isRead: (pair: Pair) => boolean,
): Counts {
  return pairs.reduce((counts, pair) => {
    const [so, read] = [isSo(pair), isRead(pair)];
    return added(counts, {
      hit: so && read ? 1 : 0,
      missed: so && !read ? 1 : 0,
      wrong: !so && read ? 1 : 0,
    });
  }, nothing);
}

function added(a: Counts, b: Counts): Counts {
  return { hit: a.hit + b.hit, missed: a.missed + b.missed, wrong: a.wrong + b.wrong };
}

function recall({ hit, missed }: Counts): number {
  return hit + missed === 0 ? Number.NaN : hit / (hit + missed);
}

function precision({ hit, wrong }: Counts): number {
  return hit + wrong === 0 ? Number.NaN : hit / (hit + wrong);
}

function f1({ hit, missed, wrong }: Counts): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + wrong);
}

function share<One>(all: readonly One[], isSo: (one: One) => boolean): number {
  return all.length === 0 ? Number.NaN : all.filter(isSo).length / all.length;
}
