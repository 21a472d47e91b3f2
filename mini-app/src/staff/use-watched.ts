import { useCallback, useEffect, useState } from "react";
import type { Answer, Refused } from "./api.ts";

/** Something that is asked for again and again. A failed look keeps what was seen before. */
export type Watched<Value> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly refused: Refused }
  | { readonly kind: "ready"; readonly value: Value; readonly isStale: boolean };

const slowMs = 15_000;
const quickMs = 2_000;

/**
 * Asks at once, after every `again()`, and while the page is in sight every fifteen seconds, or every
 * two while something is under way.
 */
export function useWatched<Value>(
  key: string,
  ask: () => Promise<Answer<Value>>,
  isUnderWay: (value: Value) => boolean = () => false,
): { readonly view: Watched<Value>; readonly again: () => void } {
  const [view, setView] = useState<Watched<Value>>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const isQuick = view.kind === "ready" && isUnderWay(view.value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for everything `ask` depends on
  useEffect(() => {
    let isCurrent = true;
    const refresh = async () => {
      const answer = await ask();
      if (isCurrent) setView((before) => seen(before, answer));
    };
    const refreshInSight = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    void refresh();
    const timer = window.setInterval(refreshInSight, isQuick ? quickMs : slowMs);
    document.addEventListener("visibilitychange", refreshInSight);
    return () => {
      isCurrent = false;
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", refreshInSight);
    };
  }, [key, round, isQuick]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { view, again };
}

/** What is gone is gone; a look that failed otherwise leaves the last one in sight. */
function seen<Value>(before: Watched<Value>, answer: Answer<Value>): Watched<Value> {
  if (answer.kind === "ok") return { kind: "ready", value: answer.value, isStale: false };
  const isGone = answer.kind === "refused" && answer.code === "not-found";
  if (before.kind === "ready" && !isGone) return { ...before, isStale: true };
  return { kind: "failed", refused: answer };
}
