import { text } from "../text/vi.ts";
import styles from "./call-buttons.module.css";
import { PhoneIcon } from "./icons.tsx";

const numbers = ["113", "115", "111"] as const;

/** The emergency numbers: ordinary telephone links, so they work with no network at all. */
export function CallButtons(props: { readonly small?: boolean; readonly stacked?: boolean }) {
  const shape = props.small ? "small" : props.stacked ? "stacked" : "large";
  return (
    <div className={styles[shape]}>
      {numbers.map((number) => (
        <a key={number} className={styles["call"]} href={`tel:${number}`}>
          <span className={styles["number"]}>
            <PhoneIcon size={props.small ? 14 : 20} />
            {number}
          </span>
          <span className={styles["who"]}>
            {props.small ? text.calls.inShort[number] : text.calls.who[number]}
          </span>
        </a>
      ))}
    </div>
  );
}
