import type { DutySheet } from "@truong-an/shared/api/duty";
import { useCallback, useEffect, useState } from "react";
import { fetchDuty } from "./duty-api.ts";

/** A desk's roster as last seen. A failed refresh keeps what was seen, and says so. */
export type DutyView =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly sheet: DutySheet; readonly isStale: boolean };

const pollEveryMs = 60_000;

/** Asks at once, again after every change, and every minute while the page is in sight. */
export function useDuty(deskId: string): { readonly view: DutyView; readonly again: () => void } {
  const [view, setView] = useState<DutyView>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks at once
  useEffect(() => {
    let isCurrent = true;
    const refresh = async () => {
      const answer = await fetchDuty(deskId);
      if (!isCurrent) return;
      setView((before) => {
        if (answer.kind === "ok") return { kind: "ready", sheet: answer.value, isStale: false };
        return before.kind === "ready" ? { ...before, isStale: true } : { kind: "failed" };
      });
    };
    void refresh();
    const timer = window.setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, pollEveryMs);
    return () => {
      isCurrent = false;
      window.clearInterval(timer);
    };
  }, [deskId, round]);
  return { view, again };
}
