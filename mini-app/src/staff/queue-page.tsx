import { Empty, Failure, Loading } from "../ui/states.tsx";
import { QueueLine } from "./queue-line.tsx";
import { shownBy } from "./queue-order.ts";
import styles from "./queue-page.module.css";
import { type QueueFilter, queueFilters, queueHash } from "./routes.ts";
import type { Shell } from "./signed-in.tsx";
import { text } from "./text/vi.ts";
import { Frame } from "./ui/frame.tsx";
import { PartLinks } from "./ui/part-links.tsx";
import { type QueueView, useQueue } from "./use-queue.ts";
import { clockTime } from "./when.ts";

type Watched = { readonly view: QueueView; readonly again: () => void };

/** The reports of my desks, most urgent first. */
export function QueuePage(props: {
  readonly filter: QueueFilter;
  readonly open: Watched;
  readonly now: number;
  readonly shell: Shell;
}) {
  const { filter, shell } = props;
  return (
    <Frame title={text.queue.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      <PartLinks
        label={text.queue.filtersLabel}
        parts={queueFilters.map((each) => ({
          hash: queueHash(each),
          label: text.queue.filters[each],
          isCurrent: each === filter,
        }))}
      />
      {shell.emergencies > 0 && (
        <p className={styles["urgent"]} role="status">
          {text.queue.urgent(shell.emergencies)}
        </p>
      )}
      {filter === "closed" ? (
        <ClosedQueue now={props.now} />
      ) : (
        <Lines filter={filter} watched={props.open} now={props.now} />
      )}
    </Frame>
  );
}

function ClosedQueue({ now }: { readonly now: number }) {
  return <Lines filter="closed" watched={useQueue("closed")} now={now} />;
}

function Lines(props: {
  readonly filter: QueueFilter;
  readonly watched: Watched;
  readonly now: number;
}) {
  const { view, again } = props.watched;
  if (view.kind === "loading") return <Loading label={text.queue.loading} />;
  if (view.kind === "failed") return <Failure message={text.queue.failed} onRetry={again} />;
  const rows = shownBy(props.filter, view.rows);
  return (
    <>
      {view.isStale && (
        <Failure message={text.queue.stale(clockTime(view.seenAt))} onRetry={again} />
      )}
      {rows.length === 0 ? (
        <Empty message={text.queue.empty[props.filter]} />
      ) : (
        <ul className={styles["lines"]} aria-label={text.queue.filters[props.filter]}>
          {rows.map((row) => (
            <QueueLine key={row.id} row={row} now={props.now} />
          ))}
        </ul>
      )}
    </>
  );
}
