import type { ChangeRow, GroupRow } from "@truong-an/shared/api/groups";
import { assetStanding } from "@truong-an/shared/group";
import { instant } from "@truong-an/shared/time";
import { Notice } from "../../ui/notice.tsx";
import { Failure, Loading } from "../../ui/states.tsx";
import { groupsText, whyNot } from "../text/groups-vi.ts";
import { dayOf } from "../when.ts";
import styles from "./group-marks.module.css";

/** How a group stands: a word and a colour. */
export function StateMark({ group }: { readonly group: GroupRow }) {
  const isStuck = group.state === "creating" && group.change?.status === "gave-up";
  const state = isStuck ? "refused" : group.state;
  return <span className={`${styles["mark"]} ${styles[state]}`}>{groupsText.state[state]}</span>;
}

/** That nothing will pay for a group much longer; nothing while all is well. */
export function AssetWarning(props: { readonly group: GroupRow; readonly now: number }) {
  const { asset, state, dissolvesAt } = props.group;
  if (asset === null || asset.until === null) return null;
  const until = instant(asset.until);
  const standing = assetStanding({ ...asset, until }, instant(props.now));
  if (standing === "fine") return null;
  const isLapsed = standing === "lapsed" || state === "disabled";
  const words = isLapsed ? groupsText.asset.lapsed : groupsText.asset[standing](dayOf(until - 1));
  return (
    <span className={styles["warning"]}>
      {words}
      {isLapsed && dissolvesAt !== null && ` ${groupsText.asset.dissolves(dayOf(dissolvesAt - 1))}`}
    </span>
  );
}

/** How the last thing asked of Zalo went, spoken when it changes. */
export function ChangeOutcome({ change }: { readonly change: ChangeRow | null }) {
  if (change === null) return null;
  const { kind, status, code } = change;
  const doing = groupsText.changing[kind];
  switch (status) {
    case "waiting":
      return (
        <Loading
          label={
            code === null
              ? groupsText.outcome.waiting(doing)
              : groupsText.outcome.waitingLonger(doing)
          }
        />
      );
    case "done":
      return (
        <Notice kind="success" live>
          <p>{groupsText.changed[kind]}</p>
        </Notice>
      );
    case "refused":
      return <Failure message={groupsText.outcome.refused(whyNot(code))} />;
    case "gave-up":
      return <Failure message={groupsText.outcome.gaveUp} />;
  }
}
