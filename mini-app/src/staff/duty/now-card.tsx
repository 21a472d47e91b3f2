import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dutyText, momentInWords } from "../text/duty-vi.ts";
import layout from "../ui/layout.module.css";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import styles from "./now-card.module.css";
import { peopleInWords, type RosterView } from "./roster-view.ts";

/** Who is on duty at this moment, until when, and who comes next. */
export function NowCard(props: { readonly view: RosterView; readonly onChanged: () => void }) {
  const { view } = props;
  const [isGiving, setIsGiving] = useState(false);
  const [hasGiven, setHasGiven] = useState(false);
  const [current] = view.shifts;
  const isMine = current?.people.some(({ staffId }) => staffId === view.me) ?? false;
  return (
    <Card title={dutyText.now.title}>
      {current === undefined || current.people.length === 0 ? (
        <Notice kind="danger" title={dutyText.now.nobody}>
          <p>{dutyText.now.fallback}</p>
        </Notice>
      ) : (
        <p className={styles["people"]}>{peopleInWords(current.people, view.nameOf)}</p>
      )}
      <p className={layout["quiet"]}>{untilWhen(view)}</p>
      {hasGiven && !isMine && (
        <Notice kind="success" live>
          <p>{dutyText.handOver.done}</p>
        </Notice>
      )}
      {isMine && view.sheet.members.length > 1 && (
        <div>
          <Button onPress={() => setIsGiving(true)}>{dutyText.handOver.action}</Button>
        </div>
      )}
      {isGiving && (
        <HandOverDialog
          view={view}
          onClose={() => setIsGiving(false)}
          onRefused={props.onChanged}
          onDone={() => {
            setIsGiving(false);
            setHasGiven(true);
            props.onChanged();
          }}
        />
      )}
    </Card>
  );
}

function untilWhen({ shifts, roster, now, nameOf }: RosterView): string {
  const [current, next] = shifts;
  const { patterns, otherwise, covers, absences } = roster;
  const isUnplanned = patterns.length === 0 && otherwise === "everyone";
  if (isUnplanned && covers.length + absences.length === 0) return dutyText.now.everyone;
  if (current === undefined || next === undefined) return dutyText.now.noEnd;
  const when = momentInWords(next.from, now);
  if (next.people.length === 0) {
    return `${capital(dutyText.now.until(when))}. ${dutyText.now.nextGap(when)}`;
  }
  const words = dutyText.now.next(peopleInWords(next.people, nameOf), when);
  return current.people.length === 0 ? words : `${capital(dutyText.now.until(when))}. ${words}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
