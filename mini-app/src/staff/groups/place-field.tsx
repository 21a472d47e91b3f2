import type { NamedPlace } from "@truong-an/shared/api/groups";
import { SelectField } from "../../ui/select-field.tsx";
import { groupsText } from "../text/groups-vi.ts";
import { placeKey } from "./group-draft.ts";

/** Whose group it is. */
export function PlaceField(props: {
  readonly places: readonly NamedPlace[];
  readonly value: string; // a place's key, or empty
  readonly onChange: (key: string) => void;
}) {
  const options = props.places.map((place) => ({ value: placeKey(place), label: place.name }));
  return (
    <SelectField
      label={groupsText.form.place}
      options={[{ value: "", label: groupsText.form.placeChoose }, ...options]}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
