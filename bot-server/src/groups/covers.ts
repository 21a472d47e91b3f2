import { instant } from "@truong-an/shared/time";
import { eq } from "drizzle-orm";
import { findCover, type PublishedBulletin } from "../bulletins/find.ts";
import { broadcasts } from "../db/group-tables.ts";
import type { Tx } from "../db/open.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";

export type Cover =
  | { readonly kind: "ready"; readonly attachmentId: string | undefined }
  | { readonly kind: "busy"; readonly waitMs: number };

const freshMs = 6 * 24 * 60 * 60_000; // Zalo forgets what was uploaded after seven days
const pauseMs = 10_000;

/**
 * The cover as Zalo keeps it: uploaded once for all groups, and again when that has grown old or
 * the bulletin has a new version. A cover that Zalo does not take keeps no bulletin back.
 */
export async function coverFor(
  world: World,
  broadcastId: string,
  bulletin: PublishedBulletin | undefined,
): Promise<Cover> {
  const none = { kind: "ready", attachmentId: undefined } as const;
  if (bulletin === undefined || bulletin.coverAlt === null || world.zalo === undefined) return none;
  const [kept] = await world.db.select().from(broadcasts).where(eq(broadcasts.id, broadcastId));
  const isFresh =
    kept?.attachmentVersion === bulletin.version &&
    kept.attachedAt !== null &&
    kept.attachedAt > world.now() - freshMs;
  if (isFresh) return { kind: "ready", attachmentId: kept.attachmentId ?? undefined };
  const cover = await findCover(world.db, bulletin.id);
  if (cover === undefined) return none;
  try {
    const attachmentId = await world.zalo.uploadImage(new Uint8Array(cover.image), "image/jpeg");
    await keep(world, broadcastId, cover.version, attachmentId);
    return { kind: "ready", attachmentId };
  } catch (error) {
    if (error instanceof ZaloRefused) {
      await keep(world, broadcastId, bulletin.version, null);
      return none;
    }
    if (!(error instanceof ZaloUnreachable)) throw error;
    return { kind: "busy", waitMs: error.retryAfterMs ?? pauseMs };
  }
}

/** Zalo says that the attachment has lapsed: the next post uploads it again. */
export async function forgetCover(tx: Tx, broadcastId: string): Promise<void> {
  const attachedAt = instant(0);
  await tx.update(broadcasts).set({ attachedAt }).where(eq(broadcasts.id, broadcastId));
}

async function keep(
  world: World,
  broadcastId: string,
  attachmentVersion: number,
  attachmentId: string | null,
): Promise<void> {
  await world.db
    .update(broadcasts)
    .set({ attachmentId, attachmentVersion, attachedAt: world.now() })
    .where(eq(broadcasts.id, broadcastId));
}
