import type { SealedMessage } from "@truong-an/shared/api/reporter";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import { useEffect } from "react";
import { Loading } from "../ui/states.tsx";
import { type Query, useQuery } from "../ui/use-query.ts";
import { type Opened, openThreadMessage } from "./keys.ts";
import { PhotoList } from "./photo-list.tsx";
import { ReadingMark } from "./reading-mark.tsx";
import type { Shown } from "./seen.ts";
import { text } from "./text/vi.ts";
import styles from "./thread-message.module.css";
import { dayAndTime } from "./when.ts";

/** One message, opened here. */
export function ThreadMessage(props: {
  readonly reportId: string;
  readonly message: SealedMessage;
  readonly reading: Reading | undefined; // of a reporter's message, once it has been read
  readonly now: number;
  readonly onShown: (messageId: string, shown: Shown) => void;
}) {
  const { reportId, message } = props;
  const isOurs = message.author === "staff";
  return (
    <li className={isOurs ? styles["ours"] : styles["theirs"]}>
      <p className={styles["byline"]}>
        <strong>{isOurs ? text.thread.staff(message.deskName) : text.thread.reporter}</strong>{" "}
        {dayAndTime(message.sentAt, props.now)}
      </p>
      <Body reportId={reportId} message={message} onShown={props.onShown} />
      <ReadingMark reading={props.reading} />
    </li>
  );
}

function Body(props: {
  readonly reportId: string;
  readonly message: SealedMessage;
  readonly onShown: (messageId: string, shown: Shown) => void;
}) {
  const { reportId, message, onShown } = props;
  const { query } = useQuery(message.id, () => openThreadMessage(reportId, message.sealed));
  const shown = shownAs(query);
  useEffect(() => {
    if (shown !== undefined) onShown(message.id, shown);
  }, [shown, message.id, onShown]);
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

function shownAs(query: Query<Opened<unknown>>): Shown | undefined {
  if (query.kind === "loading") return undefined;
  return query.kind === "ready" && query.value.kind === "opened" ? "opened" : "broken";
}
