import type { ReportDetail } from "@truong-an/shared/api/staff";
import { Outcome } from "@truong-an/shared/report-status";
import { outcomeLabels, statusForReporter } from "@truong-an/shared/text/vi";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { closeReport } from "./api.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";

type CloseProps = {
  readonly report: ReportDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Closes in two steps: choose the outcome, then see what will be kept and what the writer will read. */
export function ClosePanel(props: CloseProps) {
  const [chosen, setChosen] = useState<Outcome | undefined>();
  const [isSure, setIsSure] = useState(false);
  if (chosen !== undefined && isSure) {
    return <ConfirmClose {...props} outcome={chosen} onBack={() => setIsSure(false)} />;
  }
  return (
    <ChooseOutcome
      chosen={chosen}
      onChoose={setChosen}
      onNext={() => setIsSure(true)}
      onCancel={props.onCancel}
    />
  );
}

function ChooseOutcome(props: {
  readonly chosen: Outcome | undefined;
  readonly onChoose: (outcome: Outcome) => void;
  readonly onNext: () => void;
  readonly onCancel: () => void;
}) {
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Dialog
      title={text.close.action}
      onClose={props.onCancel}
      actions={
        <>
          <Button
            wide
            onPress={() => (props.chosen === undefined ? setIsAsked(true) : props.onNext())}
          >
            {text.close.next}
          </Button>
          <Button wide kind="secondary" onPress={props.onCancel}>
            {text.close.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{text.close.meaning}</p>
        <ChooseOne
          label={text.close.title}
          options={Outcome.options.map((value) => ({ value, label: outcomeLabels[value] }))}
          value={props.chosen ?? null}
          onChange={props.onChoose}
        />
        {isAsked && props.chosen === undefined && <p role="alert">{text.close.choose}</p>}
      </div>
    </Dialog>
  );
}

function ConfirmClose(
  props: CloseProps & { readonly outcome: Outcome; readonly onBack: () => void },
) {
  const { state, run } = useAction();
  const { report, outcome } = props;
  return (
    <Dialog
      title={text.close.confirmTitle}
      onClose={props.onCancel}
      actions={
        <>
          <Button
            wide
            busy={state.kind === "busy"}
            onPress={() => run(() => closeReport(report.id, { outcome }), props.onDone)}
          >
            {text.close.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onBack}>
            {text.close.back}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{text.close.outcome(outcomeLabels[outcome])}</p>
        <p>{text.close.reporterSees}</p>
        <blockquote className={layout["quote"]}>{statusForReporter.closed}</blockquote>
        <ActionOutcome state={state} busy={text.close.busy} />
      </div>
    </Dialog>
  );
}
