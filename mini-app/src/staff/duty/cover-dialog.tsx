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
import { writeCover } from "./duty-api.ts";
import { ProblemLine } from "./problem-line.tsx";
import type { RosterView } from "./roster-view.ts";
import { draftFrom, readSpan } from "./span.ts";
import { SpanFields } from "./span-fields.tsx";

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
  const [draft, setDraft] = useState(() => draftFrom(view.now));
  const [problem, setProblem] = useState<string>();
  const { state, run } = useAction();
  const people = view.sheet.members.map(({ id: value, name }) => ({ value, label: name }));

  function confirm() {
    const person = StaffId.safeParse(who);
    const span = readSpan(draft, view.now);
    if (!person.success) return setProblem(dutyText.turn.needPerson);
    if (who === insteadOf) return setProblem(dutyText.covers.same);
    if (span.kind !== "span") return setProblem(dutyText.span[span.kind]);
    setProblem(undefined);
    const covered = insteadOf === "" ? null : insteadOf;
    const { from, to } = span;
    run({
      ask: () =>
        writeCover(view.deskId, { id, staffId: person.data, insteadOf: covered, from, to }),
      whenDone: props.onDone,
    });
  }

  return (
    <Dialog
      title={dutyText.covers.add}
      onClose={props.onClose}
      actions={
        <>
          <Button wide busy={state.kind === "busy"} onPress={confirm}>
            {dutyText.covers.confirm}
          </Button>
          <Button wide kind="secondary" onPress={props.onClose}>
            {dutyText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        <p>{dutyText.covers.meaning}</p>
        <SelectField
          label={dutyText.covers.who}
          options={people}
          placeholder={dutyText.turn.choosePerson}
          value={who}
          onChange={setWho}
        />
        <SelectField
          label={dutyText.covers.insteadOf}
          options={people}
          placeholder={dutyText.covers.besides}
          value={insteadOf}
          onChange={setInsteadOf}
        />
        <SpanFields view={view} draft={draft} onChange={setDraft} />
        <ProblemLine words={problem} />
        <ActionOutcome state={state} busy={dutyText.saving} />
      </div>
    </Dialog>
  );
}
