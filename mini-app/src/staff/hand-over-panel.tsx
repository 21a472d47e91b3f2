import type { ReportDetail } from "@truong-an/shared/api/staff";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { handOver } from "./api.ts";
import { sealForDesk } from "./keys.ts";
import type { OfferedDesk } from "./sheet-desks.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";

type HandOverProps = {
  readonly report: ReportDetail;
  readonly offered: readonly OfferedDesk[] | null; // null: the sheet is not signed as it must be
  readonly isOpened: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Gives the report to another desk; this browser seals the report key for it where it holds none. */
export function HandOverPanel(props: HandOverProps) {
  const { report, offered, isOpened } = props;
  const desks = (offered ?? []).filter((desk) => desk.holdsEnvelope || isOpened);
  const [chosen, setChosen] = useState<OfferedDesk | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const { state, run } = useAction();

  function confirm() {
    if (chosen === undefined) return setProblem(text.handOver.choose);
    const ask = () => sendHandOver(report, chosen);
    run({ ask, whenDone: props.onDone, ownWords: reportRefusals });
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
          <p>{whyNone(offered, isOpened)}</p>
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

function whyNone(offered: HandOverProps["offered"], isOpened: boolean): string {
  if (offered === null) return text.handOver.untrusted;
  return isOpened ? text.handOver.none : text.handOver.noneHolds;
}

async function sendHandOver(report: ReportDetail, desk: OfferedDesk) {
  const { id: deskId, keyNumber, recipient } = desk;
  const envelope = desk.holdsEnvelope
    ? null
    : await sealForDesk(report, { deskId, keyNumber, recipient });
  return handOver(report.id, { toDeskId: deskId, envelope });
}
