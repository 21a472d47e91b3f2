import type { DeskKind, Place, PlaceSheet, SheetDesk } from "@truong-an/shared/directory";
import type { Facts, Level } from "@truong-an/shared/report";
import { allowedKinds, type Decided } from "@truong-an/shared/routing/ladder";
import { desksThatMayRead, excludableKinds } from "@truong-an/shared/routing/readers";
import type { DeskKey } from "@truong-an/shared/sealing/report";
import type { Signal } from "@truong-an/shared/triage/signals";
import { triageOf } from "@truong-an/shared/triage/triage";

export type Readers = {
  readonly desks: readonly SheetDesk[];
  readonly excludable: readonly DeskKind[];
  readonly level: Level;
};

/** What the writer ticked, and what was read from the words: all that decides the level. */
export type Told = { readonly facts: Facts; readonly signals: readonly Signal[] };

/** Who will be able to read, worked out on the phone by the same rule as on the server. */
export function readersOf({ facts, signals }: Told, sheet: PlaceSheet): Readers {
  const place = placeOf(sheet);
  const triage = triageOf(facts, signals);
  const allowed = new Set(desksThatMayRead(triage, facts, place));
  return {
    desks: sheet.desks.filter((desk) => allowed.has(desk.id)),
    excludable: excludableKinds(triage, facts, place),
    level: triage.level,
  };
}

/** Whether asking for the police would change anything: not when they read anyway, or never may. */
export function mayAskForPolice({ facts, signals }: Told, sheet: PlaceSheet): boolean {
  const readsPolice = (wantsPolice: boolean) =>
    readersOf({ facts: { ...facts, wantsPolice }, signals }, sheet).desks.some(
      (desk) => desk.kind === "police",
    );
  return readsPolice(true) && !readsPolice(false);
}

/**
 * The desks the server asks for, if each may be given the key: on the signed sheet, never of an
 * accused body, and left out as the writer wished unless a matter as serious as `decided` would then
 * reach too few. Null otherwise: a server that turns bad cannot choose the readers.
 */
export function desksAskedFor(
  ids: readonly string[],
  decided: Decided,
  facts: Facts,
  sheet: PlaceSheet,
): readonly SheetDesk[] | null {
  const asked = sheet.desks.filter((desk) => ids.includes(desk.id));
  const allowed = allowedKinds(decided, facts, placeOf(sheet));
  if (asked.length === 0 || asked.length !== new Set(ids).size) return null;
  return asked.every((desk) => allowed.has(desk.kind)) ? asked : null;
}

export function deskKeys(desks: readonly SheetDesk[]): readonly DeskKey[] {
  return desks.map(({ id, keyNumber, recipient }) => ({ deskId: id, keyNumber, recipient }));
}

function placeOf(sheet: PlaceSheet): Place {
  return {
    schoolId: sheet.schoolId,
    stage: sheet.stage,
    desks: sheet.desks.map(({ id, kind }) => ({ id, kind })),
  };
}
