import { useCallback, useEffect, useState } from "react";

export type Query<Value> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "ready"; readonly value: Value };

/**
 * Runs `ask` when the page opens, whenever `key` changes and on `again()`. An answer that comes
 * after the key has changed, or after the page has gone, is dropped.
 */
export function useQuery<Value>(
  key: string,
  ask: () => Promise<Value>,
): { readonly query: Query<Value>; readonly again: () => void } {
  const [query, setQuery] = useState<Query<Value>>({ kind: "loading" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for everything `ask` depends on
  useEffect(() => {
    let isCurrent = true;
    setQuery({ kind: "loading" });
    ask().then(
      (value) => {
        if (isCurrent) setQuery({ kind: "ready", value });
      },
      (error: unknown) => {
        if (isCurrent) setQuery({ kind: "failed", error });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { query, again };
}
