import { useEffect, useSyncExternalStore } from "react";
import { listenToOutbox, parcelStates, startOutbox } from "./outbox.ts";
import type { ParcelState } from "./parcel.ts";

/** The parcels of this phone, by submission id; opens the outbox if nothing has yet. */
export function useOutbox(): ReadonlyMap<string, ParcelState> {
  useEffect(() => {
    startOutbox();
  }, []);
  return useSyncExternalStore(listenToOutbox, parcelStates);
}
