import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { useCallback, useState } from "react";

export type Draft = { readonly id: string; readonly words: string };

/**
 * Words being written and the id under which they will be sent. Sending the same words again uses
 * the same id, so that a lost answer never doubles them; other words get another id.
 */
export function useDraft(): {
  readonly draft: Draft;
  readonly write: (words: string) => void;
} {
  const [draft, setDraft] = useState<Draft>(() => ({ id: newSubmissionId(), words: "" }));
  const write = useCallback((words: string) => setDraft({ id: newSubmissionId(), words }), []);
  return { draft, write };
}
