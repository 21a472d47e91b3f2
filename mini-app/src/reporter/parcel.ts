import type { Level, SealedReport } from "@truong-an/shared/report";
import type { Bytes } from "@truong-an/shared/sealing/bytes";

/** A sealed report on its way. It holds no words: it may be kept on the phone until it has arrived. */
export type Parcel = {
  readonly report: SealedReport; // its submission id never changes, however often it is sent
  readonly photos: readonly { readonly sha256: string; readonly sealed: Bytes }[]; // still to be sent
  readonly sheetVersion: number;
  readonly arrived: Level | null; // the level the server gave it, once the report itself is there
};

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
