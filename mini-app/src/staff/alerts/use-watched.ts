import { useCallback, useEffect, useState } from "react";
import type { Answer } from "../api.ts";

/** What a door tells, as last seen. A failed refresh keeps what was seen, and says so. */
export type Watched<Seen> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly seen: Seen; readonly isStale: boolean };

/** Asks at once, after every `again()`, and every so often while the page is in sight. */
export function useWatched<Seen>(
  ask: () => Promise<Answer<Seen>>,
  everyMs: number,
): { readonly view: Watched<Seen>; readonly again: () => void } {
  const [view, setView] = useState<Watched<Seen>>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks at once
  useEffect(() => {
    let isCurrent = true;
    const refresh = async () => {
      const answer = await ask();
      if (!isCurrent) return;
      setView((before) => {
        if (answer.kind === "ok") return { kind: "ready", seen: answer.value, isStale: false };
        return before.kind === "ready" ? { ...before, isStale: true } : { kind: "failed" };
      });
    };
    void refresh();
    const timer = window.setInterval(() => {
      if (document.visibilityState === "visible") void refresh();
    }, everyMs);
    return () => {
      isCurrent = false;
      window.clearInterval(timer);
    };
  }, [ask, everyMs, round]);
  return { view, again };
}
