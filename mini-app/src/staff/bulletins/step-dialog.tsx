import { findingsIn, publishedWords } from "@truong-an/shared/bulletin-check";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Tick } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { takeStep, withdrawVersion } from "./bulletins-api.ts";
import { FindingsNotice } from "./findings-notice.tsx";
import type { Offer } from "./offers.ts";

/** Says what a step will do, and takes it once that is confirmed. Approving needs a look at every finding. */
export function StepDialog(props: {
  readonly bulletinId: string;
  readonly offer: Offer;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { offer } = props;
  const words = bulletinsText.steps[offer.step];
  const findings = offer.step === "approve" ? findingsIn(publishedWords(offer.version)) : [];
  const [isSeen, setIsSeen] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const { state, run } = useAction();

  function confirm() {
    if (findings.length > 0 && !isSeen) return setIsAsked(true);
    run({
      ask: () => take(props.bulletinId, offer),
      whenDone: props.onDone,
      ownWords: { "not-now": bulletinsText.changed },
    });
  }

  return (
    <Dialog
      title={words.action}
      onClose={props.onClose}
      actions={
        <>
          <Button
            wide
            kind={offer.step === "withdraw" ? "danger" : "primary"}
            busy={state.kind === "busy"}
            onPress={confirm}
          >
            {words.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onClose}>
            {bulletinsText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{words.means}</p>
        {findings.length > 0 && (
          <>
            <FindingsNotice findings={findings} />
            <Tick label={bulletinsText.check.seen} checked={isSeen} onChange={setIsSeen} />
          </>
        )}
        {isAsked && !isSeen && <p role="alert">{bulletinsText.check.tickFirst}</p>}
        <ActionOutcome state={state} busy={bulletinsText.stepBusy} />
      </div>
    </Dialog>
  );
}

function take(id: string, { step, version }: Offer) {
  if (step === "withdraw" || step === "discard") return withdrawVersion(id, version.number);
  return takeStep(id, step, { version: version.number, writtenAt: version.written.at });
}
