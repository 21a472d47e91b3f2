import type { Category } from "@truong-an/shared/report";
import { useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { ChooseSome } from "../ui/choice.tsx";
import { tell, useDraft } from "./report-draft.ts";
import { mostCategories } from "./report-form.ts";
import type { QuestionProps } from "./report-page.tsx";

const categories = Object.keys(text.report.what.options) as readonly Category[];
const shownAtFirst = 12;

/** What happened, in a child's words; the rarer matters appear when asked for. */
export function WhatQuestion({ onNext }: QuestionProps) {
  const form = useDraft();
  const rare = categories.slice(shownAtFirst);
  const [isLong, setLong] = useState(() => form.categories.some((one) => rare.includes(one)));
  const words = text.report.what;
  const listed = isLong ? categories : categories.slice(0, shownAtFirst);
  return (
    <>
      <p>{words.hint(mostCategories)}</p>
      <ChooseSome
        hideLabel
        label={words.question}
        options={listed.map((value) => ({ value, ...words.options[value] }))}
        values={form.categories}
        most={mostCategories}
        onToggle={(category) => tell({ kind: "category", category })}
      />
      <p role="status">{form.categories.length >= mostCategories ? words.full : ""}</p>
      {!isLong && (
        <Button kind="secondary" wide onPress={() => setLong(true)}>
          {words.more}
        </Button>
      )}
      <Button wide disabled={form.categories.length === 0} onPress={onNext}>
        {text.goOn}
      </Button>
    </>
  );
}
