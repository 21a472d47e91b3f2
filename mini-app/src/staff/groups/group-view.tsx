import type { GroupList, GroupRow } from "@truong-an/shared/api/groups";
import { mayInviteAnyone } from "@truong-an/shared/group";
import { readerLabels } from "@truong-an/shared/text/bulletin-vi";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { TextLink } from "../../ui/text-link.tsx";
import { groupsText } from "../text/groups-vi.ts";
import layout from "../ui/layout.module.css";
import { type Pair, Pairs } from "../ui/pairs.tsx";
import { QrCode } from "../ui/qr-code.tsx";
import { validity } from "./asset-choice.tsx";
import { GroupActions } from "./group-actions.tsx";
import { AssetWarning, ChangeOutcome, StateMark } from "./group-marks.tsx";
import { groupsHash } from "./group-routes.ts";

/** One group: how it stands, how to get in, and what its leads may change. */
export function GroupView(props: {
  readonly group: GroupRow;
  readonly list: GroupList;
  readonly again: () => void;
}) {
  const { group, list, again } = props;
  return (
    <>
      <p>
        <TextLink href={groupsHash({ kind: "list" })}>{groupsText.page.back}</TextLink>
      </p>
      <Card title={group.name}>
        <div className={layout["row"]}>
          <StateMark group={group} />
          <AssetWarning group={group} now={list.now} />
        </div>
        {group.description !== "" && <p>{group.description}</p>}
        <Pairs pairs={factsOf(group)} />
        <ChangeOutcome change={group.change} />
      </Card>
      {group.link !== null && group.state === "enabled" && (
        <Invitation group={group} link={group.link} />
      )}
      {group.mayLead ? (
        <GroupActions group={group} list={list} again={again} />
      ) : (
        <p className={layout["quiet"]}>{groupsText.page.onlyLeads}</p>
      )}
    </>
  );
}

function factsOf(group: GroupRow): readonly Pair[] {
  const { page } = groupsText;
  const facts = [
    { name: page.place, value: group.place?.name ?? groupsText.nobody },
    { name: page.readers, value: group.readers.map((one) => readerLabels[one]).join(", ") },
  ];
  if (group.kind === "bot") return facts;
  const { asset } = group;
  const size = asset?.kind == null ? "" : groupsText.asset.size(asset.kind.slice("gmf".length));
  return [
    ...facts,
    { name: page.membersName, value: groupsText.members(group.members, group.mostMembers) },
    { name: page.writing, value: group.isLocked ? page.onlyUs : page.everyone },
    { name: page.joining, value: group.asksToJoin ? page.asks : page.free },
    ...(group.requests > 0 ? [{ name: page.requests, value: page.people(group.requests) }] : []),
    ...(asset === null
      ? []
      : [{ name: page.assetName, value: [size, validity(asset)].filter(Boolean).join(", ") }]),
  ];
}

function Invitation({ group, link }: { readonly group: GroupRow; readonly link: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    setSaid((await copyText(link)) ? groupsText.page.copied : groupsText.page.copyFailed);
  };
  return (
    <Card title={groupsText.page.link}>
      <p>{link}</p>
      {!mayInviteAnyone(group) && <p className={layout["quiet"]}>{groupsText.page.heldBack}</p>}
      <div className={layout["row"]}>
        <Button kind="secondary" onPress={() => void copy()}>
          {groupsText.page.copy}
        </Button>
        <span role="status">{said}</span>
      </div>
      <QrCode words={link} label={groupsText.page.qr} />
    </Card>
  );
}
