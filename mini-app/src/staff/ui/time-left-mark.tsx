import { ClockIcon } from "../../ui/icons.tsx";
import { text } from "../text/vi.ts";
import { timeLeft } from "../time-left.ts";
import styles from "./time-left-mark.module.css";

const soonMinutes = 10;

/** How long until the next body hears, counting down. Nothing once somebody has taken the report. */
export function TimeLeftMark(props: {
  readonly acknowledgeBy: number | null;
  readonly now: number;
}) {
  const left = timeLeft(props.acknowledgeBy, props.now);
  if (left.kind === "none") return null;
  const isPressing = left.kind === "overdue" || left.minutes < soonMinutes;
  return (
    <span className={isPressing ? styles["pressing"] : styles["calm"]} title={text.timeLeftMeaning}>
      <ClockIcon size={16} />
      {text.timeLeft(left)}
    </span>
  );
}
