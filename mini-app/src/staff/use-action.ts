import type { RefusalCode } from "@truong-an/shared/api/refusal";
import { staffRefusalText } from "@truong-an/shared/text/vi";
import { useCallback, useState } from "react";
import type { Answer, Refused } from "./api.ts";
import { text } from "./text/vi.ts";

export type ActionState =
  | { readonly kind: "idle" }
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done" };

/** A no in the words of what was asked, where they say more than those for every door. */
type OwnWords = Partial<Record<RefusalCode, string>>;

export type Act = {
  readonly ask: () => Promise<Answer<unknown>>;
  readonly whenDone?: () => void;
  readonly whenRefused?: () => void;
  readonly ownWords?: OwnWords;
};

/** One thing that a person asked for: busy until the door answered, then done or failed with words. */
export function useAction(): {
  readonly state: ActionState;
  readonly run: (act: Act) => void;
  readonly rest: () => void;
} {
  const [state, setState] = useState<ActionState>({ kind: "idle" });
  const run = useCallback(({ ask, whenDone, whenRefused, ownWords }: Act) => {
    setState({ kind: "busy" });
    ask().then(
      (answer) => {
        setState(
          answer.kind === "ok"
            ? { kind: "done" }
            : { kind: "failed", message: refusalText(answer, ownWords) },
        );
        if (answer.kind === "ok") whenDone?.();
        if (answer.kind === "refused") whenRefused?.();
      },
      () => setState({ kind: "failed", message: text.failed.notSealed }),
    );
  }, []);
  const rest = useCallback(() => setState({ kind: "idle" }), []);
  return { state, run, rest };
}

/** What a door's no means, in words for a member of staff. */
export function refusalText(refused: Refused, ownWords: OwnWords = {}): string {
  if (refused.kind === "unreachable") return text.failed.unreachable;
  return ownWords[refused.code] ?? staffRefusalText[refused.code];
}
