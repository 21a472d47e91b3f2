import { bulletinLink } from "@truong-an/shared/bulletin";
import { and, eq } from "drizzle-orm";
import { noticeSubscriptions, noticesDue } from "../db/bulletin-tables.ts";
import type { Payload } from "../jobs/payloads.ts";
import { noticeText } from "../text/bulletins-vi.ts";
import type { World } from "../world.ts";
import { scopeOf } from "../zalo/codes.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { findPublished } from "./find.ts";

/**
 * Notifies one person that there is a new bulletin, and of nothing else. Its row goes before the call,
 * so that nobody is notified twice: a worker that dies in between, or an answer that never came,
 * costs one notice. Whoever does not want or may not have notices is asked no more.
 */
export async function sendNotice(world: World, due: Payload<"send-notice">): Promise<void> {
  const taken = await takeDue(world, due);
  if (taken === undefined || world.notices === undefined) return;
  if ((await findPublished(world.db, due.bulletinId)) === undefined) return;
  const appLink = world.config.MINI_APP_LINK ?? world.config.PUBLIC_URL;
  try {
    await world.notices.send({
      userId: due.miniUserId,
      buttonUrl: bulletinLink(appLink, due.bulletinId),
      ...noticeText,
    });
  } catch (error) {
    if (error instanceof ZaloRefused) return refused(world, due, error);
    if (!(error instanceof ZaloUnreachable) || !wasNotSent(error)) throw error;
    await world.db.insert(noticesDue).values(taken).onConflictDoNothing();
    throw error;
  }
}

async function takeDue(
  { db }: World,
  { bulletinId, miniUserId }: Payload<"send-notice">,
): Promise<typeof noticesDue.$inferSelect | undefined> {
  const [row] = await db
    .delete(noticesDue)
    .where(and(eq(noticesDue.bulletinId, bulletinId), eq(noticesDue.miniUserId, miniUserId)))
    .returning();
  return row;
}

/** When Zalo cannot have got it, or said so. A time-out may have been a success. */
function wasNotSent({ why }: ZaloUnreachable): boolean {
  return why === "no-connection" || why === "busy";
}

async function refused(
  world: World,
  { miniUserId }: Payload<"send-notice">,
  refusal: ZaloRefused,
): Promise<void> {
  if (scopeOf(refusal) === "person") {
    await world.db
      .delete(noticeSubscriptions)
      .where(eq(noticeSubscriptions.miniUserId, miniUserId));
    return;
  }
  world.log.warn("a notice was refused", { code: String(refusal.code) });
}
