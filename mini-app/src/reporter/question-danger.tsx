import { DangerNow } from "@truong-an/shared/report";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Card } from "../ui/card.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { tell, useDraft } from "./report-draft.ts";
import { isDangerNow } from "./report-form.ts";
import type { QuestionProps } from "./report-page.tsx";

/** Danger first. The numbers are there before the answer, and larger than anything after a yes. */
export function DangerQuestion({ onNext }: QuestionProps) {
  const { danger } = useDraft();
  const words = text.report.danger;
  const isNow = isDangerNow({ danger });
  return (
    <>
      <ChooseOne
        hideLabel
        label={words.question}
        options={DangerNow.options.map((value) => ({ value, ...words.options[value] }))}
        value={danger}
        onChange={(chosen) => tell({ kind: "danger", danger: chosen })}
      />
      {isNow ? (
        <div role="status">
          <Card title={words.callNow}>
            <CallButtons stacked />
            <p>{words.callNowHint}</p>
          </Card>
        </div>
      ) : (
        <CallButtons />
      )}
      <Button wide disabled={danger === null} onPress={onNext}>
        {isNow ? words.anyway : text.goOn}
      </Button>
    </>
  );
}
