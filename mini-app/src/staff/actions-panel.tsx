import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { takeReport } from "./api.ts";
import { ClosePanel } from "./close-panel.tsx";
import { HandOverPanel } from "./hand-over-panel.tsx";
import type { SheetDesks } from "./sheet-desks.ts";
import { mayDo } from "./standing.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";

type ActionsProps = {
  readonly report: ReportDetail;
  readonly desks: SheetDesks | null;
  readonly me: Me;
  readonly isOpened: boolean; // this browser holds the report key
  readonly onChanged: () => void;
};

/** What this member may do with the report now: only what would be allowed is offered. */
export function ActionsPanel(props: ActionsProps) {
  const { report, me, onChanged } = props;
  const take = useAction();
  const [lastDone, setDone] = useState<string | undefined>();
  const [asking, setAsking] = useState<"hand-over" | "close" | undefined>();
  const mayTake = mayDo("take", report, me);
  const mayHandOver = mayDo("hand-over", report, me);
  const mayClose = mayDo("close", report, me);
  const done = (words: string) => {
    setAsking(undefined);
    setDone(words);
    onChanged();
  };
  return (
    <Card title={text.report.actionsTitle}>
      {lastDone !== undefined && (
        <Notice kind="success" live>
          <p>{lastDone}</p>
        </Notice>
      )}
      {!mayTake && !mayHandOver && !mayClose && <p>{text.report.nothingToDo}</p>}
      <ActionOutcome state={take.state} busy={text.take.busy} />
      {mayTake && (
        <>
          <Button
            wide
            busy={take.state.kind === "busy"}
            onPress={() =>
              take.run(
                () => takeReport(report.id),
                () => done(text.take.done),
              )
            }
          >
            {text.take.action}
          </Button>
          <p className={layout["quiet"]}>{text.take.meaning}</p>
        </>
      )}
      <div className={layout["row"]}>
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
      {mayTake && mayHandOver && <p className={layout["quiet"]}>{text.close.takeFirst}</p>}
      {asking === "hand-over" && (
        <HandOverPanel
          report={report}
          offered={props.desks?.handOver ?? null}
          isOpened={props.isOpened}
          onDone={() => done(text.handOver.done)}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === "close" && (
        <ClosePanel
          report={report}
          onDone={() => done(text.close.done)}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </Card>
  );
}
