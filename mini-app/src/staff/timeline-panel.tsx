import type { TimelineEntry } from "@truong-an/shared/api/staff";
import { correctionReasonLabels } from "@truong-an/shared/text/vi";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/states.tsx";
import { turnWords } from "./text/alerts-vi.ts";
import { happened } from "./text/timeline-vi.ts";
import { text } from "./text/vi.ts";
import { linesOf, readersOf, type TimelineLine } from "./timeline.ts";
import styles from "./timeline-panel.module.css";
import { dayAndTime } from "./when.ts";

/** What happened to the report, in words, and who has read it. */
export function TimelinePanel(props: {
  readonly timeline: readonly TimelineEntry[];
  readonly now: number;
}) {
  const { timeline, now } = props;
  const readers = readersOf(timeline);
  return (
    <Card title={text.timeline.title}>
      {readers.length > 0 && <p>{text.timeline.readers(readers.join(", "))}</p>}
      {timeline.length === 0 ? (
        <Empty message={text.timeline.none} />
      ) : (
        <ol className={styles["entries"]}>
          {linesOf(timeline).map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
            <li key={index} className={styles["entry"]}>
              <span className={styles["time"]}>{dayAndTime(entry.at, now)}</span>
              <span>{inWords(entry)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function inWords(entry: TimelineLine): string {
  const phrase = new Map(Object.entries(happened)).get(entry.kind);
  const who = entry.who ?? text.timeline.somebody;
  const words = phrase?.(who, entry.desk ?? text.timeline.desk) ?? text.timeline.other;
  if (entry.correction !== null) {
    const { from, to, reason } = entry.correction;
    const why = correctionReasonLabels[reason];
    return text.timeline.corrected(words, from, to, why);
  }
  if (entry.alert !== null) return turnWords(words, entry.alert);
  return entry.times > 1 ? text.timeline.repeated(words, entry.times) : words;
}
