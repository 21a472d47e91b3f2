import { text } from "../text/vi.ts";
import type { ParcelState } from "./parcel.ts";

/** Where a sealed report is, in one sentence that is spoken when it changes. */
export function ParcelStatus({ state }: { readonly state: ParcelState }) {
  return <p role="status">{statusWords(state)}</p>;
}

function statusWords(state: ParcelState): string {
  switch (state.kind) {
    case "waiting":
      if (state.photosLeft !== null) return text.delivery.photosWaiting(state.photosLeft);
      return state.reason === "network" ? text.delivery.waiting : text.delivery.retrying;
    case "sending":
      return text.delivery.sending;
    case "sending-photos":
      return text.delivery.photos(state.left);
    case "needs-code":
      return text.delivery.needsCode;
    case "refused":
      return `${text.delivery.refused}. ${state.message} ${text.delivery.refusedKept}`;
    case "sent":
      return text.delivery.sent;
  }
}
