import { type Help, helpFor, moreUrgent, type Topic } from "@truong-an/shared/triage/help";
import { text } from "../text/vi.ts";
import { CallButtons, type CallNumber } from "../ui/call-buttons.tsx";
import styles from "./help-notice.module.css";
import type { Readings } from "./use-readings.ts";

/** Whom to call for which matter, the most fitting first. */
const numbersFor: Record<Topic, readonly CallNumber[]> = {
  life: ["111", "115", "113"],
  violence: ["113", "115", "111"],
  abuse: ["113", "111", "115"],
  home: ["111", "113", "115"],
  missing: ["113", "111", "115"],
  fire: ["114", "115", "113"],
  illness: ["115", "113", "111"],
  unclear: ["113", "115", "111"],
};

const numbersToTalk: Record<keyof typeof text.help.talk, readonly CallNumber[]> = {
  life: ["111"],
  people: ["111"],
  hazard: ["114", "115"],
};

/**
 * The help for what is being written, spoken politely, never in the way. It rises at the first
 * pause and goes only when the words have stood still without a reason for it, so it does not flicker.
 */
export function HelpNotice({ soon, settled }: Readings) {
  const help =
    soon === null ? null : moreUrgent(settled && helpFor(settled.reading), helpFor(soon.reading));
  return <div role="status">{help !== null && <HelpWords help={help} />}</div>;
}

function HelpWords({ help }: { readonly help: Help }) {
  switch (help.kind) {
    case "call": {
      const { title, words } = text.help.call[help.topic];
      return (
        <div className={styles["call"]}>
          <p className={styles["title"]}>{title}</p>
          <p>{words}</p>
          <CallButtons numbers={numbersFor[help.topic]} />
          <p className={styles["quiet"]}>{text.help.goOn}</p>
        </div>
      );
    }
    case "talk":
      return (
        <div className={styles["talk"]}>
          <p>{text.help.talk[help.about]}</p>
          <CallButtons calm numbers={numbersToTalk[help.about]} />
        </div>
      );
    case "heard":
      return <p className={styles["talk"]}>{text.help.heard}</p>;
  }
}
