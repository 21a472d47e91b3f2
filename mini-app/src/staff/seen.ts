import type { ReportDetail } from "@truong-an/shared/api/staff";

/** How a message came out on this page: its words stand there, or that it opens with no key of the report. */
export type Shown = "opened" | "broken";

/** What stands on the page, by the id of its message. Nothing yet of a message still being opened. */
export type ShownMessages = ReadonlyMap<string, Shown>;

/** What a person had before them when they began to decide. What comes later, they have not read. */
export type Seen = {
  readonly report: ReportDetail;
  readonly isOpened: boolean; // the story
  readonly openedThrough: number; // the last message before which all of the reporter's were opened
  readonly shownThrough: number; // the same, where a broken one counts: nobody will ever open it
};

type Messages = Pick<ReportDetail, "messages">;

/** A browser that holds no key to the report has shown nothing of it, however its messages came out. */
export function seenNow(report: ReportDetail, isOpened: boolean, shown: ShownMessages): Seen {
  return {
    report,
    isOpened,
    openedThrough: isOpened ? through(report, (id) => shown.get(id) === "opened") : 0,
    shownThrough: isOpened ? through(report, (id) => shown.has(id)) : 0,
  };
}

/** Whether everything that the reporter has sent was opened before this person's eyes. */
export function isAllOpened({ report, isOpened, openedThrough }: Seen): boolean {
  return isOpened && openedThrough >= lastOfReporter(report);
}

/** Whether every message was opened, or is known to be broken. */
export function isAllShown({ report, shownThrough }: Seen): boolean {
  return shownThrough >= lastOfReporter(report);
}

/** Whether the reporter has written, or the level changed, since this person began to decide. */
export function isOutdated({ report }: Seen, now: Messages & Pick<ReportDetail, "level">): boolean {
  return now.level !== report.level || lastOfReporter(now) > lastOfReporter(report);
}

function through({ messages }: Messages, isRead: (id: string) => boolean): number {
  const inOrder = [...messages].sort((a, b) => a.number - b.number);
  const unread = inOrder.findIndex(({ id, author }) => author === "reporter" && !isRead(id));
  const read = unread === -1 ? inOrder : inOrder.slice(0, unread);
  return read.at(-1)?.number ?? 0;
}

function lastOfReporter({ messages }: Messages): number {
  const theirs = messages.filter(({ author }) => author === "reporter");
  return Math.max(0, ...theirs.map(({ number }) => number));
}
