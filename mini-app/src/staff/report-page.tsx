import type { Me, QueueRow, ReportDetail } from "@truong-an/shared/api/staff";
import type { Narrative } from "@truong-an/shared/report";
import { useEffect } from "react";
import { Button } from "../ui/button.tsx";
import { Failure, Loading } from "../ui/states.tsx";
import { ActionsPanel } from "./actions-panel.tsx";
import { FactsPanel } from "./facts-panel.tsx";
import type { Opened } from "./keys.ts";
import { NotesPanel } from "./notes-panel.tsx";
import { RaiseNotice } from "./raise-notice.tsx";
import { storyId } from "./read-again.ts";
import styles from "./report-page.module.css";
import { ReportSummary } from "./report-summary.tsx";
import { queueHash } from "./routes.ts";
import type { SheetDesks } from "./sheet-desks.ts";
import type { Shell } from "./signed-in.tsx";
import { StoryPanel } from "./story-panel.tsx";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ThreadPanel } from "./thread-panel.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import { Frame } from "./ui/frame.tsx";
import { LevelMark } from "./ui/level-mark.tsx";
import { refusalText } from "./use-action.ts";
import { useRaise } from "./use-raise.ts";
import { useReadings } from "./use-readings.ts";
import { useReport } from "./use-report.ts";
import { useShown } from "./use-shown.ts";

type ReportPageProps = {
  readonly reportId: string;
  readonly me: Me;
  readonly row: QueueRow | undefined; // what the queue knows of this report, if it is open
  readonly queueAskedAt: number;
  readonly now: number;
  readonly shell: Shell;
  readonly onChanged: () => void;
};

/** One report: opened in this browser, read and worked on. */
export function ReportPage(props: ReportPageProps) {
  const { reportId, row, shell } = props;
  const { view, isAsking, again } = useReport(reportId);
  // A queue asked for before the report came may know less than the report: it is no news.
  const isBehind =
    !isAsking &&
    view.kind === "ready" &&
    row !== undefined &&
    props.queueAskedAt > view.loadedAt &&
    differs(row, view.report);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newer row of the queue asks once more
  useEffect(() => {
    if (isBehind) again();
  }, [isBehind, row, again]);
  const schoolName = view.kind === "ready" ? view.report.schoolName : row?.schoolName;
  return (
    <Frame
      title={text.report.title(schoolName)}
      titleMark={view.kind === "ready" && <LevelMark level={view.report.level} />}
      bar={shell.bar}
      emergencies={shell.emergencies}
    >
      {shell.notices}
      <div className={styles["ways"]}>
        <a className={styles["back"]} href={queueHash("all")}>
          {text.report.back}
        </a>
        <Button kind="quiet" onPress={again}>
          {text.report.reload}
        </Button>
      </div>
      {view.kind === "loading" && <Loading label={text.report.loading} />}
      {view.kind === "failed" && (
        <Failure message={refusalText(view.refused, reportRefusals)} onRetry={again} />
      )}
      {view.kind === "ready" && (
        <OpenReport
          {...props}
          report={view.report}
          story={view.story}
          desks={view.desks}
          onChanged={() => {
            again();
            props.onChanged();
          }}
        />
      )}
    </Frame>
  );
}

function OpenReport(
  props: ReportPageProps & {
    readonly report: ReportDetail;
    readonly story: Opened<Narrative>;
    readonly desks: SheetDesks | null;
  },
) {
  const { report, story, desks, me, now, onChanged } = props;
  const isOpened = story.kind === "opened";
  const readings = useReadings(report, story);
  const { raise, again } = useRaise(report, readings, onChanged);
  const { shown, onShown } = useShown();
  const keyNumber = me.desks.find(({ id }) => id === report.myDeskId)?.keyNumber;
  return (
    <>
      <RaiseNotice raise={raise} report={report} onAgain={again} />
      <div className={styles["columns"]}>
        <ReportSummary report={report} now={now} />
        <ActionsPanel
          report={report}
          desks={desks}
          me={me}
          isOpened={isOpened}
          shown={shown}
          onChanged={onChanged}
        />
        <div className={styles["column"]}>
          <StoryPanel
            report={report}
            story={story}
            reading={readings.get(storyId)}
            isOldKey={keyNumber !== undefined && keyNumber !== report.envelope.keyNumber}
          />
          <ThreadPanel
            report={report}
            me={me}
            isOpened={isOpened}
            readings={readings}
            now={now}
            onShown={onShown}
            onChanged={onChanged}
          />
        </div>
        <div className={styles["column"]}>
          <FactsPanel facts={report.facts} />
          <NotesPanel report={report} desks={desks} me={me} now={now} onChanged={onChanged} />
          <TimelinePanel timeline={report.timeline} now={now} />
        </div>
      </div>
    </>
  );
}

/** Whether somebody else has done something since this page fetched the report. */
function differs(row: QueueRow, report: ReportDetail): boolean {
  return (
    row.unread ||
    row.status !== report.status ||
    row.level !== report.level ||
    row.takenBy !== report.takenBy ||
    row.ownerDesk.id !== report.ownerDesk.id
  );
}
