import { useCallback, useState } from "react";
import type { Shown, ShownMessages } from "./seen.ts";

/** Which messages stand opened on this page, as they come out one by one. */
export function useShown(): {
  readonly shown: ShownMessages;
  readonly onShown: (messageId: string, shown: Shown) => void;
} {
  const [shown, setShown] = useState<ShownMessages>(new Map());
  const onShown = useCallback((messageId: string, as: Shown) => {
    setShown((before) => new Map(before).set(messageId, as));
  }, []);
  return { shown, onShown };
}
