import type { Me } from "@truong-an/shared/api/staff";
import type { ReactNode } from "react";
import { useCallback, useEffect } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { MyChannelsPage } from "./alerts/my-channels-page.tsx";
import { StatusPage } from "./alerts/status-page.tsx";
import { BulletinPage } from "./bulletins/bulletin-page.tsx";
import { BulletinsPage } from "./bulletins/bulletins-page.tsx";
import { LibraryPage } from "./bulletins/library-page.tsx";
import { NewBulletinPage } from "./bulletins/new-bulletin-page.tsx";
import { DutyPage } from "./duty/duty-page.tsx";
import { GroupsPage } from "./groups/groups-page.tsx";
import { Menu } from "./menu.tsx";
import { waitingEmergencies } from "./queue-order.ts";
import { QueuePage } from "./queue-page.tsx";
import { loadReader } from "./reader.ts";
import { ReportPage } from "./report-page.tsx";
import type { Route } from "./routes.ts";
import styles from "./signed-in.module.css";
import { text } from "./text/vi.ts";
import { useIdleLock } from "./use-idle-lock.ts";
import { useNow } from "./use-now.ts";
import { useQueue } from "./use-queue.ts";

/** Everything behind the door. The queue is watched from here, whichever page is in sight. */
export function SignedIn(props: {
  readonly me: Me;
  readonly closedDesks: readonly string[];
  readonly route: Exclude<Route, { page: "invitation" }>;
  readonly onLeave: (reason: "left" | "idle") => void;
}) {
  const { me, route, onLeave } = props;
  const queue = useQueue("open");
  const { view } = queue;
  const isSoon = useIdleLock(useCallback(() => onLeave("idle"), [onLeave]));
  const now = useNow(view.kind === "ready" ? view.serverOffset : 0);
  const emergencies = view.kind === "ready" ? waitingEmergencies(view.rows) : 0;
  useEffect(prepareReader, []);
  const bar = <Bar me={me} page={entryOf(route.page)} onLeave={() => onLeave("left")} />;
  const notices = <Notices closedDesks={props.closedDesks} isSoon={isSoon} />;
  const shell = { bar, notices, emergencies };
  switch (route.page) {
    case "report":
      return (
        <ReportPage
          key={route.reportId}
          reportId={route.reportId}
          me={me}
          row={
            view.kind === "ready" ? view.rows.find(({ id }) => id === route.reportId) : undefined
          }
          queueAskedAt={view.kind === "ready" ? view.askedAt : 0}
          now={now}
          shell={shell}
          onChanged={queue.again}
        />
      );
    case "duty":
      return <DutyPage me={me} deskId={route.deskId} now={now} shell={shell} />;
    case "bulletins":
      return <BulletinsPage status={route.status} now={now} shell={shell} />;
    case "bulletin": {
      const id = route.bulletinId;
      return <BulletinPage key={id} id={id} now={now} shell={shell} />;
    }
    case "new-bulletin":
      return <NewBulletinPage me={me} modelKey={route.modelKey} shell={shell} />;
    case "library":
      return <LibraryPage modelKey={route.modelKey} shell={shell} />;
    case "groups":
      return <GroupsPage view={route.view} shell={shell} />;
    case "my-channels":
      return <MyChannelsPage shell={shell} />;
    case "status":
      return <StatusPage shell={shell} />;
    case "queue":
      return <QueuePage filter={route.filter} open={queue} now={now} shell={shell} />;
  }
}

/** The menu's entry for a page: one bulletin, a new one and the library belong to bulletins. */
function entryOf(page: Route["page"]): string {
  const isOfBulletins = page === "bulletin" || page === "new-bulletin" || page === "library";
  return isOfBulletins ? "bulletins" : page;
}

const readerAfterMs = 2_000; // the queue comes first

/** The reader is wanted as soon as a report is opened; whoever opens one asks again if this failed. */
function prepareReader(): () => void {
  const timer = window.setTimeout(() => {
    loadReader().catch(() => undefined);
  }, readerAfterMs);
  return () => window.clearTimeout(timer);
}

/** What every page behind the door carries around itself. */
export type Shell = {
  readonly bar: ReactNode;
  readonly notices: ReactNode;
  readonly emergencies: number;
};

function Bar(props: { readonly me: Me; readonly page: string; readonly onLeave: () => void }) {
  return (
    <>
      <Menu current={props.page} />
      <span className={styles["who"]}>{props.me.name}</span>
      <Button kind="quiet" onPress={props.onLeave}>
        {text.frame.signOut}
      </Button>
    </>
  );
}

function Notices(props: { readonly closedDesks: readonly string[]; readonly isSoon: boolean }) {
  return (
    <>
      {props.isSoon && (
        <Notice kind="warning" live>
          <p>{text.frame.idleSoon}</p>
        </Notice>
      )}
      {props.closedDesks.length > 0 && (
        <Notice kind="warning">
          <p>{text.frame.deskClosed(props.closedDesks.join(", "))}</p>
        </Notice>
      )}
    </>
  );
}
