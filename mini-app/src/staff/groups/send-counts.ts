import type { BroadcastRow, PostRow } from "@truong-an/shared/api/groups";

/** Whether anything of it still goes on by itself. */
export function isGoingOn({ posts }: Pick<BroadcastRow, "posts">): boolean {
  return posts.some(({ isPending }) => isPending);
}

export type SendCounts = {
  readonly all: number; // groups that have been sent to, or will be
  readonly sent: number;
  readonly startable: number; // never begun, or called back, in a group that takes posts
  readonly retryable: number; // a try has failed
  readonly stoppable: number;
  readonly isFirst: boolean; // nothing has been begun yet
};

/** What the buttons and the line of progress say. */
export function sendCounts(posts: readonly PostRow[]): SendCounts {
  const count = (isMeant: (post: PostRow) => boolean) => posts.filter(isMeant).length;
  const begun = posts.filter(({ status }) => status !== null && status !== "cancelled");
  return {
    all: begun.length,
    sent: count(({ status }) => status === "sent"),
    startable: count(
      ({ status, groupState }) =>
        groupState === "enabled" && (status === null || status === "cancelled"),
    ),
    retryable: count(isRetryable),
    stoppable: count(({ isPending }) => isPending),
    isFirst: posts.every(({ status }) => status === null),
  };
}

/** What may have arrived in a group that the account can read is looked up; in another a person looks. */
function isRetryable({ status, groupKind, mayRetry }: PostRow): boolean {
  return mayRetry && (status === "failed" || (status === "unsure" && groupKind === "gmf"));
}
