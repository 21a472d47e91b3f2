import type { Me } from "@truong-an/shared/api/staff";
import {
  type CorrectionReason,
  correctionReasons,
  directionOf,
} from "@truong-an/shared/correction";
import type { Level } from "@truong-an/shared/report";
import { correctionReasonLabels, levelLabels } from "@truong-an/shared/text/vi";
import { useState } from "react";
import { ChooseOne, Tick } from "../ui/choice.tsx";
import { type Answer, correctLevel } from "./api.ts";
import { levelsToChoose, obstacleToLowering } from "./correcting.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { sealWhereAsked } from "./seal-where-asked.ts";
import { isAllOpened, type Seen } from "./seen.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { text } from "./text/vi.ts";
import { ActionOutcome } from "./ui/action-outcome.tsx";
import layout from "./ui/layout.module.css";
import { useAction } from "./use-action.ts";
import { type Deciding, useSeen } from "./use-seen.ts";

type CorrectProps = Deciding & {
  readonly me: Me;
  readonly onDone: (level: Level) => void;
};

type Choice = {
  readonly level: Level | null;
  readonly reason: CorrectionReason | null;
  readonly keeps: boolean; // whoever holds the report and raises it holds on to it
};

/** Another level, for a reason of the list, with what it will do in one sentence. */
export function CorrectPanel(props: CorrectProps) {
  const { me } = props;
  const { seen, isOld } = useSeen(props);
  const { report } = seen;
  const [choice, setChoice] = useState<Choice>({ level: null, reason: null, keeps: true });
  const [isAsked, setIsAsked] = useState(false);
  const { level, reason } = choice;
  const { state, run } = useAction();
  const isRead = isAllOpened(seen);
  const obstacle = obstacleToLowering(report, me, isRead);

  function confirm() {
    if (level === null || reason === null) return setIsAsked(true);
    const keeps = choice.keeps && report.takenByMe;
    const isLowering = directionOf(report.level, level) === "lower";
    run({
      ask: () => send(seen, { level, reason, keeps }),
      whenDone: () => props.onDone(level),
      whenRefused: props.onStale,
      ownWords: isLowering
        ? { ...reportRefusals, "not-now": text.correct.refused }
        : reportRefusals,
    });
  }

  return (
    <DecisionDialog
      title={text.correct.action}
      isOld={isOld}
      busy={state.kind === "busy"}
      confirm={{ label: text.correct.confirm, onPress: confirm }}
      leave={{ label: text.correct.cancel, onPress: props.onCancel }}
      onClose={props.onCancel}
    >
      <p>{text.correct.now(report.level)}</p>
      <ChooseOne
        label={text.correct.level}
        options={levelsToChoose(report, me, isRead).map((value) => ({
          value,
          label: levelLabels[value],
        }))}
        value={level}
        onChange={(chosen) => setChoice(withLevel(report.level, choice, chosen))}
      />
      {obstacle !== null && <p className={layout["quiet"]}>{text.correct.notLower[obstacle]}</p>}
      <Why seen={seen} choice={choice} onChange={setChoice} />
      {isAsked && (level === null || reason === null) && <p role="alert">{text.correct.choose}</p>}
      <ActionOutcome state={state} busy={text.correct.busy} />
    </DecisionDialog>
  );
}

/** The reasons that fit the chosen direction, and what will happen. Nothing before a level is chosen. */
function Why(props: {
  readonly seen: Seen;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}) {
  const { choice, onChange } = props;
  const { report } = props.seen;
  const { level, reason, keeps } = choice;
  const direction = level === null ? null : directionOf(report.level, level);
  if (level === null || direction === null) return null;
  return (
    <>
      <ChooseOne
        label={text.correct.reason}
        options={correctionReasons[direction].map((value) => ({
          value,
          label: sentence(correctionReasonLabels[value]),
        }))}
        value={reason}
        onChange={(chosen) => onChange({ ...choice, reason: chosen })}
      />
      {direction === "raise" && report.takenByMe && (
        <Tick
          label={text.correct.keeps}
          checked={keeps}
          onChange={(isKept) => onChange({ ...choice, keeps: isKept })}
        />
      )}
      <p>
        {direction === "lower"
          ? text.correct.meaning.lower(level)
          : meaningOfRaise(report, level, keeps)}
      </p>
    </>
  );
}

/** A raise puts the report back to waiting, unless its holder keeps it: whoever loses it is named. */
function meaningOfRaise(
  { takenBy, takenByMe }: Pick<Seen["report"], "takenBy" | "takenByMe">,
  level: Level,
  keeps: boolean,
): string {
  const { raise, raiseHeld, raiseLetGo, raiseFrom } = text.correct.meaning;
  if (takenByMe) return keeps ? raiseHeld(level) : raiseLetGo(level);
  return takenBy === null ? raise(level) : raiseFrom(level, takenBy);
}

/** A reason stays chosen as long as it fits the direction. */
function withLevel(from: Level, choice: Choice, level: Level): Choice {
  const direction = directionOf(from, level);
  const { reason } = choice;
  const fits =
    reason !== null && direction !== null && correctionReasons[direction].includes(reason);
  return { ...choice, level, reason: fits ? reason : null };
}

function send(
  { report, openedThrough }: Seen,
  chosen: { readonly level: Level; readonly reason: CorrectionReason; readonly keeps: boolean },
): Promise<Answer<unknown>> {
  const decided = { level: chosen.level, reasons: report.reasons };
  return sealWhereAsked(report, decided, (envelopes) =>
    correctLevel(report.id, {
      ...chosen,
      from: report.level,
      readThrough: openedThrough,
      envelopes,
    }),
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
