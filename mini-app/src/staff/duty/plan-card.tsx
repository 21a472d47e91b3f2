import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dutyText, shortDate } from "../text/duty-vi.ts";
import layout from "../ui/layout.module.css";
import styles from "./plan-card.module.css";
import { PlanEditor } from "./plan-editor.tsx";
import type { RosterView } from "./roster-view.ts";
import { turnInWords } from "./turn-in-words.ts";

/** The weekly turns, for everyone to see and for a lead to change. */
export function PlanCard(props: { readonly view: RosterView; readonly onChanged: () => void }) {
  const { view } = props;
  const [isEditing, setIsEditing] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  if (isEditing) {
    return (
      <PlanEditor
        view={view}
        onClose={() => setIsEditing(false)}
        onRefused={props.onChanged}
        onDone={() => {
          setIsEditing(false);
          setIsSaved(true);
          props.onChanged();
        }}
      />
    );
  }
  const { patterns, otherwise, summer } = view.sheet.plan;
  const hasSchoolDays = patterns.some(({ days }) => days === "school-days");
  return (
    <Card title={dutyText.plan.title}>
      {patterns.length === 0 ? (
        <p className={layout["quiet"]}>{dutyText.plan.none}</p>
      ) : (
        <ul className={styles["turns"]}>
          {patterns.map((pattern, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place
            <li key={index}>
              <strong>{view.nameOf(pattern.staffId)}</strong>
              <br />
              {turnInWords(pattern)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {dutyText.plan.otherwise}: {lowerFirst(dutyText.plan.otherwiseOptions[otherwise].label)}.
      </p>
      {hasSchoolDays && (
        <p className={layout["quiet"]}>
          {dutyText.plan.summer(shortDate(summer.from), shortDate(summer.to))}
        </p>
      )}
      {isSaved && (
        <Notice kind="success" live>
          <p>{dutyText.saved}</p>
        </Notice>
      )}
      {view.isLead ? (
        <div>
          <Button kind="secondary" onPress={() => setIsEditing(true)}>
            {dutyText.plan.edit}
          </Button>
        </div>
      ) : (
        <p className={layout["quiet"]}>{dutyText.plan.onlyLead}</p>
      )}
    </Card>
  );
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
