import { DeskId, SchoolId } from "@truong-an/shared/ids";
import type { StaffedDesk, StaffedPlace } from "@truong-an/shared/routing/simulation";
import { communes, desks, people, schools } from "../demo/directory.ts";

/** What a desk needs before a report can be opened there, and somebody called for it. */
export type DeskLack = "not-on-sheet" | "nobody-holds-key" | "nobody-on-duty";

export type NamedDesk = StaffedDesk & {
  readonly name: string;
  readonly lacks: readonly DeskLack[]; // empty exactly when it is live
};

export type NamedPlace = Omit<StaffedPlace, "desks"> & {
  readonly name: string;
  readonly desks: readonly NamedDesk[];
};

/**
 * The demonstration's directory as its opening day leaves it: keys made, sheets signed, and every
 * person it names in their chair.
 */
export function demoPlaces(): readonly NamedPlace[] {
  return schools.map((school) => ({
    schoolId: SchoolId.parse(school.id),
    name: [school.name, communes.find(({ id }) => id === school.communeId)?.name].join(", "),
    stage: school.stage,
    desks: desks
      .filter(({ key }) => school.desks.includes(key))
      .map(({ key, id, kind, name }) => {
        const keyHolders = people.filter(({ desk }) => desk === key).map((person) => person.id);
        return deskWith({ id: DeskId.parse(id), kind, name, keyHolders, lacks: [] });
      }),
  }));
}

type Known = Omit<NamedDesk, "isLive">;

/** A desk with what it lacks: an empty chair beside what was found otherwise. */
export function deskWith(known: Known): NamedDesk {
  const isEmpty = known.keyHolders.length === 0;
  const lacks: readonly DeskLack[] = [
    ...new Set([...known.lacks, ...(isEmpty ? (["nobody-holds-key"] as const) : [])]),
  ];
  return { ...known, lacks, isLive: lacks.length === 0 };
}
