import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { Narrative } from "@truong-an/shared/report";
import { useCallback, useEffect, useState } from "react";
import { fetchReport, type Refused } from "./api.ts";
import { type Opened, openReport } from "./keys.ts";
import { type SheetDesks, sheetDesks } from "./sheet-desks.ts";

export type ReportView =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly refused: Refused }
  | {
      readonly kind: "ready";
      readonly report: ReportDetail;
      readonly story: Opened<Narrative>;
      readonly desks: SheetDesks | null; // null: not signed by the administrator
      readonly loadedAt: number; // by this computer's clock
    };

/** One report, fetched and opened. `again` keeps what is shown until the newer one is open. */
export function useReport(reportId: string): {
  readonly view: ReportView;
  readonly isAsking: boolean;
  readonly again: () => void;
} {
  const [view, setView] = useState<ReportView>({ kind: "loading" });
  const [isAsking, setIsAsking] = useState(true);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    let isCurrent = true;
    setIsAsking(true);
    void load(reportId).then((loaded) => {
      if (!isCurrent) return;
      setView(loaded);
      setIsAsking(false);
    });
    return () => {
      isCurrent = false;
    };
  }, [reportId, round]);
  return { view, isAsking, again };
}

async function load(reportId: string): Promise<ReportView> {
  const answer = await fetchReport(reportId);
  if (answer.kind !== "ok") return { kind: "failed", refused: answer };
  const loadedAt = Date.now();
  const report = answer.value;
  const story = await openReport(report);
  const desks = sheetDesks(__DIRECTORY_KEY__, report);
  return { kind: "ready", report, story, desks, loadedAt };
}
