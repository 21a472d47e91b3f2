import type { ReportDetail } from "@truong-an/shared/api/staff";
import { useState } from "react";
import { isOutdated, type Seen, type ShownMessages, seenNow } from "./seen.ts";

/** What a question about a report needs: the report as it is now, and what to do when it moves on. */
export type Deciding = {
  readonly report: ReportDetail;
  readonly isOpened: boolean;
  readonly shown: ShownMessages;
  readonly onStale: () => void; // a door said that the report has moved on
  readonly onCancel: () => void;
};

/** What the person had before them when the question opened, whatever has come to the page since. */
export function useSeen({ report, isOpened, shown }: Deciding): {
  readonly seen: Seen;
  readonly isOld: boolean; // the reporter has written or the level has changed meanwhile
} {
  const [seen] = useState(() => seenNow(report, isOpened, shown));
  return { seen, isOld: isOutdated(seen, report) };
}
