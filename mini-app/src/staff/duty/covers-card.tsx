import type { Cover } from "@truong-an/shared/duty/roster";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { CoverDialog } from "./cover-dialog.tsx";
import { DatedLines } from "./dated-lines.tsx";
import { withdrawCover } from "./duty-api.ts";
import type { RosterView } from "./roster-view.ts";

/** Who stands in for whom, and when. A lead arranges it; what I have handed over I may take back. */
export function CoversCard(props: { readonly view: RosterView; readonly onChanged: () => void }) {
  const { view, onChanged } = props;
  const [isAdding, setIsAdding] = useState(false);
  const { state, run } = useAction();
  return (
    <Card title={dutyText.covers.title}>
      {view.sheet.covers.length === 0 ? (
        <p className={layout["quiet"]}>{dutyText.covers.none}</p>
      ) : (
        <DatedLines
          label={dutyText.covers.title}
          lines={view.sheet.covers.map((cover) => lineOf(cover, view))}
          now={view.now}
          isBusy={state.kind === "busy"}
          onUndo={(id) =>
            run({
              ask: () => withdrawCover(view.deskId, id),
              whenDone: onChanged,
              whenRefused: onChanged,
              ownWords: { "not-now": dutyText.changed },
            })
          }
        />
      )}
      <ActionOutcome state={state} busy={dutyText.saving} done={dutyText.saved} />
      {view.isLead && (
        <div>
          <Button kind="secondary" onPress={() => setIsAdding(true)}>
            {dutyText.covers.add}
          </Button>
        </div>
      )}
      {isAdding && (
        <CoverDialog
          view={view}
          onClose={() => setIsAdding(false)}
          onDone={() => {
            setIsAdding(false);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}

function lineOf({ id, staffId, insteadOf, from, to }: Cover, { nameOf, isLead, me }: RosterView) {
  const who = nameOf(staffId);
  const words =
    insteadOf === null
      ? dutyText.covers.extra(who)
      : dutyText.covers.instead(who, nameOf(insteadOf));
  const undo = {
    label: dutyText.covers.withdraw,
    fullLabel: dutyText.covers.withdrawLabel(words),
  };
  return { id, words, from, to, undo: isLead || insteadOf === me ? undo : null };
}
