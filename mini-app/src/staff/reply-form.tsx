import type { ReportDetail } from "@truong-an/shared/api/staff";
import { limits } from "@truong-an/shared/report";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { writeMessage } from "./api.ts";
import { sealAnswer } from "./keys.ts";
import styles from "./reply-form.module.css";
import { readyPhrases } from "./text/phrases-vi.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";
import { type Draft, useDraft } from "./use-draft.ts";

/** An answer to the writer, sealed here before it is sent. */
export function ReplyForm(props: { readonly report: ReportDetail; readonly onSent: () => void }) {
  const { report, onSent } = props;
  const { draft, write } = useDraft();
  const { state, run, rest } = useAction();
  const [problem, setProblem] = useState<string | null>(null);

  function change(words: string) {
    rest();
    setProblem(null);
    write(words);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (state.kind === "busy") return;
    if (draft.words.trim() === "") return setProblem(text.thread.empty);
    run({
      ask: () => sendReply(report, draft),
      whenDone: () => {
        write("");
        onSent();
      },
      ownWords: reportRefusals,
    });
  }

  return (
    <form className={layout["form"]} onSubmit={submit}>
      <TextArea
        label={text.thread.reply}
        hint={text.thread.replyHint}
        value={draft.words}
        onChange={change}
        maxLength={limits.messageCharacters}
        error={problem}
      />
      <details>
        <summary className={styles["summary"]}>{text.thread.phrases}</summary>
        <ul className={styles["phrases"]}>
          {readyPhrases(report.facts.writer).map((phrase) => (
            <li key={phrase}>
              <button
                type="button"
                className={styles["phrase"]}
                onClick={() => change(joined(draft.words, phrase))}
              >
                {phrase}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <ActionOutcome state={state} busy={text.thread.sending} done={text.thread.sent} />
      <div>
        <Button submits busy={state.kind === "busy"}>
          {text.thread.send}
        </Button>
      </div>
    </form>
  );
}

function joined(words: string, phrase: string): string {
  return words.trim() === "" ? phrase : `${words.trimEnd()}\n${phrase}`;
}

async function sendReply(report: ReportDetail, draft: Draft) {
  const sealed = await sealAnswer(report.id, draft.words.trim());
  return writeMessage(report.id, { messageId: draft.id, sealed });
}
