import { StaffId } from "@truong-an/shared/ids";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { useState } from "react";
import { SelectField } from "../../ui/select-field.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { writeAbsence } from "./duty-api.ts";
import type { RosterView } from "./roster-view.ts";
import { SpanDialog } from "./span-dialog.tsx";

/** Notes when somebody is away: me, or for a lead anybody. No reason is asked for. */
export function AbsenceDialog(props: {
  readonly view: RosterView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { view } = props;
  const [id] = useState(newSubmissionId);
  const [who, setWho] = useState<string>(view.me);
  const people = view.sheet.members.map(({ id: value, name }) => ({
    value,
    label: value === view.me ? dutyText.me(name) : name,
  }));
  return (
    <SpanDialog
      {...props}
      words={dutyText.absences}
      check={() => (StaffId.safeParse(who).success ? undefined : dutyText.turn.needPerson)}
      write={({ from, to }) =>
        writeAbsence(view.deskId, { id, staffId: StaffId.parse(who), from, to })
      }
    >
      {view.isLead && (
        <SelectField label={dutyText.absences.who} options={people} value={who} onChange={setWho} />
      )}
    </SpanDialog>
  );
}
