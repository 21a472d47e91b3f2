import type { Feed } from "@truong-an/shared/api/bulletins";
import type { Topic } from "@truong-an/shared/bulletin";
import { useCallback, useEffect, useState } from "react";
import { fetchFeed } from "./bulletins-api.ts";

/** A feed as far as it has been read. `more` is how the next page is coming along. */
export type FeedView =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | {
      readonly kind: "ready";
      readonly cards: Feed["bulletins"];
      readonly next: string | null;
      readonly notices: boolean; // whether Zalo can tell people of new ones
      readonly more: "idle" | "loading" | "failed";
    };

type Wanted = { readonly schoolId: string | null; readonly topic: Topic | null };

export function useFeed({ schoolId, topic }: Wanted): {
  readonly view: FeedView;
  readonly again: () => void;
  readonly readOn: () => void;
} {
  const [view, setView] = useState<FeedView>({ kind: "loading" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    let isCurrent = true;
    setView({ kind: "loading" });
    void fetchFeed({ schoolId, topic, before: null }).then((told) => {
      if (isCurrent) setView(told.kind === "ok" ? viewOf(told.value) : { kind: "failed" });
    });
    return () => {
      isCurrent = false;
    };
  }, [schoolId, topic, round]);

  const readOn = useCallback(() => {
    if (view.kind !== "ready" || view.next === null || view.more === "loading") return;
    const before = view;
    const waiting: FeedView = { ...before, more: "loading" };
    setView(waiting);
    void fetchFeed({ schoolId, topic, before: before.next }).then((told) => {
      setView((now) => {
        if (now !== waiting) return now; // another school or topic meanwhile
        if (told.kind !== "ok") return { ...before, more: "failed" };
        return { ...viewOf(told.value), cards: [...before.cards, ...told.value.bulletins] };
      });
    });
  }, [view, schoolId, topic]);

  const again = useCallback(() => setRound((number) => number + 1), []);
  return { view, again, readOn };
}

function viewOf({ bulletins, next, notices }: Feed): Extract<FeedView, { kind: "ready" }> {
  return { kind: "ready", cards: bulletins, next, notices, more: "idle" };
}
