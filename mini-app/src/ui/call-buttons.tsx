import { text } from "../text/vi.ts";
import styles from "./call-buttons.module.css";
import { PhoneIcon } from "./icons.tsx";

export type CallNumber = keyof typeof text.calls.who;

const usual: readonly CallNumber[] = ["113", "115", "111"];

/**
 * The emergency numbers: ordinary telephone links, so they work with no network at all. `numbers`
 * puts others first where the matter asks for them; `calm` offers them without alarm.
 */
export function CallButtons(props: {
  readonly small?: boolean;
  readonly stacked?: boolean;
  readonly calm?: boolean;
  readonly numbers?: readonly CallNumber[];
}) {
  const shape = shapeOf(props);
  const isShort = props.small || props.calm;
  return (
    <div className={styles[shape]}>
      {(props.numbers ?? usual).map((number) => (
        <a key={number} className={styles["call"]} href={`tel:${number}`}>
          <span className={styles["number"]}>
            <PhoneIcon size={isShort ? 14 : 20} />
            {number}
          </span>
          <span className={styles["who"]}>
            {isShort ? text.calls.inShort[number] : text.calls.who[number]}
          </span>
        </a>
      ))}
    </div>
  );
}

function shapeOf(props: Parameters<typeof CallButtons>[0]) {
  if (props.calm) return "calm";
  if (props.small) return "small";
  return props.stacked ? "stacked" : "large";
}
