import type { BulletinPlaces } from "@truong-an/shared/api/bulletins";
import type { Place } from "@truong-an/shared/bulletin";
import { useState } from "react";
import { ChooseOne } from "../../ui/choice.tsx";
import { TextField } from "../../ui/field.tsx";
import { Empty, Failure, Loading } from "../../ui/states.tsx";
import { useQuery } from "../../ui/use-query.ts";
import { useSettled } from "../../ui/use-settled.ts";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { fetchPlaces } from "./bulletins-api.ts";

const settleMs = 300;
const mostWithoutSearch = 8;

type Chosen = BulletinPlaces["places"][number];

/** For whom: one of the places that the desk may write for. */
export function PlaceField(props: {
  readonly deskId: string;
  readonly chosen: Chosen | null;
  readonly error: string | null;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { deskId, chosen } = props;
  const { form } = bulletinsText;
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim(), settleMs);
  const { query, again } = useQuery(`${deskId} ${search}`, () => fetchPlaces(deskId, search));
  const found = query.kind === "ready" && query.value.kind === "ok" ? query.value.value.places : [];
  const isFailed = query.kind === "failed" || (query.kind === "ready" && query.value.kind !== "ok");
  const isMany = search !== "" || typed !== "" || found.length > mostWithoutSearch;
  const shown = withChosen(found, chosen);
  return (
    <>
      {isMany && (
        <TextField
          type="search"
          label={form.placeSearch}
          hint={form.placeSearchHint}
          value={typed}
          maxLength={100}
          error={shown.length === 0 ? props.error : null}
          onChange={setTyped}
        />
      )}
      {query.kind === "loading" && <Loading label={form.placeLoading} />}
      {isFailed && <Failure message={form.placeFailed} onRetry={again} />}
      {query.kind === "ready" && !isFailed && shown.length === 0 && (
        <Empty message={form.placeNone} />
      )}
      {shown.length > 0 && (
        <ChooseOne
          label={form.place}
          options={shown.map(({ place, name }) => ({ value: keyOf(place), label: name }))}
          value={chosen === null ? null : keyOf(chosen.place)}
          error={props.error}
          onChange={(key) => {
            const place = shown.find((one) => keyOf(one.place) === key);
            if (place !== undefined) props.onChoose(place);
          }}
        />
      )}
    </>
  );
}

/** What has been chosen stays in sight, whatever is searched for. */
function withChosen(found: readonly Chosen[], chosen: Chosen | null): readonly Chosen[] {
  if (chosen === null) return found;
  const isThere = found.some(({ place }) => keyOf(place) === keyOf(chosen.place));
  return isThere ? found : [chosen, ...found];
}

function keyOf({ kind, id }: Place): string {
  return `${kind} ${id}`;
}
