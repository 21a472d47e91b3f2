import type { Instant } from "@truong-an/shared/time";
import { Button } from "../../ui/button.tsx";
import { spanInWords } from "../text/duty-vi.ts";
import styles from "./dated-lines.module.css";

export type DatedLine = {
  readonly id: string;
  readonly words: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly undo: { readonly label: string; readonly fullLabel: string } | null; // null: not this person's
};

/** Covers or absences, each with its dates and, for who may, a way to take it back. */
export function DatedLines(props: {
  readonly label: string;
  readonly lines: readonly DatedLine[];
  readonly now: Instant;
  readonly isBusy: boolean;
  readonly onUndo: (id: string) => void;
}) {
  const { now } = props;
  return (
    <ul className={styles["lines"]} aria-label={props.label}>
      {props.lines.map(({ id, words, from, to, undo }) => (
        <li key={id} className={styles["line"]}>
          <span className={styles["words"]}>
            <strong>{words}</strong>
            <br />
            {spanInWords(from, to, now)}
          </span>
          {undo !== null && (
            <Button kind="quiet" busy={props.isBusy} onPress={() => props.onUndo(id)}>
              <span aria-hidden="true">{undo.label}</span>
              <span className="visually-hidden">{undo.fullLabel}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
