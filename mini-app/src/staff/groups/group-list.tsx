import type { GroupList, GroupRow } from "@truong-an/shared/api/groups";
import { readerLabels } from "@truong-an/shared/text/bulletin-vi";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { LinkRow } from "../../ui/link-row.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Empty } from "../../ui/states.tsx";
import { groupsText, whyNot } from "../text/groups-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { dayAndTime } from "../when.ts";
import { placeKey, placeOf } from "./group-draft.ts";
import styles from "./group-list.module.css";
import { AssetWarning, StateMark } from "./group-marks.tsx";
import { groupsHash } from "./group-routes.ts";
import { askSync } from "./groups-api.ts";
import { groupsByPlace } from "./groups-by-place.ts";
import { PlaceField } from "./place-field.tsx";

/** Every group of my places, place by place; those of nobody first, for they wait for somebody. */
export function GroupListView(props: { readonly list: GroupList; readonly again: () => void }) {
  const { list, again } = props;
  const nobodys = list.groups.filter(({ place }) => place === null);
  return (
    <>
      {list.hasAccount ? (
        <Sync list={list} again={again} />
      ) : (
        <Notice kind="information">
          <p>{groupsText.noAccount}</p>
        </Notice>
      )}
      {list.groups.length === 0 && <Empty message={groupsText.empty} />}
      {nobodys.length > 0 && (
        <Place
          title={groupsText.nobody}
          hint={groupsText.nobodyHint}
          groups={nobodys}
          list={list}
        />
      )}
      {groupsByPlace(list.groups).map(({ place, groups }) => (
        <Place key={place.id} title={place.name} groups={groups} list={list} />
      ))}
      <Posters list={list} />
    </>
  );
}

function Place(props: {
  readonly title: string;
  readonly hint?: string;
  readonly groups: readonly GroupRow[];
  readonly list: GroupList;
}) {
  return (
    <Card title={props.title}>
      {props.hint !== undefined && <p className={layout["quiet"]}>{props.hint}</p>}
      <ul className={styles["lines"]}>
        {props.groups.map((group) => (
          <li key={group.id}>
            <GroupLine group={group} now={props.list.now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function GroupLine({ group, now }: { readonly group: GroupRow; readonly now: number }) {
  const readers = group.readers.map((one) => readerLabels[one]).join(", ");
  return (
    <a className={styles["line"]} href={groupsHash({ kind: "group", groupId: group.id })}>
      <span className={styles["top"]}>
        <strong className={styles["name"]}>{group.name}</strong>
        <StateMark group={group} />
      </span>
      <span className={layout["quiet"]}>
        {group.kind === "bot"
          ? groupsText.bot
          : groupsText.members(group.members, group.mostMembers)}
        {readers !== "" && ` · ${readers}`}
      </span>
      <AssetWarning group={group} now={now} />
    </a>
  );
}

function Sync({ list, again }: { readonly list: GroupList; readonly again: () => void }) {
  const { state, run } = useAction();
  const { sync, now } = list;
  const isAsking = state.kind === "busy" || (sync !== null && sync.finishedAt === null);
  const said = sync?.finishedAt == null ? groupsText.sync.never : undefined;
  return (
    <div className={styles["sync"]}>
      <Button
        kind="secondary"
        busy={isAsking}
        onPress={() => run({ ask: askSync, whenDone: again })}
      >
        {groupsText.sync.action}
      </Button>
      <p className={layout["quiet"]} role="status">
        {isAsking
          ? groupsText.sync.busy
          : (said ??
            (sync?.code === null
              ? groupsText.sync.at(dayAndTime(sync.finishedAt ?? now, now))
              : groupsText.sync.refused(whyNot(sync?.code ?? null))))}
      </p>
      {state.kind === "failed" && <ActionOutcome state={state} busy={groupsText.sync.busy} />}
    </div>
  );
}

function Posters({ list }: { readonly list: GroupList }) {
  const { posterSchools: schools } = list;
  const [first] = schools;
  const [chosen, setChosen] = useState(first === undefined ? "" : placeKey(first));
  if (first === undefined) return null;
  const school = placeOf(chosen);
  return (
    <Card title={groupsText.posters.title}>
      <p>{groupsText.posters.why}</p>
      {schools.length > 1 && (
        <PlaceField
          label={groupsText.posters.school}
          purpose="poster"
          places={schools}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {school !== undefined && (
        <LinkRow
          href={groupsHash({ kind: "poster", schoolId: school.id })}
          label={groupsText.posters.open}
          hint={schools.find((one) => placeKey(one) === chosen)?.name ?? ""}
        />
      )}
    </Card>
  );
}
