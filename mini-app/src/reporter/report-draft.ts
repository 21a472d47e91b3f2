import { useSyncExternalStore } from "react";
import {
  afterEvent,
  emptyForm,
  type FormEvent,
  holdsWords,
  type ReportForm,
} from "./report-form.ts";
import { keepPageWhile } from "./zalo-sdk-page.ts";

/**
 * The one report being written. In memory only, so that going back loses nothing and closing the
 * page loses everything.
 */
let draft: ReportForm = emptyForm;
const listeners = new Set<() => void>();
keepPageWhile(() => holdsWords(draft));

export function useDraft(): ReportForm {
  return useSyncExternalStore(listen, currentDraft);
}

export function currentDraft(): ReportForm {
  return draft;
}

export function tell(event: FormEvent): void {
  const kept = afterEvent(draft, event);
  forgetPreviews(draft, kept);
  draft = kept;
  for (const listener of listeners) listener();
}

function forgetPreviews(before: ReportForm, after: ReportForm): void {
  for (const photo of before.photos) {
    if (!after.photos.includes(photo)) URL.revokeObjectURL(photo.previewUrl);
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
