import type { GroupList, GroupRow } from "@truong-an/shared/api/groups";
import type { ChangeKind } from "@truong-an/shared/group";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { groupsText } from "../text/groups-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import { useAction } from "../use-action.ts";
import { AssetDialog, AttachDialog, RemoveDialog } from "./group-dialogs.tsx";
import { askChange } from "./groups-api.ts";
import { offeredChanges } from "./offered-changes.ts";

type Open = "use-asset" | "delete" | "attach" | null;

/** What a lead may ask for now. Each press is a request; how it goes is shown above. */
export function GroupActions(props: {
  readonly group: GroupRow;
  readonly list: GroupList;
  readonly again: () => void;
}) {
  const { group, list, again } = props;
  const { state, run, rest } = useAction();
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
    rest();
  };
  const ask = (kind: ChangeKind, assetId: string | null = null) =>
    run({
      ask: () => askChange(group.id, { kind, assetId }),
      whenDone: () => {
        close();
        again();
      },
      ownWords: { "not-now": groupsText.notNow },
    });
  const offered = offeredChanges(group);
  const dialog = { group, list, state, onClose: close };
  return (
    <Card title={groupsText.page.actions}>
      {group.requests > 0 && <p className={layout["quiet"]}>{groupsText.page.requestsHint}</p>}
      <div className={layout["row"]}>
        {offered
          .filter((kind) => kind !== "delete")
          .map((kind) => (
            <Button
              key={kind}
              kind="secondary"
              busy={state.kind === "busy"}
              onPress={() => (kind === "use-asset" ? setOpen(kind) : ask(kind))}
            >
              {groupsText.change[kind]}
            </Button>
          ))}
        <Button kind="secondary" onPress={() => setOpen("attach")}>
          {group.place === null ? groupsText.attach.actionNobody : groupsText.attach.action}
        </Button>
        {offered.includes("delete") && (
          <Button kind="danger" onPress={() => setOpen("delete")}>
            {groupsText.change.delete}
          </Button>
        )}
      </div>
      {open === null && state.kind !== "done" && (
        <ActionOutcome state={state} busy={groupsText.asking} />
      )}
      {open === "use-asset" && (
        <AssetDialog {...dialog} onConfirm={(assetId) => ask("use-asset", assetId)} />
      )}
      {open === "delete" && <RemoveDialog {...dialog} onConfirm={() => ask("delete")} />}
      {open === "attach" && <AttachDialog {...dialog} run={run} again={again} />}
    </Card>
  );
}
