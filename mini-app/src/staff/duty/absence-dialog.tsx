import { StaffId } from "@truong-an/shared/ids";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { SelectField } from "../ui/select-field.tsx";
import { useAction } from "../use-action.ts";
import { writeAbsence } from "./duty-api.ts";
import { ProblemLine } from "./problem-line.tsx";
import type { RosterView } from "./roster-view.ts";
import { draftFrom, readSpan } from "./span.ts";
import { SpanFields } from "./span-fields.tsx";

/** Notes when somebody is away: me, or for a lead anybody. No reason is asked for. */
export function AbsenceDialog(props: {
  readonly view: RosterView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { view } = props;
  const [id] = useState(newSubmissionId);
  const [who, setWho] = useState<string>(view.me);
  const [draft, setDraft] = useState(() => draftFrom(view.now));
  const [problem, setProblem] = useState<string>();
  const { state, run } = useAction();
  const people = view.sheet.members.map(({ id: value, name }) => ({
    value,
    label: value === view.me ? dutyText.me(name) : name,
  }));

  function confirm() {
    const person = StaffId.safeParse(who);
    const span = readSpan(draft, view.now);
    if (!person.success) return setProblem(dutyText.turn.needPerson);
    if (span.kind !== "span") return setProblem(dutyText.span[span.kind]);
    setProblem(undefined);
    const { from, to } = span;
    run({
      ask: () => writeAbsence(view.deskId, { id, staffId: person.data, from, to }),
      whenDone: props.onDone,
    });
  }

  return (
    <Dialog
      title={dutyText.absences.add}
      onClose={props.onClose}
      actions={
        <>
          <Button wide busy={state.kind === "busy"} onPress={confirm}>
            {dutyText.absences.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onClose}>
            {dutyText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{dutyText.absences.meaning}</p>
        {view.isLead && (
          <SelectField
            label={dutyText.absences.who}
            options={people}
            value={who}
            onChange={setWho}
          />
        )}
        <SpanFields view={view} draft={draft} onChange={setDraft} />
        <ProblemLine words={problem} />
        <ActionOutcome state={state} busy={dutyText.saving} />
      </div>
    </Dialog>
  );
}
