import type { Plan } from "@truong-an/shared/duty/roster";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { savePlan } from "./duty-api.ts";
import { gapInWords } from "./gaps-notice.tsx";
import styles from "./plan-card.module.css";
import { changePlan, isFull, type PlanChange } from "./plan-draft.ts";
import { PresetDialog } from "./preset-dialog.tsx";
import { gapsOfPlan, type RosterView } from "./roster-view.ts";
import { SummerFields } from "./summer-fields.tsx";
import { TurnDialog } from "./turn-dialog.tsx";
import { turnInWords } from "./turn-in-words.ts";

/** The weekly turns while a lead changes them. What gaps they would leave is said before saving. */
export function PlanEditor(props: {
  readonly view: RosterView;
  readonly onDone: () => void;
  readonly onRefused: () => void;
  readonly onClose: () => void;
}) {
  const { view } = props;
  const [plan, setPlan] = useState<Plan>(view.sheet.plan);
  const [seen] = useState(view.sheet.planNumber);
  const [asking, setAsking] = useState<"turn" | "preset">();
  const [isSummerFine, setIsSummerFine] = useState(true);
  const { state, run } = useAction();

  function change(next: PlanChange) {
    setPlan((before) => changePlan(before, next));
    setAsking(undefined);
  }

  function save() {
    if (!isSummerFine) return;
    run({
      ask: () => savePlan(view.deskId, { plan: { ...plan, patterns: [...plan.patterns] }, seen }),
      whenDone: props.onDone,
      whenRefused: props.onRefused,
      ownWords: { "not-now": dutyText.changed },
    });
  }

  return (
    <Card title={dutyText.plan.editTitle}>
      <Turns view={view} plan={plan} onChange={change} />
      <div className={layout["row"]}>
        {isFull(plan) ? (
          <p>{dutyText.plan.full}</p>
        ) : (
          <Button kind="secondary" onPress={() => setAsking("turn")}>
            {dutyText.plan.add}
          </Button>
        )}
        <Button kind="secondary" onPress={() => setAsking("preset")}>
          {dutyText.plan.preset}
        </Button>
      </div>
      <ChooseOne
        label={dutyText.plan.otherwise}
        options={otherwiseOptions}
        value={plan.otherwise}
        onChange={(otherwise) => change({ kind: "otherwise", otherwise })}
      />
      <SummerFields
        summer={plan.summer}
        onFine={(summer) => change({ kind: "summer", summer })}
        onJudged={setIsSummerFine}
      />
      <Preview view={view} plan={plan} />
      <ActionOutcome state={state} busy={dutyText.saving} />
      <div className={layout["row"]}>
        <Button busy={state.kind === "busy"} onPress={save}>
          {dutyText.plan.save}
        </Button>
        <Button kind="secondary" onPress={props.onClose}>
          {dutyText.cancel}
        </Button>
      </div>
      {asking === "turn" && (
        <TurnDialog
          view={view}
          onClose={() => setAsking(undefined)}
          onDone={(pattern) => change({ kind: "add", pattern })}
        />
      )}
      {asking === "preset" && (
        <PresetDialog
          view={view}
          onClose={() => setAsking(undefined)}
          onDone={(day, night) => change({ kind: "day-and-night", day, night })}
        />
      )}
    </Card>
  );
}

const otherwiseOptions = (["everyone", "nobody"] as const).map((value) => ({
  value,
  ...dutyText.plan.otherwiseOptions[value],
}));

type Changing = {
  readonly view: RosterView;
  readonly plan: Plan;
  readonly onChange: (change: PlanChange) => void;
};

function Turns({ view, plan, onChange }: Changing) {
  if (plan.patterns.length === 0) return <p className={layout["quiet"]}>{dutyText.plan.none}</p>;
  return (
    <ul className={styles["turns"]}>
      {plan.patterns.map((pattern, index) => {
        const words = turnInWords(pattern);
        const who = view.nameOf(pattern.staffId);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place
          <li key={index} className={styles["turn"]}>
            <span>
              <strong>{who}</strong>
              <br />
              {words}
            </span>
            <Button kind="quiet" onPress={() => onChange({ kind: "remove", index })}>
              <span aria-hidden="true">{dutyText.plan.removeShort}</span>
              <span className="visually-hidden">{dutyText.plan.remove(`${who}, ${words}`)}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function Preview({ view, plan }: Pick<Changing, "view" | "plan">): ReactNode {
  const gaps = gapsOfPlan(view, plan);
  const [first] = gaps;
  return (
    <Notice kind={first === undefined ? "success" : "warning"} live>
      <p>
        {first === undefined
          ? dutyText.plan.previewFine
          : dutyText.plan.previewGaps(gaps.length, gapInWords(first, view.now))}
      </p>
    </Notice>
  );
}
