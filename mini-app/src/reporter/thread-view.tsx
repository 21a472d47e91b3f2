import { useCallback, useEffect, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { LeaveQuickly } from "./leave-quickly.tsx";
import { receivedWords } from "./moments.ts";
import { ReplyForm } from "./reply-form.tsx";
import { type OpenedThread, readThread, type ThreadKeys } from "./thread.ts";
import { ThreadMessage } from "./thread-message.tsx";
import { ThreadPhotos } from "./thread-photos.tsx";
import styles from "./thread-view.module.css";

/** An opened thread: where the report stands, and the messages both ways. */
export function ThreadView(props: {
  readonly keys: ThreadKeys;
  readonly first: OpenedThread;
  readonly onForget: () => void;
}) {
  const { opened, isStale, refresh } = useFreshThread(props.keys, props.first);
  const { thread } = opened;
  const photos = { keys: props.keys, reportIdentity: opened.reportIdentity };
  const missing = thread.photosWanted.length;
  return (
    <Page
      title={text.thread.title}
      onBack={props.onForget}
      barAction={<LeaveQuickly />}
      beside={thread.level === "emergency" ? <CallButtons small /> : undefined}
      actions={
        <Button wide kind="quiet" onPress={props.onForget}>
          {text.thread.forget}
        </Button>
      }
    >
      {isStale && (
        <Notice kind="warning" live>
          <p>{text.thread.refreshFailed}</p>
        </Notice>
      )}
      <Standing opened={opened} />
      <Card title={text.thread.story}>
        <p className={styles["story"]}>{opened.story?.story ?? text.thread.unreadable}</p>
        <ThreadPhotos
          {...photos}
          references={opened.story?.photos ?? []}
          missing={new Set(thread.photosWanted)}
        />
        {missing > 0 && (
          <Notice kind="information">
            <p>{text.thread.photosMissing(missing)}</p>
          </Notice>
        )}
      </Card>
      <Card title={text.thread.messages}>
        {opened.messages.length === 0 && <p>{text.thread.noMessages}</p>}
        <ol className={styles["messages"]}>
          {opened.messages.map((message) => (
            <ThreadMessage key={message.id} {...photos} message={message} />
          ))}
        </ol>
        <div>
          <Button kind="secondary" onPress={() => void refresh()}>
            {text.thread.refresh}
          </Button>
        </div>
      </Card>
      <ReplyForm keys={props.keys} opened={opened} onSent={() => void refresh()} />
    </Page>
  );
}

function Standing({ opened }: { readonly opened: OpenedThread }) {
  const { thread } = opened;
  const status = text.thread.statuses[thread.status];
  return (
    <Card title={text.thread.status}>
      <p role="status" className={styles["status"]}>
        {status.label}
      </p>
      {status.hint && <p>{status.hint}</p>}
      <dl className={styles["facts"]}>
        <dt>{text.thread.school}</dt>
        <dd>{thread.schoolName}</dd>
        <dt>{text.thread.received}</dt>
        <dd>{receivedWords(thread)}</dd>
        <dt>{text.thread.told}</dt>
        <dd>{thread.toldDesks.length > 0 ? thread.toldDesks.join(", ") : text.thread.toldNone}</dd>
        <dt>{text.thread.readersLabel}</dt>
        <dd>{text.thread.readers(thread.readers)}</dd>
      </dl>
    </Card>
  );
}

const refreshEveryMs = 20_000;

/** The thread, asked for again while the page is in sight. */
function useFreshThread(keys: ThreadKeys, first: OpenedThread) {
  const [opened, setOpened] = useState(first);
  const [isStale, setStale] = useState(false);
  const refresh = useCallback(async () => {
    const outcome = await readThread(keys).catch(() => ({ kind: "unreachable" as const }));
    setStale(outcome.kind !== "open");
    if (outcome.kind === "open") setOpened(outcome.opened);
  }, [keys]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, refreshEveryMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return { opened, isStale, refresh };
}
