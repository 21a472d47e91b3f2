import { Accused, When } from "@truong-an/shared/report";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { tell, useDraft } from "./report-draft.ts";
import type { QuestionProps } from "./report-page.tsx";

/** Who is accused, by kind only: it decides who must not read. */
export function WhoQuestion({ onNext }: QuestionProps) {
  const { accused } = useDraft();
  const words = text.report.who;
  return (
    <>
      <p>{words.hint}</p>
      <ChooseOne
        hideLabel
        label={words.question}
        options={Accused.options.map((value) => ({ value, ...words.options[value] }))}
        value={accused}
        onChange={(chosen) => tell({ kind: "accused", accused: chosen })}
      />
      <Button wide disabled={accused === null} onPress={onNext}>
        {text.goOn}
      </Button>
    </>
  );
}

/** When, coarsely: enough to decide, too little to single anyone out. */
export function WhenQuestion({ onNext }: QuestionProps) {
  const { when } = useDraft();
  const words = text.report.when;
  return (
    <>
      <ChooseOne
        hideLabel
        label={words.question}
        options={When.options.map((value) => ({ value, ...words.options[value] }))}
        value={when}
        onChange={(chosen) => tell({ kind: "when", when: chosen })}
      />
      <Button wide disabled={when === null} onPress={onNext}>
        {text.goOn}
      </Button>
    </>
  );
}
