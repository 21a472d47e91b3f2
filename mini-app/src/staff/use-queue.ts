import type { QueueRow } from "@truong-an/shared/api/staff";
import { useCallback, useEffect, useState } from "react";
import { fetchQueue } from "./api.ts";
import { inOrder } from "./queue-order.ts";

/** The queue as last seen. A failed refresh keeps what was seen and says how old it is. */
export type QueueView =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | {
      readonly kind: "ready";
      readonly rows: readonly QueueRow[];
      readonly serverOffset: number; // the server's clock minus this computer's
      readonly seenAt: number; // by the server's clock
      readonly askedAt: number; // by this computer's
      readonly isStale: boolean;
    };

const pollEveryMs = 10_000;

/** Asks at once, every ten seconds while the page is in sight, and when it comes back in sight. */
export function useQueue(which: "open" | "closed"): {
  readonly view: QueueView;
  readonly again: () => void;
} {
  const [view, setView] = useState<QueueView>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks at once
  useEffect(() => {
    let isCurrent = true;
    const refresh = async () => {
      const askedAt = Date.now();
      const answer = await fetchQueue(which);
      if (!isCurrent) return;
      setView((before) => {
        if (answer.kind !== "ok")
          return before.kind === "ready" ? stale(before) : { kind: "failed" };
        const seenAt = answer.value.now;
        const rows = inOrder(answer.value.reports);
        const serverOffset = seenAt - Date.now();
        return { kind: "ready", rows, serverOffset, seenAt, askedAt, isStale: false };
      });
    };
    const refreshInSight = () => {
      if (document.visibilityState === "visible") void refresh();
    };
    void refresh();
    const timer = window.setInterval(refreshInSight, pollEveryMs);
    document.addEventListener("visibilitychange", refreshInSight);
    return () => {
      isCurrent = false;
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", refreshInSight);
    };
  }, [which, round]);
  return { view, again };
}

function stale(view: Extract<QueueView, { kind: "ready" }>): QueueView {
  return { ...view, isStale: true };
}
