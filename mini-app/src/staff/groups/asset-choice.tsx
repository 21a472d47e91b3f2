import type { AssetRow } from "@truong-an/shared/api/groups";
import { ChooseOne } from "../../ui/choice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { groupsText } from "../text/groups-vi.ts";
import { dayOf } from "../when.ts";

/** What pays for a group: only what is free can be chosen. */
export function AssetChoice(props: {
  readonly label: string;
  readonly assets: readonly AssetRow[];
  readonly value: string;
  readonly error?: string | null;
  readonly onChange: (assetId: string) => void;
}) {
  if (props.assets.length === 0) {
    return (
      <Notice kind="warning">
        <p>{groupsText.form.assetNone}</p>
      </Notice>
    );
  }
  return (
    <ChooseOne
      label={props.label}
      options={props.assets.map((asset) => ({
        value: asset.id,
        label: groupsText.asset.size(asset.kind.slice("gmf".length)),
        hint: validity(asset),
      }))}
      value={props.value === "" ? null : props.value}
      error={props.error ?? null}
      onChange={props.onChange}
    />
  );
}

/** "đến ngày 31/12/2027", or that it renews itself. */
export function validity({
  until,
  renewsItself,
}: Pick<AssetRow, "until" | "renewsItself">): string {
  if (renewsItself) return groupsText.asset.renews;
  return until === null ? "" : groupsText.asset.until(dayOf(until - 1));
}
