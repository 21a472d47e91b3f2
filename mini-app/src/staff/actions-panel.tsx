import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import type { Level } from "@truong-an/shared/report";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { takeReport } from "./api.ts";
import { ClosePanel } from "./close-panel.tsx";
import { CorrectPanel } from "./correct-panel.tsx";
import { levelsToChoose, obstacleToLowering } from "./correcting.ts";
import { HandOverPanel } from "./hand-over-panel.tsx";
import { isAllOpened, type ShownMessages, seenNow } from "./seen.ts";
import type { SheetDesks } from "./sheet-desks.ts";
import { mayDo } from "./standing.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";

type ActionsProps = {
  readonly report: ReportDetail;
  readonly desks: SheetDesks | null;
  readonly me: Me;
  readonly isOpened: boolean; // this browser holds the report key
  readonly shown: ShownMessages;
  readonly onChanged: () => void;
};

/** What was just done, to say; of another level only while the report has it. */
type Done = { readonly words: string; readonly atLevel?: Level };

type Asked = "correct" | "hand-over" | "close";

/** What this member may do with the report now: only what would be allowed is offered. */
export function ActionsPanel(props: ActionsProps) {
  const { report, me, isOpened, shown, onChanged } = props;
  const take = useAction();
  const [lastDone, setDone] = useState<Done | undefined>();
  const [asking, setAsking] = useState<Asked | undefined>();
  const mayTake = mayDo("take", report, me);
  const mayHandOver = mayDo("hand-over", report, me);
  const mayClose = mayDo("close", report, me);
  const isRead = isAllOpened(seenNow(report, isOpened, shown));
  const mayCorrect = levelsToChoose(report, me, isRead).length > 0;
  const done = (what: Done) => {
    setAsking(undefined);
    setDone(what);
    onChanged();
  };
  return (
    <Card title={text.report.actionsTitle}>
      {lastDone !== undefined && (lastDone.atLevel ?? report.level) === report.level && (
        <Notice kind="success" live>
          <p>{lastDone.words}</p>
        </Notice>
      )}
      {!mayTake && !mayHandOver && !mayClose && !mayCorrect && <p>{text.report.nothingToDo}</p>}
      <ActionOutcome state={take.state} busy={text.take.busy} />
      {mayTake && (
        <>
          <Button
            wide
            busy={take.state.kind === "busy"}
            onPress={() =>
              take.run({
                ask: () => takeReport(report.id),
                whenDone: () => done({ words: text.take.done }),
                ownWords: reportRefusals,
              })
            }
          >
            {text.take.action}
          </Button>
          <p className={layout["quiet"]}>{text.take.meaning}</p>
        </>
      )}
      <div className={layout["row"]}>
        {mayCorrect && (
          <Button kind="secondary" onPress={() => setAsking("correct")}>
            {text.correct.action}
          </Button>
        )}
        {mayHandOver && (
          <Button kind="secondary" onPress={() => setAsking("hand-over")}>
            {text.handOver.action}
          </Button>
        )}
        {mayClose && (
          <Button kind="secondary" onPress={() => setAsking("close")}>
            {text.close.action}
          </Button>
        )}
      </div>
      {!mayCorrect && <WhyNotCorrect report={report} me={me} isRead={isRead} />}
      {mayTake && mayHandOver && <p className={layout["quiet"]}>{text.close.takeFirst}</p>}
      <Asking {...props} what={asking} onDone={done} onCancel={() => setAsking(undefined)} />
    </Card>
  );
}

/** Why another level is not offered at all, where this member's desk could otherwise give one. */
function WhyNotCorrect(props: {
  readonly report: ReportDetail;
  readonly me: Me;
  readonly isRead: boolean;
}) {
  const obstacle = obstacleToLowering(props.report, props.me, props.isRead);
  if (obstacle === null || obstacle === "not-owner") return null;
  return <p className={layout["quiet"]}>{text.correct.notLower[obstacle]}</p>;
}

/** The question behind a button, until it is answered or left. */
function Asking(
  props: ActionsProps & {
    readonly what: Asked | undefined;
    readonly onDone: (done: Done) => void;
    readonly onCancel: () => void;
  },
) {
  const { report, isOpened, shown, me, what, onChanged, onDone, onCancel } = props;
  const deciding = { report, isOpened, shown, onStale: onChanged, onCancel };
  switch (what) {
    case undefined:
      return null;
    case "correct":
      return (
        <CorrectPanel
          {...deciding}
          me={me}
          onDone={(level) => onDone({ words: text.correct.done(level), atLevel: level })}
        />
      );
    case "hand-over":
      return (
        <HandOverPanel
          report={report}
          offered={props.desks?.handOver ?? null}
          isOpened={isOpened}
          onDone={() => onDone({ words: text.handOver.done })}
          onCancel={onCancel}
        />
      );
    case "close":
      return <ClosePanel {...deciding} onDone={() => onDone({ words: text.close.done })} />;
  }
}
