import { StaffId } from "@truong-an/shared/ids";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { useState } from "react";
import { SelectField } from "../../ui/select-field.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { writeCover } from "./duty-api.ts";
import type { RosterView } from "./roster-view.ts";
import { SpanDialog } from "./span-dialog.tsx";

/** A lead puts somebody in another's place, or besides, for a while. */
export function CoverDialog(props: {
  readonly view: RosterView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { view } = props;
  const [id] = useState(newSubmissionId);
  const [who, setWho] = useState("");
  const [insteadOf, setInsteadOf] = useState("");
  const people = view.sheet.members.map(({ id, name }) => ({ value: id as string, label: name }));

  function missing(): string | undefined {
    if (!StaffId.safeParse(who).success) return dutyText.turn.needPerson;
    return who === insteadOf ? dutyText.covers.same : undefined;
  }

  return (
    <SpanDialog
      {...props}
      words={dutyText.covers}
      check={missing}
      write={({ from, to }) => {
        const covered = insteadOf === "" ? null : insteadOf;
        const staffId = StaffId.parse(who);
        return writeCover(view.deskId, { id, staffId, insteadOf: covered, from, to });
      }}
    >
      <SelectField
        label={dutyText.covers.who}
        options={people}
        placeholder={dutyText.turn.choosePerson}
        value={who}
        onChange={setWho}
      />
      <SelectField
        label={dutyText.covers.insteadOf}
        options={[{ value: "", label: dutyText.covers.besides }, ...people]}
        value={insteadOf}
        onChange={setInsteadOf}
      />
    </SpanDialog>
  );
}
