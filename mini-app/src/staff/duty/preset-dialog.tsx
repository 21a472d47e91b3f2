import { StaffId } from "@truong-an/shared/ids";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { dutyText } from "../text/duty-vi.ts";
import layout from "../ui/layout.module.css";
import { ProblemLine } from "./problem-line.tsx";
import type { RosterView } from "./roster-view.ts";

/** A day shift and a night shift, every day: the plan that most desks begin with. */
export function PresetDialog(props: {
  readonly view: RosterView;
  readonly onDone: (day: StaffId, night: StaffId) => void;
  readonly onClose: () => void;
}) {
  const [day, setDay] = useState("");
  const [night, setNight] = useState("");
  const [problem, setProblem] = useState<string>();
  const people = props.view.sheet.members.map(({ id, name }) => ({ value: id, label: name }));

  function confirm() {
    const byDay = StaffId.safeParse(day);
    const byNight = StaffId.safeParse(night);
    if (byDay.success && byNight.success) props.onDone(byDay.data, byNight.data);
    else setProblem(dutyText.turn.needPerson);
  }

  const person = (label: string, value: string, onChange: (value: string) => void) => (
    <SelectField
      label={label}
      options={people}
      placeholder={dutyText.turn.choosePerson}
      value={value}
      onChange={onChange}
    />
  );
  return (
    <Dialog
      title={dutyText.preset.title}
      onClose={props.onClose}
      actions={
        <>
          <Button wide onPress={confirm}>
            {dutyText.preset.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onClose}>
            {dutyText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{dutyText.preset.meaning}</p>
        {person(dutyText.preset.day, day, setDay)}
        {person(dutyText.preset.night, night, setNight)}
        <ProblemLine words={problem} />
      </div>
    </Dialog>
  );
}
