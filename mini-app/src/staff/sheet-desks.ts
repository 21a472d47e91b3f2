import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { SheetDesk } from "@truong-an/shared/directory";
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
