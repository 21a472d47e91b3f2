import type { BroadcastRow, PostRow } from "@truong-an/shared/api/groups";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import { broadcastText } from "../text/broadcast-vi.ts";
import { groupsText, whyNot } from "../text/groups-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import styles from "./broadcast-panel.module.css";
import { answerPost, broadcast } from "./groups-api.ts";
import { type SendCounts, sendCounts } from "./send-counts.ts";

type PanelProps = { readonly bulletin: BroadcastRow; readonly again: () => void };

/** One bulletin on its way: to which groups, how far it has come, and what can be done now. */
export function BroadcastPanel({ bulletin, again }: PanelProps) {
  const { title, posts, hasCover } = bulletin;
  const counts = sendCounts(posts);
  return (
    <>
      <Card title={title}>
        <p>
          {broadcastText.contents}
          {hasCover && ` ${broadcastText.cover}`}
        </p>
        <Progress counts={counts} />
        <Buttons bulletin={bulletin} counts={counts} again={again} />
      </Card>
      {posts.length === 0 ? (
        <Empty message={broadcastText.noGroups} />
      ) : (
        <Card title={broadcastText.groups}>
          <ul className={styles["posts"]}>
            {posts.map((post) => (
              <PostLine key={post.groupId} bulletin={bulletin} post={post} again={again} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Progress({ counts }: { readonly counts: SendCounts }) {
  const { all, sent, stoppable } = counts;
  if (all === 0) return null;
  if (stoppable > 0) return <Loading label={broadcastText.running(sent, all)} />;
  return (
    <Notice kind={sent === all ? "success" : "warning"} live>
      <p>{broadcastText.over(sent, all)}</p>
    </Notice>
  );
}

function Buttons({ bulletin, counts, again }: PanelProps & { readonly counts: SendCounts }) {
  const { state, run } = useAction();
  const isBusy = state.kind === "busy";
  const act = (what: "start" | "retry" | "stop") =>
    run({
      ask: () => broadcast(bulletin.bulletinId, what),
      whenDone: again,
      whenRefused: again,
      ownWords: { "not-now": broadcastText.notNow },
    });
  const { startable, retryable, stoppable, isFirst } = counts;
  return (
    <>
      <div className={layout["row"]}>
        {startable > 0 && (
          <Button busy={isBusy} onPress={() => act("start")}>
            {isFirst ? broadcastText.send(startable) : broadcastText.sendRest(startable)}
          </Button>
        )}
        {retryable > 0 && (
          <Button busy={isBusy} onPress={() => act("retry")}>
            {broadcastText.retry(retryable)}
          </Button>
        )}
        {stoppable > 0 && (
          <Button kind="secondary" busy={isBusy} onPress={() => act("stop")}>
            {broadcastText.stop}
          </Button>
        )}
      </div>
      {stoppable > 0 && <p className={layout["quiet"]}>{broadcastText.stopHint}</p>}
      {state.kind !== "done" && <ActionOutcome state={state} busy={broadcastText.busy} />}
    </>
  );
}

function PostLine({ bulletin, post, again }: PanelProps & { readonly post: PostRow }) {
  const needsEyes = post.status === "unsure" && !post.isPending;
  return (
    <li className={styles["post"]}>
      <span className={styles["name"]}>
        <strong>{post.groupName}</strong>
        <span className={layout["quiet"]}>
          {post.placeName}
          {post.groupKind === "bot" && ` · ${groupsText.bot}`}
        </span>
      </span>
      <span className={styles[post.status ?? "none"]}>{statusWords(post)}</span>
      {needsEyes && <Eyes bulletin={bulletin} post={post} again={again} />}
    </li>
  );
}

/** Nobody but a person can say whether it has arrived. */
function Eyes({ bulletin, post, again }: PanelProps & { readonly post: PostRow }) {
  const { state, run } = useAction();
  const answer = (isThere: boolean) =>
    run({
      ask: () => answerPost(bulletin.bulletinId, { groupId: post.groupId, isThere }),
      whenDone: again,
      whenRefused: again,
      ownWords: { "not-now": broadcastText.notNow },
    });
  return (
    <div className={styles["eyes"]}>
      <p>{broadcastText.lookYourself}</p>
      <div className={layout["row"]}>
        <Button kind="secondary" busy={state.kind === "busy"} onPress={() => answer(true)}>
          {broadcastText.isThere}
        </Button>
        <Button kind="secondary" busy={state.kind === "busy"} onPress={() => answer(false)}>
          {broadcastText.isNotThere}
        </Button>
      </div>
      {state.kind !== "done" && <ActionOutcome state={state} busy={broadcastText.busy} />}
    </div>
  );
}

function statusWords({ status, code, groupState, isPending }: PostRow): string {
  if (status === null) {
    return groupState === "enabled" ? broadcastText.notSent : broadcastText.disabled;
  }
  const isStuck = status === "unsure" && !isPending;
  const words = isStuck ? broadcastText.unsureForever : broadcastText.status[status];
  return code === null || isPending ? words : broadcastText.because(words, whyNot(code));
}
