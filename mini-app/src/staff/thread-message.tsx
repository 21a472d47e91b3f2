import type { SealedMessage } from "@truong-an/shared/api/reporter";
import { Loading } from "../ui/states.tsx";
import { useQuery } from "../ui/use-query.ts";
import { openThreadMessage } from "./keys.ts";
import { PhotoList } from "./photo-list.tsx";
import { text } from "./text/vi.ts";
import styles from "./thread-message.module.css";
import { dayAndTime } from "./when.ts";

/** One message, opened here. */
export function ThreadMessage(props: {
  readonly reportId: string;
  readonly message: SealedMessage;
  readonly now: number;
}) {
  const { reportId, message } = props;
  const isOurs = message.author === "staff";
  return (
    <li className={isOurs ? styles["ours"] : styles["theirs"]}>
      <p className={styles["byline"]}>
        <strong>{isOurs ? text.thread.staff(message.deskName) : text.thread.reporter}</strong>{" "}
        {dayAndTime(message.sentAt, props.now)}
      </p>
      <Body reportId={reportId} message={message} />
    </li>
  );
}

function Body(props: { readonly reportId: string; readonly message: SealedMessage }) {
  const { reportId, message } = props;
  const { query } = useQuery(message.id, () => openThreadMessage(reportId, message.sealed));
  if (query.kind === "loading") return <Loading label={text.report.opening} />;
  if (query.kind === "failed" || query.value.kind === "closed") return <p>{text.thread.closed}</p>;
  const body = query.value.value;
  return (
    <>
      <p className={styles["words"]}>{body.text}</p>
      <PhotoList reportId={reportId} references={body.photos} arrived={message.photos} />
    </>
  );
}
