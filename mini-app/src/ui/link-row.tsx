import type { ReactNode } from "react";
import { ForwardIcon } from "./icons.tsx";
import styles from "./link-row.module.css";

/** A way forward, as wide as the page; the strong one is what people come for. */
export function LinkRow(props: {
  readonly href: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly strong?: boolean;
}) {
  return (
    <a className={`${styles["row"]} ${props.strong ? styles["strong"] : ""}`} href={props.href}>
      {props.icon && <span className={styles["icon"]}>{props.icon}</span>}
      <span className={styles["words"]}>
        <span className={styles["label"]}>{props.label}</span>
        {props.hint && <span className={styles["hint"]}>{props.hint}</span>}
      </span>
      <ForwardIcon size={20} />
    </a>
  );
}
