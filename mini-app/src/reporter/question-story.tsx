import { limits } from "@truong-an/shared/report";
import { identityHintsIn } from "@truong-an/shared/triage/reading/self-identification";
import { useDeferredValue, useMemo, useState } from "react";
import { text } from "../text/vi.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { DetailSuggestion } from "./detail-suggestion.tsx";
import { HelpNotice } from "./help-notice.tsx";
import { OfficeQuestion } from "./office-question.tsx";
import { PhotoPicker } from "./photo-picker.tsx";
import { prepareReader } from "./reader.ts";
import { tell, useDraft } from "./report-draft.ts";
import { isAnswered } from "./report-form.ts";
import type { QuestionProps } from "./report-page.tsx";
import { useReadings } from "./use-readings.ts";
import { roleOf, writerNow } from "./writer.ts";

const nearTheLimit = 500;

/** The story and the photos. The words stay in this page's memory until they are sealed. */
export function StoryQuestion({ onNext }: QuestionProps) {
  const form = useDraft();
  const [isAsked, setAsked] = useState(false);
  const words = text.report.story;
  const left = limits.storyCharacters - form.story.length;
  const isDone = isAnswered(form, "story");
  const readings = useReadings(form.story, roleOf(writerNow()));
  const write = (story: string) => {
    prepareReader();
    tell({ kind: "story", story });
  };
  return (
    <>
      <Card>
        <TextArea
          label={words.label}
          hint={words.hint}
          rows={8}
          value={form.story}
          maxLength={limits.storyCharacters}
          error={isAsked && !isDone ? words.empty : null}
          onFocus={prepareReader}
          onChange={write}
        />
        <HelpNotice {...readings} />
        <OfficeQuestion form={form} settled={readings.settled} />
        <DetailSuggestion {...readings} />
        <p role="status">{left <= nearTheLimit ? words.left(left) : ""}</p>
        <IdentityNotice story={form.story} />
        <p>{words.sealed}</p>
      </Card>
      <Card>
        <PhotoPicker
          photos={form.photos}
          onAdd={(photos) => tell({ kind: "photos-added", photos })}
          onRemove={(id) => tell({ kind: "photo-removed", id })}
        />
      </Card>
      <Button wide onPress={() => (isDone ? onNext() : setAsked(true))}>
        {text.goOn}
      </Button>
    </>
  );
}

function IdentityNotice({ story }: { readonly story: string }) {
  const settled = useDeferredValue(story);
  const hints = useMemo(() => identityHintsIn(settled), [settled]);
  const words = text.report.story.hints;
  if (hints.length === 0) return null;
  return (
    <Notice kind="warning" title={words.title} live>
      <p>
        {hints.map((hint) => words[hint]).join(" ")} {words.words}
      </p>
    </Notice>
  );
}
