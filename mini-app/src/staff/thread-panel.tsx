import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/states.tsx";
import type { Readings } from "./read-again.ts";
import { ReplyForm } from "./reply-form.tsx";
import type { Shown } from "./seen.ts";
import { mayDo } from "./standing.ts";
import { text } from "./text/vi.ts";
import { ThreadMessage } from "./thread-message.tsx";
import styles from "./thread-panel.module.css";
import layout from "./ui/layout.module.css";

type ThreadProps = {
  readonly report: ReportDetail;
  readonly me: Me;
  readonly isOpened: boolean; // this browser holds the report key
  readonly readings: Readings;
  readonly now: number;
  readonly onShown: (messageId: string, shown: Shown) => void;
  readonly onChanged: () => void;
};

/** Both sides of the thread, oldest first, and the answer to write. */
export function ThreadPanel(props: ThreadProps) {
  const { report, now } = props;
  const messages = [...report.messages].sort((a, b) => a.number - b.number);
  return (
    <Card title={text.thread.title}>
      {messages.length === 0 ? (
        <Empty message={text.thread.none} />
      ) : (
        <ol className={styles["messages"]}>
          {messages.map((message) => (
            <ThreadMessage
              key={message.id}
              reportId={report.id}
              message={message}
              reading={props.readings.get(message.id)}
              now={now}
              onShown={props.onShown}
            />
          ))}
        </ol>
      )}
      <Answering {...props} />
    </Card>
  );
}

/** A closed report is answered no more, until its writer writes again; one that did not open, never. */
function Answering({ report, me, isOpened, onChanged }: ThreadProps) {
  if (!mayDo("reply", report, me)) return null;
  if (report.status === "closed") return <p className={layout["quiet"]}>{text.thread.isClosed}</p>;
  if (!isOpened) return <p className={layout["quiet"]}>{text.thread.notOpened}</p>;
  return <ReplyForm report={report} onSent={onChanged} />;
}
