import { text } from "../text/vi.ts";
import { sentWords } from "./moments.ts";
import type { OpenedMessage, ThreadKeys } from "./thread.ts";
import styles from "./thread-message.module.css";
import { ThreadPhotos } from "./thread-photos.tsx";

/** One message: mine on the right, the desk's on the left, each with who and when. */
export function ThreadMessage(props: {
  readonly keys: ThreadKeys;
  readonly reportIdentity: string;
  readonly message: OpenedMessage;
}) {
  const { message } = props;
  const isMine = message.author === "reporter";
  const references = message.body?.photos ?? [];
  const missing = references.filter((photo) => !message.photosHere.has(photo.sha256));
  return (
    <li className={isMine ? styles["mine"] : styles["theirs"]}>
      <p className={styles["who"]}>
        {isMine ? text.thread.mine : (message.deskName ?? text.thread.staff)} ·{" "}
        {sentWords(message.sentAt)}
      </p>
      <p className={styles["words"]}>{message.body?.text ?? text.thread.unreadable}</p>
      <ThreadPhotos
        keys={props.keys}
        reportIdentity={props.reportIdentity}
        references={references}
        missing={new Set(missing.map((photo) => photo.sha256))}
      />
    </li>
  );
}
