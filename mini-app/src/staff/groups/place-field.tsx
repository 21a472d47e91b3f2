import { mostPlacesListed, type NamedPlace, type PlacesAsked } from "@truong-an/shared/api/groups";
import { useState } from "react";
import { TextField } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { Empty, Failure, Loading } from "../../ui/states.tsx";
import { useQuery } from "../../ui/use-query.ts";
import { useSettled } from "../../ui/use-settled.ts";
import { groupsText } from "../text/groups-vi.ts";
import { placeKey } from "./group-draft.ts";
import { fetchPlaces } from "./groups-api.ts";

type PlaceProps = {
  readonly label: string;
  readonly purpose: PlacesAsked["purpose"];
  readonly places: readonly NamedPlace[]; // as they came with the list: all, or the first of many
  readonly chosen?: NamedPlace | null; // at the beginning
  readonly value: string; // a place's key, or empty
  readonly onChange: (key: string) => void;
};

/** One of somebody's places. Who has many searches among them. */
export function PlaceField(props: PlaceProps) {
  return props.places.length < mostPlacesListed ? (
    <PlaceSelect {...props} />
  ) : (
    <SearchedPlace {...props} />
  );
}

const settleMs = 300;

function SearchedPlace(props: PlaceProps) {
  const { purpose, value, onChange } = props;
  const { search: words } = groupsText;
  const [chosen, setChosen] = useState(props.chosen ?? props.places.find(isAt(value)));
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim(), settleMs);
  const { query, again } = useQuery(`${purpose} ${search}`, () => fetchPlaces(purpose, search));
  const found = query.kind === "ready" && query.value.kind === "ok" ? query.value.value.places : [];
  const isFailed = query.kind === "failed" || (query.kind === "ready" && query.value.kind !== "ok");
  // What has been chosen stays in sight, whatever is searched for.
  const isGone = chosen !== undefined && value === placeKey(chosen) && !found.some(isAt(value));
  const choose = (key: string) => {
    setChosen(found.find(isAt(key)) ?? chosen);
    onChange(key);
  };
  return (
    <>
      <TextField
        type="search"
        label={words.label}
        hint={words.hint}
        value={typed}
        maxLength={100}
        onChange={setTyped}
      />
      {query.kind === "loading" && <Loading label={words.busy} />}
      {isFailed && <Failure message={words.failed} onRetry={again} />}
      {query.kind === "ready" && !isFailed && found.length === 0 && <Empty message={words.none} />}
      <PlaceSelect {...props} places={isGone ? [chosen, ...found] : found} onChange={choose} />
    </>
  );
}

function PlaceSelect({ label, places, value, onChange }: PlaceProps) {
  const options = places.map((place) => ({ value: placeKey(place), label: place.name }));
  return (
    <SelectField
      label={label}
      options={[{ value: "", label: groupsText.form.placeChoose }, ...options]}
      value={value}
      onChange={onChange}
    />
  );
}

function isAt(key: string) {
  return (place: NamedPlace) => placeKey(place) === key;
}
