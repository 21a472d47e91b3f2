import { type Question, questions } from "@truong-an/shared/form";
import { useEffect } from "react";
import { text } from "../text/vi.ts";
import { CallButtons } from "../ui/call-buttons.tsx";
import { Page } from "../ui/page.tsx";
import { Progress } from "../ui/progress.tsx";
import { currentHash, goTo, replaceWith } from "../ui/use-hash.ts";
import { LeaveQuickly } from "./leave-quickly.tsx";
import { DangerQuestion } from "./question-danger.tsx";
import { ReadersQuestion } from "./question-readers.tsx";
import { StoryQuestion } from "./question-story.tsx";
import { WhatQuestion } from "./question-what.tsx";
import { WhenQuestion, WhoQuestion } from "./question-who-when.tsx";
import { rememberedSchool } from "./remembered.ts";
import { currentDraft, useDraft } from "./report-draft.ts";
import {
  holdsWords,
  nextQuestion,
  previousQuestion,
  questionsShown,
  reachable,
} from "./report-form.ts";
import type { PageProps } from "./routes.tsx";
import { rememberSchoolFromLink } from "./school-link.ts";
import { useUnloadWarning } from "./use-unload-warning.ts";

/** What a question gets from the page: the way on, and whether it is drawn with calls above. */
export type QuestionProps = { readonly onNext: () => void };

const screens = {
  danger: DangerQuestion,
  what: WhatQuestion,
  who: WhoQuestion,
  when: WhenQuestion,
  story: StoryQuestion,
  readers: ReadersQuestion,
} as const;

/** The report, one question a screen. Each screen is a step of the browser's history: back works. */
export function ReportPage({ path, query }: PageProps) {
  const form = useDraft();
  const wanted = questions.find((question) => question === path) ?? "danger";
  const question = reachable(form, wanted);
  useSchoolFirst(query);
  useUnloadWarning(() => holdsWords(currentDraft()));
  useEffect(() => {
    const isStillHere = currentHash().split("?")[0] === `/report/${path}`;
    if (isStillHere && question !== path) replaceWith(routeOf(question));
  }, [path, question]);
  const Screen = screens[question];
  const shown = questionsShown(form);
  const previous = previousQuestion(form, question);
  return (
    <Page
      title={text.report.title}
      heading={question === "story" ? text.report.story.question : text.report[question].question}
      onBack={() => goTo(previous === null ? "/" : routeOf(previous))}
      barAction={<LeaveQuickly />}
      beside={question === "danger" ? undefined : <CallButtons small />}
    >
      <Progress
        at={shown.indexOf(question) + 1}
        of={shown.length}
        label={text.report.step(shown.indexOf(question) + 1, shown.length)}
      />
      <Screen
        key={question}
        onNext={() => {
          // The latest answers: a tap may answer and go on at once.
          const next = nextQuestion(currentDraft(), question);
          if (next !== null) goTo(routeOf(next));
        }}
      />
    </Page>
  );
}

function routeOf(question: Question): string {
  return `/report/${question}`;
}

/** Without a school there is nobody to seal to: it is asked first, with the calls in sight. */
function useSchoolFirst(query: URLSearchParams): void {
  useEffect(() => {
    rememberSchoolFromLink(query);
    if (rememberedSchool() === null) replaceWith("/school?next=report");
  }, [query]);
}
