import type { ReportAccepted } from "@truong-an/shared/api/reporter";
import type { Level, SealedReport } from "@truong-an/shared/report";
import type { Bytes } from "@truong-an/shared/sealing/bytes";

/** What is kept on the phone until it has arrived. It holds no words. */
export type Parcel = UnsentParcel | ArrivedParcel;

/** A sealed report on its way, with the ticked answers that the server decides by. */
export type UnsentParcel = {
  readonly arrived: null;
  readonly report: SealedReport; // its submission id never changes, however often it is sent
  readonly photos: SealedPhotos;
  readonly sheetVersion: number;
};

/** The report itself is there: only what its photos need is kept, and nothing that was ticked. */
export type ArrivedParcel = {
  readonly arrived: Level; // as the server decided
  readonly submissionId: string;
  readonly photos: SealedPhotos; // still to be sent
};

export type SealedPhotos = readonly { readonly sha256: string; readonly sealed: Bytes }[];

export function submissionIdOf(parcel: Parcel): string {
  return parcel.arrived === null ? parcel.report.submissionId : parcel.submissionId;
}

/** What is left of a parcel once the server has said yes. */
export function afterArrival(parcel: UnsentParcel, accepted: ReportAccepted): ArrivedParcel {
  const wanted = new Set(accepted.photosWanted);
  return {
    arrived: accepted.level,
    submissionId: parcel.report.submissionId,
    photos: parcel.photos.filter((photo) => wanted.has(photo.sha256)),
  };
}

/** Where a parcel is, as the writer sees it. */
export type ParcelState =
  | {
      readonly kind: "waiting";
      readonly reason: "network" | "server";
      readonly photosLeft: number | null;
    }
  | { readonly kind: "sending" }
  | { readonly kind: "sending-photos"; readonly left: number }
  | { readonly kind: "needs-code"; readonly isWrong: boolean }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "sent"; readonly level: Level };
