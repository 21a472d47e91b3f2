import type { Absence } from "@truong-an/shared/duty/roster";
import { dutyText } from "../text/duty-vi.ts";
import { AbsenceDialog } from "./absence-dialog.tsx";
import { DatedCard } from "./dated-card.tsx";
import { withdrawAbsence } from "./duty-api.ts";
import type { RosterView } from "./roster-view.ts";

/** Who is away, and when. Everyone notes the own absence; a lead anybody's. */
export function AbsencesCard(props: { readonly view: RosterView; readonly onChanged: () => void }) {
  const { view, onChanged } = props;
  return (
    <DatedCard
      words={dutyText.absences}
      lines={view.sheet.absences.map((absence) => lineOf(absence, view))}
      now={view.now}
      withdraw={(id) => withdrawAbsence(view.deskId, id)}
      mayAdd
      dialog={(close, done) => <AbsenceDialog view={view} onClose={close} onDone={done} />}
      onChanged={onChanged}
    />
  );
}

function lineOf({ id, staffId, from, to }: Absence, { nameOf, isLead, me }: RosterView) {
  const who = nameOf(staffId);
  const undo = { label: dutyText.absences.end, fullLabel: dutyText.absences.endLabel(who) };
  const words = dutyText.absences.line(who);
  return { id, words, from, to, undo: isLead || staffId === me ? undo : null };
}
