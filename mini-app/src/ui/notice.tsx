import type { ReactNode } from "react";
import { CheckIcon, InfoIcon, WarningIcon } from "./icons.tsx";
import styles from "./notice.module.css";

export type NoticeKind = "information" | "warning" | "danger" | "success";

const icons = {
  information: InfoIcon,
  warning: WarningIcon,
  danger: WarningIcon,
  success: CheckIcon,
} as const;

/** Something to know, with a shape as well as a colour. `live` speaks it when it changes. */
export function Notice(props: {
  readonly kind: NoticeKind;
  readonly title?: string;
  readonly live?: boolean;
  readonly children?: ReactNode;
}) {
  const Icon = icons[props.kind];
  return (
    <div
      className={`${styles["notice"]} ${styles[props.kind]}`}
      role={props.live ? "status" : undefined}
    >
      <span className={styles["icon"]}>
        <Icon />
      </span>
      <div className={styles["words"]}>
        {props.title && <p className={styles["title"]}>{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
