import type { Status } from "@truong-an/shared/api/staff-alerts";
import { Card } from "../../ui/card.tsx";
import { Failure, Loading } from "../../ui/states.tsx";
import type { Shell } from "../signed-in.tsx";
import { channelNames, statusText, titled } from "../text/alerts-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import { useWatched } from "../use-watched.ts";
import { dayAndTime } from "../when.ts";
import { fetchStatus } from "./alerts-api.ts";
import { StateLine } from "./state-line.tsx";
import styles from "./status-page.module.css";

/** How the ways to reach people fare, and whether anything has been left lying. */
export function StatusPage({ shell }: { readonly shell: Shell }) {
  const { view, again } = useWatched("status", fetchStatus);
  return (
    <Frame title={statusText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      {view.kind === "loading" && <Loading label={statusText.loading} />}
      {view.kind === "failed" && <Failure message={statusText.failed} onRetry={again} />}
      {view.kind === "ready" && (
        <>
          {view.isStale && <Failure message={statusText.stale} onRetry={again} />}
          <Clocks status={view.value} />
          <div className={styles["channels"]}>
            {view.value.channels.map((channel) => (
              <ChannelState key={channel.channel} channel={channel} now={view.value.now} />
            ))}
          </div>
          <ZaloState status={view.value} />
        </>
      )}
    </Frame>
  );
}

function Clocks({ status }: { readonly status: Status }) {
  const { overdueJobs, overdueReports, peopleAlarmAt, desksWithGaps, groupsLapsing, now } = status;
  const isFine = overdueJobs === 0 && overdueReports === 0;
  return (
    <Card title={statusText.clocks.title}>
      <StateLine
        tone={isFine ? "good" : "warning"}
        words={
          isFine ? statusText.clocks.fine : statusText.clocks.late(overdueReports, overdueJobs)
        }
      />
      {peopleAlarmAt !== null && (
        <StateLine
          tone="warning"
          words={statusText.clocks.nobody(dayAndTime(peopleAlarmAt, now))}
        />
      )}
      {desksWithGaps > 0 && (
        <StateLine tone="warning" words={statusText.ahead.gaps(desksWithGaps)} />
      )}
      {groupsLapsing > 0 && (
        <StateLine tone="warning" words={statusText.ahead.lapsing(groupsLapsing)} />
      )}
    </Card>
  );
}

function ChannelState(props: {
  readonly channel: Status["channels"][number];
  readonly now: number;
}) {
  const { channel, state, failingSince, lastDeliveredAt, code } = props.channel;
  const when = (at: number) => dayAndTime(at, props.now);
  return (
    <Card title={titled(channelNames[channel])}>
      {state === "works" && (
        <StateLine
          tone={lastDeliveredAt === null ? "none" : "good"}
          words={lastDeliveredAt === null ? statusText.channel.unused : statusText.channel.works}
        />
      )}
      {state === "not-configured" && (
        <StateLine tone="none" words={statusText.channel.notConfigured} />
      )}
      {state === "failing" && (
        <StateLine
          tone="warning"
          words={statusText.channel.failing(when(failingSince ?? props.now))}
        />
      )}
      {code !== null && <p className={layout["quiet"]}>{statusText.channel.code(code)}</p>}
      {lastDeliveredAt !== null && (
        <p className={layout["quiet"]}>{statusText.channel.last(when(lastDeliveredAt))}</p>
      )}
    </Card>
  );
}

function ZaloState({ status: { zalo, now } }: { readonly status: Status }) {
  const words = statusText.zalo;
  const { lookedAt, tokenHoursLeft, znsRemaining, znsDaily, packageName } = zalo;
  return (
    <Card title={words.title}>
      {zalo.isTokenRefused ? (
        <StateLine tone="warning" words={words.tokenRefused} />
      ) : (
        tokenHoursLeft !== null && <p>{words.token(tokenHoursLeft)}</p>
      )}
      {znsRemaining !== null && <p>{words.quota(znsRemaining, znsDaily)}</p>}
      {packageName !== null && <p>{words.package(packageName, zalo.packageValidThrough)}</p>}
      <p className={layout["quiet"]}>
        {lookedAt === null ? words.notLooked : words.looked(dayAndTime(lookedAt, now))}
      </p>
    </Card>
  );
}
