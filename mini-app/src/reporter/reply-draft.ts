import type { Photo } from "./report-form.ts";

/** A reply being written. In memory only. */
export type ReplyDraft = {
  readonly words: string;
  readonly photos: readonly Photo[];
  readonly dangerNow: boolean;
};

export const emptyDraft: ReplyDraft = { words: "", photos: [], dangerNow: false };

/** Whether there is anything to send. */
export function isEmpty({ words, photos, dangerNow }: ReplyDraft): boolean {
  return words.trim() === "" && photos.length === 0 && !dangerNow;
}

/** What stays on the screen when `sent` has arrived: whatever was written or added meanwhile. */
export function withoutSent(draft: ReplyDraft, sent: ReplyDraft): ReplyDraft {
  return {
    words: draft.words === sent.words ? "" : draft.words,
    photos: draft.photos.filter((photo) => !sent.photos.some((one) => one.id === photo.id)),
    dangerNow: draft.dangerNow && !sent.dangerNow,
  };
}
