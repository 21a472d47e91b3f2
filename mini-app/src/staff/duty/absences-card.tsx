import type { Absence } from "@truong-an/shared/duty/roster";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { AbsenceDialog } from "./absence-dialog.tsx";
import { DatedLines } from "./dated-lines.tsx";
import { withdrawAbsence } from "./duty-api.ts";
import type { RosterView } from "./roster-view.ts";

/** Who is away, and when. Everyone notes the own absence; a lead anybody's. */
export function AbsencesCard(props: { readonly view: RosterView; readonly onChanged: () => void }) {
  const { view, onChanged } = props;
  const [isAdding, setIsAdding] = useState(false);
  const { state, run } = useAction();
  return (
    <Card title={dutyText.absences.title}>
      {view.sheet.absences.length === 0 ? (
        <p className={layout["quiet"]}>{dutyText.absences.none}</p>
      ) : (
        <DatedLines
          label={dutyText.absences.title}
          lines={view.sheet.absences.map((absence) => lineOf(absence, view))}
          now={view.now}
          isBusy={state.kind === "busy"}
          onUndo={(id) =>
            run({
              ask: () => withdrawAbsence(view.deskId, id),
              whenDone: onChanged,
              whenRefused: onChanged,
              ownWords: { "not-now": dutyText.changed },
            })
          }
        />
      )}
      <ActionOutcome state={state} busy={dutyText.saving} done={dutyText.saved} />
      <div>
        <Button kind="secondary" onPress={() => setIsAdding(true)}>
          {dutyText.absences.add}
        </Button>
      </div>
      {isAdding && (
        <AbsenceDialog
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

function lineOf({ id, staffId, from, to }: Absence, { nameOf, isLead, me }: RosterView) {
  const who = nameOf(staffId);
  const undo = { label: dutyText.absences.end, fullLabel: dutyText.absences.endLabel(who) };
  const words = dutyText.absences.line(who);
  return { id, words, from, to, undo: isLead || staffId === me ? undo : null };
}
