import type { AskForNotices } from "@truong-an/shared/api/bulletins";
import { recipientOf, sealTo } from "@truong-an/shared/sealing/age";
import { toBase64, toUtf8 } from "@truong-an/shared/sealing/bytes";
import { eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { noticeSubscriptions } from "../db/bulletin-tables.ts";
import { findPlace } from "../directory/find.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { rememberRevocation } from "./notice-revocations.ts";

/** Whether there is a way to notify anybody. */
export function mayNotify({ notices, graph }: World): boolean {
  return notices !== undefined && graph !== undefined;
}

/**
 * Queues the question who this is: only a job asks Zalo. The token waits sealed to our own key, and
 * goes with its job.
 */
export async function askForNotices(world: World, asked: AskForNotices): Promise<void> {
  if (!mayNotify(world)) throw new Refusal("not-now");
  await findPlace(world.db, asked.schoolId);
  const own = await recipientOf(world.config.SERVER_KEY);
  const sealed = await sealTo([own], toUtf8(asked.accessToken));
  await enqueue(world.db, "confirm-notice", {
    sealedToken: toBase64(sealed),
    schoolId: asked.schoolId,
    wanted: asked.wanted,
    askedAt: world.now(),
  });
}

/** Zalo says that this person took back what they allowed the Mini App: everything under their id goes, and no older wish comes true. */
export async function revokeConsents(world: World, miniUserId: string): Promise<void> {
  await world.db.transaction(async (tx) => {
    await rememberRevocation(tx, world.config, miniUserId, world.now());
    const gone = await tx
      .delete(noticeSubscriptions)
      .where(eq(noticeSubscriptions.miniUserId, miniUserId))
      .returning({ schoolId: noticeSubscriptions.schoolId });
    const count = gone.length;
    await record(tx, { kind: "notice-consents-revoked", count, at: world.now() });
  });
}
