import type { Reading } from "@truong-an/shared/triage/reading/read";
import { WarningIcon } from "../ui/icons.tsx";
import { reasonsIn } from "./read-again.ts";
import styles from "./reading-mark.module.css";
import { inWords } from "./reasons.ts";
import { text } from "./text/vi.ts";

/** Beside a text of the reporter: that it reads as serious, and why. Nothing beside any other. */
export function ReadingMark({ reading }: { readonly reading: Reading | undefined }) {
  if (reading?.level !== "emergency" && reading?.level !== "high") return null;
  return (
    <p className={styles[reading.level]}>
      <span className={styles["icon"]}>
        <WarningIcon size={16} />
      </span>
      <span>
        {text.reading.mark[reading.level](inWords(reasonsIn(reading.signals, reading.level)))}
      </span>
    </p>
  );
}
