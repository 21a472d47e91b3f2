import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { Answer } from "../api.ts";
import { dutyText } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { ProblemLine } from "./problem-line.tsx";
import type { RosterView } from "./roster-view.ts";
import { draftFrom, readSpan, type Span } from "./span.ts";
import { SpanFields } from "./span-fields.tsx";

/** Asks for what holds from one time to another. `check` says in words what else is missing, if anything. */
export function SpanDialog(props: {
  readonly view: RosterView;
  readonly words: { readonly add: string; readonly confirm: string; readonly meaning: string };
  readonly check: () => string | undefined;
  readonly write: (span: Span) => Promise<Answer<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { view, words } = props;
  const [draft, setDraft] = useState(() => draftFrom(view.now));
  const [problem, setProblem] = useState<string>();
  const { state, run } = useAction();

  function confirm() {
    const missing = props.check();
    const span = readSpan(draft, view.now);
    if (missing !== undefined) return setProblem(missing);
    if (span.kind !== "span") return setProblem(dutyText.span[span.kind]);
    setProblem(undefined);
    run({ ask: () => props.write(span), whenDone: props.onDone });
  }

  return (
    <Dialog
      title={words.add}
      onClose={props.onClose}
      actions={
        <>
          <Button wide busy={state.kind === "busy"} onPress={confirm}>
            {words.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onClose}>
            {dutyText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{words.meaning}</p>
        {props.children}
        <SpanFields view={view} draft={draft} onChange={setDraft} />
        <ProblemLine words={problem} />
        <ActionOutcome state={state} busy={dutyText.saving} />
      </div>
    </Dialog>
  );
}
