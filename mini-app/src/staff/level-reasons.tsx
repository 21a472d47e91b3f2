import type { ReportDetail } from "@truong-an/shared/api/staff";
import { reasonLabels } from "@truong-an/shared/text/vi";
import type { ReasonCode } from "@truong-an/shared/triage/rules";
import styles from "./level-reasons.module.css";
import { correctedWords, reasonsOf } from "./reasons.ts";
import { text } from "./text/vi.ts";

type Report = Pick<ReportDetail, "level" | "reasons" | "correctedFor" | "correctedBy">;

/** Why a report has its level: a person's reason first, then the most serious; the rest folded away. */
export function LevelReasons({ report }: { readonly report: Report }) {
  const { correctedFor, correctedBy } = report;
  const { shown, above, lesser } = reasonsOf(report);
  const words = [
    ...(correctedFor === null ? [] : [correctedWords(correctedFor, correctedBy)]),
    ...shown.map((reason) => reasonLabels[reason]),
  ];
  return (
    <div className={styles["reasons"]}>
      <WordList words={words} />
      <Folded title={text.report.beforeCorrection} reasons={above} />
      <Folded title={text.report.otherReasons} reasons={lesser} />
    </div>
  );
}

function Folded(props: { readonly title: string; readonly reasons: readonly ReasonCode[] }) {
  if (props.reasons.length === 0) return null;
  return (
    <details>
      <summary className={styles["fold"]}>{props.title}</summary>
      <WordList words={props.reasons.map((reason) => reasonLabels[reason])} />
    </details>
  );
}

export function WordList({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className={styles["list"]}>
      {words.map((each) => (
        <li key={each} className={styles["one"]}>
          {each}
        </li>
      ))}
    </ul>
  );
}
