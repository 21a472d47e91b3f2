import {
  emptyDraft,
  isEmpty,
  type ReplyDraft,
  withoutSent,
} from "@truong-an/mini-app/reporter/reply-draft";
import type { Photo } from "@truong-an/mini-app/reporter/report-form";
import { expect, test } from "vitest";

function aPhoto(id: string): Photo {
  return { id, jpeg: new Uint8Array([0xff, 0xd8]), previewUrl: `blob:${id}` };
}

const sent: ReplyDraft = { words: "Dạ rồi ạ.", photos: [aPhoto("1")], dangerNow: true };

test("once all of it has arrived nothing is left", () => {
  expect(withoutSent(sent, sent)).toEqual(emptyDraft);
  expect(isEmpty(withoutSent(sent, sent))).toBe(true);
});

test("what was written, added or ticked while it was being sent stays", () => {
  const more = aPhoto("2");
  const added = { ...sent, words: "Dạ rồi ạ. Bạn em lại bị", photos: [...sent.photos, more] };
  const ticked = { ...sent, dangerNow: false };

  expect(withoutSent(added, sent)).toEqual({ ...added, photos: [more], dangerNow: false });
  expect(withoutSent(sent, ticked)).toEqual({ ...emptyDraft, dangerNow: true });
});
