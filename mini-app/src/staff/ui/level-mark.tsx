import type { Level } from "@truong-an/shared/report";
import { levelLabels } from "@truong-an/shared/text/vi";
import styles from "./level-mark.module.css";

/** How urgent: a word, a colour and a shape, so that none of them is needed alone. */
export function LevelMark({ level }: { readonly level: Level }) {
  return (
    <span className={`${styles["mark"]} ${styles[level]}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[level]} fill={hollow.has(level) ? "none" : "currentColor"} />
      </svg>
      {levelLabels[level]}
    </span>
  );
}

const shapes: Record<Level, string> = {
  emergency: "M8 1l7.500 13.500H.500z", // triangle
  high: "M8 1l7 7-7 7-7-7z", // diamond
  normal: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", // disc
  low: "M3 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0z", // ring
  not_a_report: "M3 8h10", // dash
};

const hollow: ReadonlySet<Level> = new Set(["low", "not_a_report"]);
