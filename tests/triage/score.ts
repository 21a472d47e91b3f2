// `npm run triage:score -- FILE`: how well the reader does on labelled lines.
import { mentionsIn } from "@truong-an/shared/triage/reading/concepts";
import { featuresOf } from "@truong-an/shared/triage/reading/features";
import { judged } from "@truong-an/shared/triage/reading/judge";
import { sentencesOf } from "@truong-an/shared/triage/reading/sentences";
import { type Weights, weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { type Labelled, readToScore } from "./corpus.ts";
import { calibrationOf, type Figures, figuresOf, pairOf } from "./measure.ts";

/** Prints every figure, figures per style, and a calibration table. */
export function score(path: string): void {
  const weights = weightsFrom(trained);
  const { reports, bad } = readToScore(path);
  const pairs = reports.map((report) => pairOf(report, weights));
  const say = (line: string) => process.stdout.write(`${line}\n`);

  if (bad > 0) say(`${bad} lines could not be read and are not counted`);
  for (const [name, figure] of Object.entries(figuresOf(pairs)))
    say(`${name.padEnd(28)} ${shown(figure, name)}`);
  say("\nby style".padEnd(30) + columns.map(([title]) => title.padStart(12)).join(""));
  for (const style of [...new Set(reports.flatMap((report) => report.style))].sort()) {
    const figures = figuresOf(pairs.filter(({ report }) => report.style.includes(style)));
    say(
      style.padEnd(29) +
        columns.map(([, name]) => shown(figures[name], name).padStart(12)).join(""),
    );
  }
  say("\nemergency held likely      reports   mean likelihood   truly so");
  const guesses = reports.map((report) => ({
    likelihood: likelihoodOfEmergency(report, weights),
    isTrue: report.urgency === "emergency",
  }));
  for (const row of calibrationOf(guesses)) {
    const cells = [shown(row.reports, "reports"), shown(row.meanLikelihood), shown(row.shareTrue)];
    say(`from ${row.from.toFixed(1)}`.padEnd(22) + cells.map((cell) => cell.padStart(12)).join(""));
  }
}

const columns: readonly (readonly [string, keyof Figures])[] = [
  ["reports", "reports"],
  ["em.recall", "emergencyRecall"],
  ["em.prec", "emergencyPrecision"],
  ["urg.recall", "urgentRecall"],
  ["urg.prec", "urgentPrecision"],
  ["missed", "dangerousMisses"],
  ["macro-F1", "urgencyMacroF1"],
  ["cat.F1", "categoryMicroF1"],
];

function likelihoodOfEmergency({ text, role }: Labelled, weights: Weights): number {
  const features = sentencesOf(text).map((sentence) => featuresOf(sentence, mentionsIn(sentence)));
  return judged(features, role, weights).whole.level[0] ?? 0;
}

/** A share to three decimals, a number of reports as it is, a dash where there is nothing to count. */
function shown(figure: number, name = "share"): string {
  if (Number.isNaN(figure)) return "–";
  return name === "reports" ? String(figure) : figure.toFixed(3);
}
