import type { GroupList, GroupRow } from "@truong-an/shared/api/groups";
import { type ReactNode, useState } from "react";
import { Button, type ButtonKind } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { groupsText } from "../text/groups-vi.ts";
import { ActionOutcome } from "../ui/action-outcome.tsx";
import layout from "../ui/layout.module.css";
import type { Act, ActionState } from "../use-action.ts";
import { AssetChoice } from "./asset-choice.tsx";
import { placeKey, placeOf } from "./group-draft.ts";
import { ReadersField } from "./group-form.tsx";
import { attachGroup } from "./groups-api.ts";
import { PlaceField } from "./place-field.tsx";

type DialogProps = {
  readonly group: GroupRow;
  readonly list: GroupList;
  readonly state: ActionState;
  readonly onClose: () => void;
};

/** Another asset for a group, before or after the present one has lapsed. */
export function AssetDialog(
  props: DialogProps & { readonly onConfirm: (assetId: string) => void },
) {
  const [assetId, setAssetId] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const confirm = () => (assetId === "" ? setIsAsked(true) : props.onConfirm(assetId));
  const { freeAssets } = props.list;
  return (
    <Asking
      {...props}
      title={groupsText.asset_.title}
      confirm={freeAssets.length === 0 ? null : groupsText.asset_.confirm}
      cancel={groupsText.asset_.cancel}
      onConfirm={confirm}
    >
      <AssetChoice
        label={groupsText.form.asset}
        assets={freeAssets}
        value={assetId}
        error={isAsked && assetId === "" ? groupsText.form.needs.asset : null}
        onChange={setAssetId}
      />
    </Asking>
  );
}

/** Deleting says what will be lost before it asks. */
export function RemoveDialog(props: DialogProps & { readonly onConfirm: () => void }) {
  const { group } = props;
  return (
    <Asking
      {...props}
      title={groupsText.remove.title(group.name)}
      confirm={groupsText.remove.confirm}
      confirmKind="danger"
      cancel={groupsText.remove.cancel}
    >
      <p>
        {group.kind === "bot"
          ? groupsText.remove.meaningBot
          : groupsText.remove.meaning(group.members)}
      </p>
    </Asking>
  );
}

/** Whose group it is, and who is in it. */
export function AttachDialog(
  props: DialogProps & { readonly run: (act: Act) => void; readonly again: () => void },
) {
  const { group, list, run, again, onClose } = props;
  const [key, setKey] = useState(group.place === null ? "" : placeKey(group.place));
  const [readers, setReaders] = useState(
    group.readers as readonly (typeof group.readers)[number][],
  );
  const [isAsked, setIsAsked] = useState(false);
  const place = placeOf(key);
  const confirm = () => {
    setIsAsked(true);
    if (place === undefined || readers.length === 0) return;
    run({
      ask: () => attachGroup(group.id, { place, readers: [...readers] }),
      whenDone: () => {
        onClose();
        again();
      },
    });
  };
  return (
    <Asking
      {...props}
      title={group.place === null ? groupsText.attach.actionNobody : groupsText.attach.action}
      confirm={groupsText.attach.confirm}
      cancel={groupsText.attach.cancel}
      onConfirm={confirm}
    >
      <PlaceField
        label={groupsText.form.place}
        purpose="group"
        places={list.places}
        chosen={group.place}
        value={key}
        onChange={setKey}
      />
      {isAsked && place === undefined && <p role="alert">{groupsText.form.needs.place}</p>}
      <ReadersField
        values={readers}
        error={isAsked && readers.length === 0 ? groupsText.form.needs.readers : null}
        onChange={setReaders}
      />
    </Asking>
  );
}

function Asking(props: {
  readonly title: string;
  readonly confirm: string | null;
  readonly confirmKind?: ButtonKind;
  readonly cancel: string;
  readonly state: ActionState;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { state, confirm, confirmKind = "primary", onConfirm, onClose } = props;
  return (
    <Dialog
      title={props.title}
      onClose={onClose}
      actions={
        <>
          {confirm !== null && (
            <Button wide kind={confirmKind} busy={state.kind === "busy"} onPress={onConfirm}>
              {confirm}
            </Button>
          )}
          <Button wide kind="secondary" onPress={onClose}>
            {props.cancel}
          </Button>
        </>
      }
    >
      <div className={layout["form"]}>
        {props.children}
        <ActionOutcome state={state} busy={groupsText.asking} />
      </div>
    </Dialog>
  );
}
