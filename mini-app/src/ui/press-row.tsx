import type { ReactNode } from "react";
import styles from "./link-row.module.css";

/** Looks like a LinkRow, and does something here instead of leading away. */
export function PressRow(props: {
  readonly label: string;
  readonly hint: string;
  readonly icon: ReactNode;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={`${styles["row"]} ${styles["press"]}`}
      aria-busy={props.isBusy}
      onClick={props.isBusy ? undefined : props.onPress}
    >
      <span className={styles["icon"]}>{props.icon}</span>
      <span className={styles["words"]}>
        <span className={styles["label"]}>{props.label}</span>
        <span className={styles["hint"]}>{props.hint}</span>
      </span>
    </button>
  );
}
