import { useEffect } from "react";
import { isLeavingQuickly } from "./leave-quickly.tsx";

/** The browser asks before the page goes, as long as something would be lost with it. */
export function useUnloadWarning(wouldLose: () => boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (wouldLose() && !isLeavingQuickly()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  });
}
