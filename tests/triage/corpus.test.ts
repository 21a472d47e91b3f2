import { Category, Level } from "@truong-an/shared/report";
import { accusedKinds } from "@truong-an/shared/triage/reading/judge";
import { describe, expect, test } from "vitest";
import { readCorpus } from "./corpus.ts";
import { twinsIn } from "./near-duplicates.ts";

const corpus = readCorpus();
const trainingReports = corpus.filter(({ part }) => part === "train");
const styles = [
  ...["standard", "no_diacritics", "teencode", "typos", "dialect_south", "dialect_central"],
  ...["dialect_north", "euphemism", "indirect", "negation", "past", "hypothetical/figurative"],
  ...["quoted", "mixed_english", "ethnic_minority_context", "long", "accuses_staff"],
  ...["accuses_police", "code_mixed_emoji", "all_caps", "no_spaces_or_run_on", "hard_negative"],
  "hard_positive",
];

describe("the corpus", () => {
  test("holds at least 4,000 reports by ten writers and more, and two writers that never train", () => {
    const training = corpus.filter(({ part }) => part === "train");

    expect(training.length).toBeGreaterThan(4_000);
    expect(new Set(training.map(({ writer }) => writer)).size).toBeGreaterThanOrEqual(10);
    expect(training.some(({ writer }) => writer === "writer-dev" || writer === "writer-test")).toBe(
      false,
    );
    expect(corpus.filter(({ part }) => part === "test").length).toBeGreaterThanOrEqual(400);
  });

  test("gives every report an id of its own", () => {
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  });

  test("has categories for every report and none for what is no report", () => {
    const wrong = corpus.filter(({ urgency, categories }) => {
      return (categories.length === 0) !== (urgency === "not_a_report");
    });

    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.each(Level.options)("trains on many reports of the level %s", (level) => {
    expect(trainingWith(({ urgency }) => urgency === level)).toBeGreaterThan(600);
  });

  test.each(Category.options)("trains on the category %s", (category) => {
    expect(trainingWith(({ categories }) => categories.includes(category))).toBeGreaterThan(80);
  });

  test.each(accusedKinds)("trains on who is accused: %s", (kind) => {
    expect(trainingWith(({ accused }) => accused === kind)).toBeGreaterThan(150);
  });

  test.each(styles)("trains on the style %s", (style) => {
    expect(trainingWith((report) => report.style.includes(style))).toBeGreaterThan(40);
  });

  test("tells no situation on both sides: a theme is trained on or measured, never both", () => {
    const training = new Set(trainingReports.map(({ theme }) => theme));
    const held = corpus.filter(({ part }) => part !== "train");

    expect(held.filter(({ writer }) => !writer.startsWith("writer-")).length).toBeGreaterThan(300);
    expect(held.filter(({ theme }) => training.has(theme))).toEqual([]);
  });

  test("holds no near-duplicates", () => {
    expect(twinsIn(corpus, 0.5)).toEqual([]);
  });
});

describe("looking for near-duplicates", () => {
  test("finds a sentence told twice with one word changed, and nothing else", () => {
    const reports = [
      { id: "a", text: "Hôm qua ba bạn lớp 9 chặn em ở cổng sau lấy mất hộp bút mới" },
      { id: "b", text: "hom qua ba ban lop 8 chan em o cong sau lay mat hop but moi" },
      { id: "c", text: "Quạt lớp em kêu to quá, xin nhà trường cho thợ xem giúp" },
    ];

    expect(twinsIn(reports, 0.5).map(({ first, second }) => [first, second])).toEqual([["a", "b"]]);
  });
});

function trainingWith(isSo: (report: (typeof corpus)[number]) => boolean): number {
  return trainingReports.filter(isSo).length;
}
