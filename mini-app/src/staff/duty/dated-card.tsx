import type { Instant } from "@truong-an/shared/time";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import type { Answer } from "../api.ts";
import { dutyText } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { type DatedLine, DatedLines } from "./dated-lines.tsx";

/** What holds for a while at this desk, line by line, each of which may be taken back, and a way to add one. */
export function DatedCard(props: {
  readonly words: { readonly title: string; readonly none: string; readonly add: string };
  readonly lines: readonly DatedLine[];
  readonly now: Instant;
  readonly withdraw: (id: string) => Promise<Answer<unknown>>;
  readonly mayAdd: boolean;
  readonly dialog: (close: () => void, done: () => void) => ReactNode;
  readonly onChanged: () => void;
}) {
  const { words, lines, onChanged } = props;
  const [isAdding, setIsAdding] = useState(false);
  const { state, run } = useAction();
  const close = () => setIsAdding(false);
  const done = () => {
    close();
    onChanged();
  };
  const undo = (id: string) =>
    run({
      ask: () => props.withdraw(id),
      whenDone: onChanged,
      whenRefused: onChanged,
      ownWords: { "not-now": dutyText.changed },
    });
  return (
    <Card title={words.title}>
      {lines.length === 0 ? (
        <p className={layout["quiet"]}>{words.none}</p>
      ) : (
        <DatedLines
          label={words.title}
          lines={lines}
          now={props.now}
          isBusy={state.kind === "busy"}
          onUndo={undo}
        />
      )}
      <ActionOutcome state={state} busy={dutyText.saving} done={dutyText.saved} />
      {props.mayAdd && (
        <div>
          <Button kind="secondary" onPress={() => setIsAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      {isAdding && props.dialog(close, done)}
    </Card>
  );
}
