import type { MyChannels } from "@truong-an/shared/api/staff-alerts";
import { Failure, Loading } from "../../ui/states.tsx";
import type { Shell } from "../signed-in.tsx";
import { myChannelsText } from "../text/alerts-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import { useWatched } from "../use-watched.ts";
import { fetchMyChannels } from "./alerts-api.ts";
import { ChannelCard } from "./channel-card.tsx";
import { LinkCard } from "./link-card.tsx";
import styles from "./my-channels-page.module.css";
import { OrderCard } from "./order-card.tsx";

const isUnderWay = () => true; // a code that was sent, or a test alert, shows soon

/** How I am called: my channels, their order, a test of each, and linking my Zalo. */
export function MyChannelsPage({ shell }: { readonly shell: Shell }) {
  const { view, again } = useWatched("my-channels", fetchMyChannels, isUnderWay);
  return (
    <Frame title={myChannelsText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      {view.kind === "loading" && <Loading label={myChannelsText.loading} />}
      {view.kind === "failed" && <Failure message={myChannelsText.failed} onRetry={again} />}
      {view.kind === "ready" && (
        <>
          {view.isStale && <Failure message={myChannelsText.stale} onRetry={again} />}
          <Channels mine={view.value} onChanged={again} />
        </>
      )}
    </Frame>
  );
}

function Channels({
  mine,
  onChanged,
}: {
  readonly mine: MyChannels;
  readonly onChanged: () => void;
}) {
  const isConfigured = (one: MyChannels["channels"][number]) =>
    one.usable.kind !== "skipped" || one.usable.why !== "not-configured";
  return (
    <>
      <p className={styles["intro"]}>{myChannelsText.intro}</p>
      <div className={layout["columns"]}>
        <div className={layout["column"]}>
          {mine.channels.filter(isConfigured).map((channel) => (
            <ChannelCard
              key={channel.channel}
              mine={channel}
              isOnly={mine.usual.length === 1}
              now={mine.now}
              onChanged={onChanged}
            />
          ))}
        </div>
        <div className={layout["column"]}>
          <LinkCard mine={mine} />
          <OrderCard isUrgent channels={mine.urgent} onChanged={onChanged} />
          <OrderCard isUrgent={false} channels={mine.usual} onChanged={onChanged} />
        </div>
      </div>
    </>
  );
}
