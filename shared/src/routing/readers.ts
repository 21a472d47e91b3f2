import { DeskKind, type Place } from "../directory.ts";
import type { DeskId } from "../ids.ts";
import type { Facts } from "../report.ts";
import { allowedKinds, type Decided, ladderOfDesks, ladderOfKinds } from "./ladder.ts";

/**
 * The desks that hold a key to this report: those on the ladder of its level, never the accused,
 * without the one kind the writer left out. For `emergency` and `high` at least two independent
 * bodies, as long as the place has two that are not accused. The phone seals to exactly these and
 * the server checks it, so this depends on nothing else.
 */
export function desksThatMayRead(decided: Decided, facts: Facts, place: Place): readonly DeskId[] {
  return ladderOfDesks(decided, facts, place).flat();
}

/**
 * The kinds of desk that the writer may leave out, of those that would read otherwise. A kind
 * without which a serious report would reach fewer than two bodies is not among them.
 */
export function excludableKinds(decided: Decided, facts: Facts, place: Place): readonly DeskKind[] {
  const readers = ladderOfKinds(decided, { ...facts, excluded: null }, place).flat();
  return readers.filter(
    (kind) => !allowedKinds(decided, { ...facts, excluded: kind }, place).has(kind),
  );
}

/** Desks to which a report may be handed over: any of the place, but never one accused or left out. */
export function desksForHandOver(
  decided: Decided,
  facts: Facts,
  place: Place,
  owner: DeskId,
): readonly DeskId[] {
  const allowed = allowedKinds(decided, facts, place);
  return place.desks
    .filter((desk) => desk.id !== owner && allowed.has(desk.kind))
    .map((desk) => desk.id);
}

/**
 * The kinds of desk that a place lacks. Only with all four do two independent bodies remain
 * whoever is accused, so a directory must not offer a place that lacks one.
 */
export function missingKinds(place: Place): readonly DeskKind[] {
  const present = new Set(place.desks.map((desk) => desk.kind));
  return DeskKind.options.filter((kind) => !present.has(kind));
}
