import type { BulletinVersion, EditBulletin, WriteBulletin } from "@truong-an/shared/api/bulletins";
import type { Place, Reader, Topic } from "@truong-an/shared/bulletin";
import { BulletinId, DeskId } from "@truong-an/shared/ids";
import type { Model } from "@truong-an/shared/library/model";

/** A picture that stands on the server already, or one that only this browser has. */
export type DraftCover =
  | { readonly kind: "kept"; readonly id: string; readonly url: string; readonly alt: string }
  | {
      readonly kind: "new";
      readonly jpeg: Uint8Array<ArrayBuffer>;
      readonly url: string;
      readonly alt: string;
    };

/** A bulletin as it stands in the form. */
export type BulletinDraft = {
  readonly deskId: string;
  readonly place: Place | null;
  readonly placeName: string;
  readonly readers: readonly Reader[];
  readonly topic: Topic;
  readonly title: string;
  readonly body: string;
  readonly cover: DraftCover | null;
};

export function emptyDraft(deskId: string): BulletinDraft {
  return {
    deskId,
    place: null,
    placeName: "",
    readers: ["parents", "pupils"],
    topic: "notices",
    title: "",
    body: "",
    cover: null,
  };
}

/** The words of a model on this sheet, for whom it is, the author says. */
export function draftFrom(model: Model, sheet: BulletinDraft): BulletinDraft {
  const { readers, topic, title, body } = model;
  return { ...sheet, readers, topic, title, body };
}

export function draftOf(deskId: string, version: BulletinVersion, coverUrl: string): BulletinDraft {
  const { place, placeName, readers, topic, title, body, cover } = version;
  return {
    deskId,
    place,
    placeName,
    readers,
    topic,
    title,
    body,
    cover: cover === null ? null : { kind: "kept", id: cover.id, url: coverUrl, alt: cover.alt },
  };
}

export type Missing = "place" | "readers" | "title" | "body" | "coverAlt";

/** What must still be filled in before it can be saved, in the order of the form. */
export function missingIn(draft: BulletinDraft): readonly Missing[] {
  const isMissing: Record<Missing, boolean> = {
    place: draft.place === null,
    readers: draft.readers.length === 0,
    title: draft.title.trim() === "",
    body: draft.body.trim() === "",
    coverAlt: draft.cover !== null && draft.cover.alt.trim() === "",
  };
  const order: readonly Missing[] = ["place", "readers", "title", "body", "coverAlt"];
  return order.filter((field) => isMissing[field]);
}

/** What the door takes. Throws when something is missing: the form asks first. */
export function wordsOf(draft: BulletinDraft): Omit<EditBulletin, "seen" | "cover"> {
  const { place, readers, topic, title, body } = draft;
  if (place === null) throw new Error("a draft without a place is not sent");
  return { place, readers: [...readers], topic, title: title.trim(), body: body.trim() };
}

export function newBulletin(id: string, draft: BulletinDraft): WriteBulletin {
  const ids = { bulletinId: BulletinId.parse(id), deskId: DeskId.parse(draft.deskId) };
  return { ...ids, ...wordsOf(draft) };
}
