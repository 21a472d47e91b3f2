import type { GroupRow, NamedPlace } from "@truong-an/shared/api/groups";

/** Groups that have a place, under it: schools and communes by name, as Vietnamese is sorted. */
export function groupsByPlace(
  groups: readonly GroupRow[],
): readonly { readonly place: NamedPlace; readonly groups: readonly GroupRow[] }[] {
  const places = new Map<string, { place: NamedPlace; groups: GroupRow[] }>();
  for (const group of groups) {
    if (group.place === null) continue;
    const known = places.get(group.place.id) ?? { place: group.place, groups: [] };
    known.groups.push(group);
    places.set(group.place.id, known);
  }
  return [...places.values()].sort((one, other) =>
    one.place.name.localeCompare(other.place.name, "vi"),
  );
}
