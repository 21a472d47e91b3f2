import type { Pattern } from "@truong-an/shared/duty/roster";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { ChooseOne, ChooseSome } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { dutyText, weekdayName } from "../text/duty-vi.ts";
import layout from "../ui/layout.module.css";
import { emptyTurn, everyWeekday, readTurn, type TurnDraft } from "./plan-draft.ts";
import { ProblemLine } from "./problem-line.tsx";
import type { RosterView } from "./roster-view.ts";

/** One weekly turn: who, on which days, from when to when. */
export function TurnDialog(props: {
  readonly view: RosterView;
  readonly onDone: (pattern: Pattern) => void;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState<TurnDraft>(emptyTurn);
  const [problem, setProblem] = useState<string>();
  const set = (change: Partial<TurnDraft>) => setDraft((before) => ({ ...before, ...change }));

  function confirm() {
    const turn = readTurn(draft);
    if (turn.kind === "turn") props.onDone(turn.pattern);
    else setProblem(dutyText.turn[turn.kind]);
  }

  function toggle(day: string) {
    const weekday = Number(day);
    const { weekdays } = draft;
    const isThere = weekdays.includes(weekday);
    set({ weekdays: isThere ? weekdays.filter((one) => one !== weekday) : [...weekdays, weekday] });
  }

  return (
    <Dialog
      title={dutyText.turn.title}
      onClose={props.onClose}
      actions={
        <>
          <Button wide onPress={confirm}>
            {dutyText.turn.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onClose}>
            {dutyText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <SelectField
          label={dutyText.turn.who}
          options={props.view.sheet.members.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={dutyText.turn.choosePerson}
          value={draft.staffId}
          onChange={(staffId) => set({ staffId })}
        />
        <ChooseSome
          label={dutyText.turn.weekdays}
          options={everyWeekday.map((day) => ({ value: String(day), label: weekdayName(day) }))}
          values={draft.weekdays.map(String)}
          onToggle={toggle}
          most={7}
        />
        <TextField
          type="time"
          label={dutyText.turn.from}
          value={draft.from}
          onChange={(from) => set({ from })}
        />
        <TextField
          type="time"
          label={dutyText.turn.to}
          hint={dutyText.turn.toHint}
          value={draft.to}
          onChange={(to) => set({ to })}
        />
        <ChooseOne
          label={dutyText.turn.days}
          options={dayOptions}
          value={draft.days}
          onChange={(days) => set({ days })}
        />
        <ProblemLine words={problem} />
      </div>
    </Dialog>
  );
}

const dayOptions = (["every-day", "school-days"] as const).map((value) => ({
  value,
  ...dutyText.turn.dayOptions[value],
}));
