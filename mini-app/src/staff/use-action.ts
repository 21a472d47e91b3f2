import { staffRefusalText } from "@truong-an/shared/text/vi";
import { useCallback, useState } from "react";
import type { Answer, Refused } from "./api.ts";
import { text } from "./text/vi.ts";

export type ActionState =
  | { readonly kind: "idle" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done" };

/** One thing that a person asked for: busy until the door answered, then done or failed with words. */
export function useAction(): {
  readonly state: ActionState;
  readonly run: (act: () => Promise<Answer<unknown>>, whenDone?: () => void) => void;
  readonly rest: () => void;
} {
  const [state, setState] = useState<ActionState>({ kind: "idle" });
  const run = useCallback((act: () => Promise<Answer<unknown>>, whenDone?: () => void) => {
    setState({ kind: "busy" });
    act().then(
      (answer) => {
        if (answer.kind !== "ok") return setState({ kind: "failed", message: refusalText(answer) });
        setState({ kind: "done" });
        whenDone?.();
      },
      () => setState({ kind: "failed", message: text.failed.notSealed }),
    );
  }, []);
  const rest = useCallback(() => setState({ kind: "idle" }), []);
  return { state, run, rest };
}

/** What a door's no means, in words for a member of staff. */
export function refusalText(refused: Refused): string {
  return refused.kind === "refused" ? staffRefusalText[refused.code] : text.failed.unreachable;
}
