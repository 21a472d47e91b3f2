import type { DesksChanged } from "@truong-an/shared/api/reporter";
import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { SheetDesk } from "@truong-an/shared/directory";
import type { Decided } from "@truong-an/shared/routing/ladder";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { signedPlaceSheet } from "@truong-an/shared/sealing/place-sheet";

/** The desks of a report, as the administrator signed them: what this browser may seal to. */
export type SheetDesks = {
  readonly handOver: readonly OfferedDesk[];
  readonly noteReaders: readonly SheetDesk[];
};

export type OfferedDesk = SheetDesk & { readonly holdsEnvelope: boolean };

type ReportPlace = Pick<ReportDetail, "sheet" | "myDeskId" | "handOverDesks" | "toldDesks">;

/**
 * Which desks, the server says; their names and keys come from the signed sheet alone, and a desk
 * that is not on it is left out. Null when the sheet is not signed with this key, or is of a place
 * for which this member's desk does not answer: then nothing may be sealed to anybody.
 */
export function sheetDesks(directoryKey: string | null, report: ReportPlace): SheetDesks | null {
  const sheet = signedPlaceSheet(directoryKey, report.sheet);
  if (sheet === null || !sheet.desks.some((desk) => desk.id === report.myDeskId)) return null;
  const offered = new Map(report.handOverDesks.map((desk) => [desk.id, desk.holdsEnvelope]));
  const told = new Set([report.myDeskId, ...report.toldDesks.map((desk) => desk.id)]);
  return {
    handOver: sheet.desks.flatMap((desk) => {
      const holdsEnvelope = offered.get(desk.id);
      return holdsEnvelope === undefined ? [] : [{ ...desk, holdsEnvelope }];
    }),
    noteReaders: sheet.desks.filter((desk) => told.has(desk.id)),
  };
}

/**
 * The desks that a higher level adds, of those that the server asks for: each must be on the signed
 * sheet, and on the ladder of that level as this browser knows it. Null when one is not: then
 * nothing is sealed.
 */
export function desksToAdd(
  directoryKey: string | null,
  report: Decided & Pick<ReportDetail, "myDeskId" | "facts">,
  asked: Pick<DesksChanged, "sheet" | "desks">,
): readonly SheetDesk[] | null {
  const sheet = signedPlaceSheet(directoryKey, asked.sheet);
  if (sheet === null || !sheet.desks.some((desk) => desk.id === report.myDeskId)) return null;
  const readers = desksThatMayRead(report, report.facts, sheet);
  const desks = sheet.desks.filter(({ id }) => asked.desks.includes(id) && readers.includes(id));
  return desks.length === new Set(asked.desks).size ? desks : null;
}
