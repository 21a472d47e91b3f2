import type { SeenVersion } from "@truong-an/shared/api/bulletins";
import type { Answer } from "../api.ts";
import { type BulletinDraft, newBulletin, wordsOf } from "./bulletin-draft.ts";
import { editBulletin, fetchBulletin, sendCover, writeBulletin } from "./bulletins-api.ts";

export type Saved = Answer<{ readonly id: string }>;

/** A new bulletin: its words first, then its cover as the first edit. Safe to repeat under the same id. */
export async function saveNew(id: string, draft: BulletinDraft): Promise<Saved> {
  const written = await writeBulletin(newBulletin(id, draft));
  if (written.kind !== "ok") return written;
  if (draft.cover === null) return saved(id);
  const kept = await fetchBulletin(id);
  if (kept.kind !== "ok") return kept;
  const [version] = kept.value.versions;
  if (version === undefined) return saved(id);
  return saveEdit(id, draft, { version: version.number, writtenAt: version.written.at });
}

/** Other words for what was seen, with the cover that the draft names. */
export async function saveEdit(
  id: string,
  draft: BulletinDraft,
  seen: SeenVersion,
): Promise<Saved> {
  const cover = await coverFor(id, draft);
  if (cover.kind !== "ok") return cover;
  const edited = await editBulletin(id, { seen, ...wordsOf(draft), cover: cover.value });
  return edited.kind === "ok" ? saved(id) : edited;
}

async function coverFor(
  id: string,
  { cover }: BulletinDraft,
): Promise<Answer<{ readonly id: string; readonly alt: string } | null>> {
  if (cover === null) return { kind: "ok", value: null };
  const alt = cover.alt.trim();
  if (cover.kind === "kept") return { kind: "ok", value: { id: cover.id, alt } };
  const taken = await sendCover(id, cover.jpeg);
  return taken.kind === "ok" ? { kind: "ok", value: { id: taken.value.coverId, alt } } : taken;
}

function saved(id: string): Saved {
  return { kind: "ok", value: { id } };
}
