import type { ReportDetail } from "@truong-an/shared/api/staff";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { handOver } from "./api.ts";
import { sealForDesk } from "./keys.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";

type Desk = ReportDetail["handOverDesks"][number];

type HandOverProps = {
  readonly report: ReportDetail;
  readonly isOpened: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Gives the report to another desk; this browser seals the report key for it where it holds none. */
export function HandOverPanel(props: HandOverProps) {
  const { report } = props;
  const desks = report.handOverDesks.filter((desk) => desk.holdsEnvelope || props.isOpened);
  const [chosen, setChosen] = useState<Desk | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const { state, run } = useAction();

  function confirm() {
    if (chosen === undefined) return setProblem(text.handOver.choose);
    run(() => sendHandOver(report, chosen), props.onDone);
  }

  return (
    <Dialog
      title={text.handOver.action}
      onClose={props.onCancel}
      actions={
        <>
          {desks.length > 0 && (
            <Button wide busy={state.kind === "busy"} onPress={confirm}>
              {text.handOver.confirm}
            </Button>
          )}
          <Button wide kind="secondary" onPress={props.onCancel}>
            {text.handOver.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        {desks.length === 0 ? (
          <p>{props.isOpened ? text.handOver.none : text.handOver.noneHolds}</p>
        ) : (
          <>
            <p>{text.handOver.meaning}</p>
            <ChooseOne
              label={text.handOver.title}
              options={desks.map((desk) => ({
                value: desk.id,
                label: desk.name,
                hint: desk.holdsEnvelope ? text.handOver.has : text.handOver.seals,
              }))}
              value={chosen?.id ?? null}
              onChange={(id) => {
                setProblem(undefined);
                setChosen(desks.find((desk) => desk.id === id));
              }}
            />
          </>
        )}
        {problem !== undefined && <p role="alert">{problem}</p>}
        <ActionOutcome state={state} busy={text.handOver.busy} />
      </div>
    </Dialog>
  );
}

async function sendHandOver(report: ReportDetail, desk: Desk) {
  const { id: deskId, keyNumber, recipient } = desk;
  const envelope = desk.holdsEnvelope
    ? null
    : await sealForDesk(report, { deskId, keyNumber, recipient });
  return handOver(report.id, { toDeskId: deskId, envelope });
}
