import type { QueueRow } from "@truong-an/shared/api/staff";
import { outcomeLabels, statusLabels } from "@truong-an/shared/text/vi";
import styles from "./queue-line.module.css";
import { firstReason } from "./reasons.ts";
import { reportHash } from "./routes.ts";
import { text } from "./text/vi.ts";
import { LevelMark } from "./ui/level-mark.tsx";
import { TimeLeftMark } from "./ui/time-left-mark.tsx";
import { dayAndTime } from "./when.ts";

/** One report in the queue. The whole line is a link, so Enter opens it. */
export function QueueLine({ row, now }: { readonly row: QueueRow; readonly now: number }) {
  return (
    <li>
      <a className={row.unread ? styles["unread"] : styles["line"]} href={reportHash(row.id)}>
        <span className={styles["top"]}>
          <LevelMark level={row.level} />
          <strong className={styles["school"]}>{row.schoolName}</strong>
          {row.unread && <span className={styles["new"]}>{text.queue.unread}</span>}
          <TimeLeftMark acknowledgeBy={row.acknowledgeBy} now={now} />
        </span>
        <span className={styles["reasons"]}>{firstReason(row)}</span>
        <span className={styles["bottom"]}>
          <span className={row.status === "waiting" ? styles["waiting"] : undefined}>
            {row.outcome === null ? statusLabels[row.status] : outcomeLabels[row.outcome]}
          </span>
          <span>{holder(row)}</span>
          <span>{text.queue.heldByDesk(row.ownerDesk.name)}</span>
          <span>{text.queue.received(dayAndTime(row.receivedAt, now))}</span>
        </span>
      </a>
    </li>
  );
}

function holder(row: QueueRow): string | null {
  if (row.takenByMe) return text.queue.takenByMe;
  return row.takenBy === null ? null : text.queue.takenBy(row.takenBy);
}
