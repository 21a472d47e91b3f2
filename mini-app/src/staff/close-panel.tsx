import { Outcome } from "@truong-an/shared/report-status";
import { outcomeLabels, statusForReporter } from "@truong-an/shared/text/vi";
import { useState } from "react";
import { ChooseOne } from "../ui/choice.tsx";
import { closeReport } from "./api.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { isAllShown, type Seen } from "./seen.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";
import { type Deciding, useSeen } from "./use-seen.ts";

type CloseProps = Deciding & { readonly onDone: () => void };

/** Closes in two steps: choose the outcome, then see what will be kept and what the writer will read. */
export function ClosePanel(props: CloseProps) {
  const { seen, isOld } = useSeen(props);
  const [chosen, setChosen] = useState<Outcome | undefined>();
  const [isSure, setIsSure] = useState(false);
  const onBack = () => setIsSure(false);
  if (chosen !== undefined && isSure) {
    return <ConfirmClose {...props} seen={seen} isOld={isOld} outcome={chosen} onBack={onBack} />;
  }
  return (
    <ChooseOutcome
      isOld={isOld}
      isShown={isAllShown(seen)}
      chosen={chosen}
      onChoose={setChosen}
      onNext={() => setIsSure(true)}
      onCancel={props.onCancel}
    />
  );
}

function ChooseOutcome(props: {
  readonly isOld: boolean;
  readonly isShown: boolean;
  readonly chosen: Outcome | undefined;
  readonly onChoose: (outcome: Outcome) => void;
  readonly onNext: () => void;
  readonly onCancel: () => void;
}) {
  const { chosen, isShown, onNext, onCancel } = props;
  const [isAsked, setIsAsked] = useState(false);
  const next = {
    label: text.close.next,
    onPress: () => (chosen === undefined ? setIsAsked(true) : onNext()),
  };
  return (
    <DecisionDialog
      title={text.close.action}
      isOld={props.isOld}
      busy={false}
      confirm={isShown ? next : null}
      leave={{ label: text.close.cancel, onPress: onCancel }}
      onClose={onCancel}
    >
      {isShown ? (
        <>
          <p>{text.close.meaning}</p>
          <ChooseOne
            label={text.close.title}
            options={Outcome.options.map((value) => ({ value, label: outcomeLabels[value] }))}
            value={chosen ?? null}
            onChange={props.onChoose}
          />
          {isAsked && chosen === undefined && <p role="alert">{text.close.choose}</p>}
        </>
      ) : (
        <p>{text.close.notShown}</p>
      )}
    </DecisionDialog>
  );
}

function ConfirmClose(
  props: CloseProps & {
    readonly seen: Seen;
    readonly isOld: boolean;
    readonly outcome: Outcome;
    readonly onBack: () => void;
  },
) {
  const { state, run } = useAction();
  const { seen, outcome, onDone, onStale } = props;
  const close = { outcome, readThrough: seen.shownThrough };
  return (
    <DecisionDialog
      title={text.close.confirmTitle}
      isOld={props.isOld}
      busy={state.kind === "busy"}
      confirm={{
        label: text.close.confirm,
        onPress: () =>
          run({
            ask: () => closeReport(seen.report.id, close),
            whenDone: onDone,
            whenRefused: onStale,
            ownWords: { ...reportRefusals, "not-now": text.close.refused },
          }),
      }}
      leave={{ label: text.close.back, onPress: props.onBack }}
      onClose={props.onCancel}
    >
      <p>{text.close.outcome(outcomeLabels[outcome])}</p>
      <p>{text.close.reporterSees}</p>
      <blockquote className={layout["quote"]}>{statusForReporter.closed}</blockquote>
      <ActionOutcome state={state} busy={text.close.busy} />
    </DecisionDialog>
  );
}
