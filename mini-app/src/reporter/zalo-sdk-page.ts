import { currentHash, replaceWith } from "../ui/use-hash.ts";
import { parsedRoute } from "./parsed-route.ts";

/**
 * Zalo's SDK signs the person in as soon as it is loaded (measured on zmp-sdk 2.51.6), so it and a
 * report never share a page. Whichever comes first keeps the other out until the page starts anew:
 * the SDK by a press, a report by any page that is not for reading, or by a parcel that waits.
 */
let mayHoldReport = true; // until the pages are watched
let isSdkHere = false;

/** What of a report is unfinished in this page's memory. */
const unfinished: (() => boolean)[] = [];

const pagesForReading: ReadonlySet<string> = new Set(["", "bulletins", "bulletin"]);

/** What a press may do about the SDK. */
export type SdkDoor =
  | "open"
  | "after-restart" // more than reading was open here; a new start of the page takes nothing away
  | "shut"; // a new start would take away what is unfinished

/** Begins before anything is drawn. Once the SDK is here the next step starts the page anew. */
export function watchPages(): void {
  mayHoldReport = !isForReading(currentHash());
  window.addEventListener("hashchange", (event) => {
    if (!isSdkHere) {
      mayHoldReport ||= !isForReading(currentHash());
      return;
    }
    event.stopImmediatePropagation(); // or the next page would already begin here
    window.location.reload();
  });
}

/** The page must not start anew while this holds. */
export function keepPageWhile(isUnfinished: () => boolean): void {
  unfinished.push(isUnfinished);
}

export function sdkDoor(): SdkDoor {
  if (!mayHoldReport) return "open";
  return unfinished.some((isUnfinished) => isUnfinished()) ? "shut" : "after-restart";
}

/** Whether the SDK may be loaded. From this call on it counts as loaded. */
export function letSdkIn(): boolean {
  isSdkHere ||= !mayHoldReport;
  return isSdkHere;
}

/** Whether a report may be handled in this page. From this call on the SDK stays out. */
export function letReportIn(): boolean {
  mayHoldReport ||= !isSdkHere;
  return mayHoldReport;
}

export function startAnewAt(route: string): void {
  replaceWith(route);
  window.location.reload();
}

function isForReading(hash: string): boolean {
  return pagesForReading.has(parsedRoute(hash).name);
}
