import { describe, expect, test } from "vitest";
import type { Labelled } from "./corpus.ts";
import { calibrationOf, figuresOf, type Pair } from "./measure.ts";

describe("the figures", () => {
  test("count misses and false alarms as the labelling guide means them", () => {
    const figures = figuresOf([
      pair("emergency", "emergency"),
      pair("emergency", "high"),
      pair("emergency", "normal"), // a dangerous miss
      pair("normal", "emergency", { style: ["hard_negative"] }), // a false alarm
      pair("low", "low", { style: ["hard_negative"] }),
    ]);

    expect(figures.emergencyRecall).toBeCloseTo(1 / 3);
    expect(figures.emergencyPrecision).toBeCloseTo(1 / 2);
    expect(figures.urgentRecall).toBeCloseTo(2 / 3);
    expect(figures.urgentPrecision).toBeCloseTo(2 / 3);
    expect(figures.dangerousMisses).toBeCloseTo(1 / 3);
    expect(figures.falseAlarmsOnHardNegatives).toBeCloseTo(1 / 2);
  });

  test("pool categories over all reports", () => {
    const figures = figuresOf([
      pair("high", "high", { categories: ["threat", "weapon"], read: ["threat"] }),
      pair("normal", "normal", { categories: ["bullying"], read: ["bullying", "threat"] }),
    ]);

    expect(figures.categoryMicroF1).toBeCloseTo(4 / 6); // 2 found, 1 missed, 1 too many
  });

  test("average over the levels that occur, however rare", () => {
    const figures = figuresOf([...Array(9).fill(pair("low", "low")), pair("emergency", "low")]);

    expect(figures.urgencyMacroF1).toBeCloseTo((0 + 18 / 19) / 2);
  });
});

describe("the calibration table", () => {
  test("sets what was held likely beside what was so", () => {
    const table = calibrationOf([
      { likelihood: 0.92, isTrue: true },
      { likelihood: 1, isTrue: false },
      { likelihood: 0.05, isTrue: false },
    ]);

    expect(table[9]).toEqual({ from: 0.9, reports: 2, meanLikelihood: 0.96, shareTrue: 0.5 });
    expect(table[0]?.shareTrue).toBe(0);
  });
});

function pair(
  urgency: Labelled["urgency"],
  read: Labelled["urgency"],
  more: {
    readonly style?: string[];
    readonly categories?: Labelled["categories"];
    readonly read?: Labelled["categories"];
  } = {},
): Pair {
  const categories = more.categories ?? [];
  const style = more.style ?? [];
  const report: Labelled = {
    id: "1",
    text: "x",
    role: "student",
    urgency,
    categories,
    accused: "none",
    style,
    note: "",
    theme: "",
  };
  return { report, read: { urgency: read, categories: more.read ?? categories, accused: "none" } };
}
