import { CheckIcon, InfoIcon, WarningIcon } from "../../ui/icons.tsx";
import styles from "./state-line.module.css";

const icons = { good: CheckIcon, warning: WarningIcon, none: InfoIcon } as const;

/** How something stands, with a shape as well as a colour. */
export function StateLine(props: { readonly tone: keyof typeof icons; readonly words: string }) {
  const Icon = icons[props.tone];
  return (
    <p className={`${styles["line"]} ${styles[props.tone]}`}>
      <span className={styles["icon"]}>
        <Icon size={20} />
      </span>
      <span>{props.words}</span>
    </p>
  );
}
