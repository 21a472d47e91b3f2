import type { BroadcastRow } from "@truong-an/shared/api/groups";
import type { ReactNode } from "react";
import { Empty, Failure, Loading } from "../../ui/states.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import type { Shell } from "../signed-in.tsx";
import { broadcastText } from "../text/broadcast-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import { useWatched } from "../use-watched.ts";
import { dayAndTime } from "../when.ts";
import { BroadcastPanel } from "./broadcast-panel.tsx";
import styles from "./group-list.module.css";
import { groupsHash } from "./group-routes.ts";
import { fetchBroadcast, fetchBroadcasts } from "./groups-api.ts";
import { isGoingOn } from "./send-counts.ts";

/** Choose a published bulletin, then send it into its groups and watch it arrive. */
export function SendPage(props: {
  readonly bulletinId: string | null;
  readonly shell: Shell;
  readonly nav: ReactNode;
}) {
  const { bulletinId, shell } = props;
  return (
    <Frame title={broadcastText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      {props.nav}
      {bulletinId === null ? (
        <Bulletins />
      ) : (
        <OneBulletin key={bulletinId} bulletinId={bulletinId} />
      )}
    </Frame>
  );
}

function Bulletins() {
  const { view, again } = useWatched("broadcasts", fetchBroadcasts, ({ bulletins }) =>
    bulletins.some(isGoingOn),
  );
  if (view.kind === "loading") return <Loading label={broadcastText.loading} />;
  if (view.kind === "failed") return <Failure message={broadcastText.failed} onRetry={again} />;
  const { bulletins } = view.value;
  if (bulletins.length === 0) return <Empty message={broadcastText.empty} />;
  return (
    <>
      {view.isStale && <Failure message={broadcastText.failed} onRetry={again} />}
      <p className={layout["quiet"]}>{broadcastText.listHint}</p>
      <ul className={styles["lines"]}>
        {bulletins.map((bulletin) => (
          <li key={bulletin.bulletinId}>
            <BulletinLine bulletin={bulletin} />
          </li>
        ))}
      </ul>
    </>
  );
}

function BulletinLine({ bulletin }: { readonly bulletin: BroadcastRow }) {
  const { bulletinId, title, publishedAt, posts } = bulletin;
  const sent = posts.filter(({ status }) => status === "sent").length;
  return (
    <a className={styles["card"]} href={groupsHash({ kind: "send", bulletinId })}>
      <strong>{title}</strong>
      <span className={layout["quiet"]}>
        {broadcastText.published(dayAndTime(publishedAt, Date.now()))}
        {" · "}
        {posts.length === 0 ? broadcastText.noGroups : broadcastText.reached(sent, posts.length)}
      </span>
    </a>
  );
}

function OneBulletin({ bulletinId }: { readonly bulletinId: string }) {
  const ask = () => fetchBroadcast(bulletinId);
  const { view, again } = useWatched(bulletinId, ask, isGoingOn);
  const isGone =
    view.kind === "failed" && view.refused.kind === "refused" && view.refused.code === "not-found";
  return (
    <>
      <p>
        <TextLink href={groupsHash({ kind: "send", bulletinId: null })}>
          {broadcastText.back}
        </TextLink>
      </p>
      {view.kind === "loading" && <Loading label={broadcastText.loading} />}
      {view.kind === "failed" &&
        (isGone ? (
          <Failure message={broadcastText.gone} />
        ) : (
          <Failure message={broadcastText.failed} onRetry={again} />
        ))}
      {view.kind === "ready" && (
        <>
          {view.isStale && <Failure message={broadcastText.failed} onRetry={again} />}
          <BroadcastPanel bulletin={view.value} again={again} />
        </>
      )}
    </>
  );
}
