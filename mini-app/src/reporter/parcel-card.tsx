import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { CodeField, useCode } from "./code-field.tsx";
import { continueWithReceipt, sendNow } from "./outbox.ts";
import type { ParcelState } from "./parcel.ts";
import { ParcelStatus } from "./parcel-status.tsx";

/** One report on its way, with what the writer can do about it. */
export function ParcelCard(props: {
  readonly title: string;
  readonly submissionId: string;
  readonly state: ParcelState;
}) {
  const { state, submissionId } = props;
  return (
    <Card title={props.title}>
      <ParcelStatus state={state} />
      {(state.kind === "waiting" || state.kind === "refused") && (
        <div>
          <Button kind="secondary" onPress={() => sendNow(submissionId)}>
            {text.delivery.sendNow}
          </Button>
        </div>
      )}
      {state.kind === "refused" && <CallButtons />}
      {state.kind === "needs-code" && (
        <CodeForm
          isWrong={state.isWrong}
          onCode={(digits) => continueWithReceipt(submissionId, digits)}
        />
      )}
    </Card>
  );
}

function CodeForm(props: {
  readonly isWrong: boolean;
  readonly onCode: (digits: ReceiptDigits) => Promise<void>;
}) {
  const code = useCode();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    const digits = code.check();
    if (digits === null) return;
    setBusy(true);
    await props.onCode(digits);
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <CodeField code={code} error={props.isWrong ? text.delivery.wrongCode : null} />
      <Button submits wide busy={isBusy}>
        {text.delivery.codeOpen}
      </Button>
    </form>
  );
}
