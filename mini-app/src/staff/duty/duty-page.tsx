import type { Me } from "@truong-an/shared/api/staff";
import { instant } from "@truong-an/shared/time";
import { useMemo } from "react";
import { Failure, Loading } from "../../ui/states.tsx";
import { dutyHash } from "../routes.ts";
import type { Shell } from "../signed-in.tsx";
import { dutyText } from "../text/duty-vi.ts";
import { Frame } from "../ui/frame.tsx";
import layout from "../ui/layout.module.css";
import { PartLinks } from "../ui/part-links.tsx";
import { AbsencesCard } from "./absences-card.tsx";
import { BelowNotice } from "./below-notice.tsx";
import { CoversCard } from "./covers-card.tsx";
import { DaysCard } from "./days-card.tsx";
import styles from "./duty-page.module.css";
import { GapsNotice } from "./gaps-notice.tsx";
import { NowCard } from "./now-card.tsx";
import { PlanCard } from "./plan-card.tsx";
import { rosterViewOf } from "./roster-view.ts";
import { useDuty } from "./use-duty.ts";

type Desk = Me["desks"][number];

/** Who is on duty at a desk of mine, now and in the next fortnight, and how that is arranged. */
export function DutyPage(props: {
  readonly me: Me;
  readonly deskId: string | null;
  readonly now: number;
  readonly shell: Shell;
}) {
  const { me, shell } = props;
  const desk = me.desks.find(({ id }) => id === props.deskId) ?? me.desks[0];
  return (
    <Frame title={dutyText.title} bar={shell.bar} emergencies={shell.emergencies}>
      {shell.notices}
      {me.desks.length > 1 && <Desks desks={me.desks} current={desk} />}
      {desk !== undefined && <DeskRoster key={desk.id} me={me} desk={desk} now={props.now} />}
    </Frame>
  );
}

function Desks(props: { readonly desks: readonly Desk[]; readonly current: Desk | undefined }) {
  return (
    <PartLinks
      label={dutyText.desks}
      parts={props.desks.map((desk) => ({
        hash: dutyHash(desk.id),
        label: desk.name,
        isCurrent: desk === props.current,
      }))}
    />
  );
}

function DeskRoster(props: { readonly me: Me; readonly desk: Desk; readonly now: number }) {
  const { me, desk } = props;
  const { view, again } = useDuty(desk.id);
  const minute = Math.floor(props.now / 60_000);
  const roster = useMemo(
    () =>
      view.kind === "ready"
        ? rosterViewOf(view.sheet, me, desk, instant(minute * 60_000))
        : undefined,
    [view, me, desk, minute],
  );
  if (view.kind === "failed") return <Failure message={dutyText.failed} onRetry={again} />;
  if (roster === undefined) return <Loading label={dutyText.loading} />;
  return (
    <>
      {view.kind === "ready" && view.isStale && (
        <Failure message={dutyText.stale} onRetry={again} />
      )}
      <p className={styles["deskName"]}>{desk.name}</p>
      <div className={layout["columns"]}>
        <div className={layout["column"]}>
          <NowCard view={roster} onChanged={again} />
          <GapsNotice view={roster} />
          <BelowNotice view={roster} />
          <DaysCard view={roster} />
        </div>
        <div className={layout["column"]}>
          <CoversCard view={roster} onChanged={again} />
          <AbsencesCard view={roster} onChanged={again} />
          <PlanCard view={roster} onChanged={again} />
        </div>
      </div>
    </>
  );
}
