import { onDutyUntil } from "@truong-an/shared/duty/shifts";
import type { StaffId } from "@truong-an/shared/ids";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { addMinutes, dateInVietnam, type Instant } from "@truong-an/shared/time";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { dutyText, momentInWords } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { handOverDuty } from "./duty-api.ts";
import { ProblemLine } from "./problem-line.tsx";
import type { RosterView } from "./roster-view.ts";
import { instantAt } from "./span.ts";

type Until = "end" | "chosen";

/** My duty to a colleague, from now until the end of my shift or a moment that I choose. */
export function HandOverDialog(props: {
  readonly view: RosterView;
  readonly onDone: () => void;
  readonly onRefused: () => void;
  readonly onClose: () => void;
}) {
  const { view } = props;
  const shiftEnd = endOfMyShift(view);
  const colleagues = colleaguesOf(view);
  const [id] = useState(newSubmissionId);
  const [to, setTo] = useState<StaffId | null>(
    colleagues.length === 1 ? firstId(colleagues) : null,
  );
  const [until, setUntil] = useState<Until>(shiftEnd === undefined ? "chosen" : "end");
  const [date, setDate] = useState(dateInVietnam(view.now));
  const [time, setTime] = useState("");
  const [problem, setProblem] = useState<string>();
  const { state, run } = useAction();

  function confirm() {
    const end = until === "end" ? null : instantAt(date, time);
    if (to === null) return setProblem(dutyText.handOver.choose);
    if (end === undefined) return setProblem(dutyText.span.incomplete);
    if (end !== null && end <= view.now) return setProblem(dutyText.span.backwards);
    setProblem(undefined);
    run({
      ask: () => handOverDuty(view.deskId, { id, toStaffId: to, until: end }),
      whenDone: props.onDone,
      whenRefused: props.onRefused,
      ownWords: { "not-now": dutyText.changed },
    });
  }

  const endings: { readonly value: Until; readonly label: string }[] = [
    { value: "chosen", label: dutyText.handOver.chosen },
  ];
  if (shiftEnd !== undefined) {
    const when = momentInWords(shiftEnd, view.now);
    endings.unshift({ value: "end", label: dutyText.handOver.endOfShift(when) });
  }
  return (
    <Dialog
      title={dutyText.handOver.title}
      onClose={props.onClose}
      actions={
        <>
          {colleagues.length > 0 && (
            <Button wide busy={state.kind === "busy"} onPress={confirm}>
              {dutyText.handOver.confirm}
            </Button>
          )}
          <Button wide kind="secondary" onPress={props.onClose}>
            {dutyText.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        {colleagues.length === 0 ? (
          <p>{dutyText.handOver.noColleague}</p>
        ) : (
          <>
            <p>{dutyText.handOver.meaning}</p>
            <ChooseOne
              label={dutyText.handOver.to}
              options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
              value={to}
              onChange={setTo}
            />
            <ChooseOne
              label={dutyText.handOver.until}
              options={endings}
              value={until}
              onChange={setUntil}
            />
          </>
        )}
        {colleagues.length > 0 && until === "chosen" && (
          <>
            <TextField type="date" label={dutyText.span.toDate} value={date} onChange={setDate} />
            <TextField type="time" label={dutyText.span.toTime} value={time} onChange={setTime} />
          </>
        )}
        <ProblemLine words={problem} />
        <ActionOutcome state={state} busy={dutyText.handOver.busy} />
      </div>
    </Dialog>
  );
}

const daysInSight = 14;

/** Undefined when no end is in sight: then one has to be chosen. */
function endOfMyShift({ roster, me, now, calendar }: RosterView): Instant | undefined {
  const sight = { from: now, to: addMinutes(now, daysInSight * 24 * 60) };
  const end = onDutyUntil(roster, me, sight, calendar);
  return end === sight.to ? undefined : end;
}

function colleaguesOf({ sheet, me, now }: RosterView): RosterView["sheet"]["members"] {
  const away = sheet.absences
    .filter(({ from, to }) => from <= now && now < to)
    .map(({ staffId }) => staffId);
  return sheet.members.filter(({ id }) => id !== me && !away.includes(id));
}

function firstId(members: RosterView["sheet"]["members"]): StaffId | null {
  return members[0]?.id ?? null;
}
