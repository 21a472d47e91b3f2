import { bulletinLink } from "@truong-an/shared/bulletin";
import { and, eq, sql } from "drizzle-orm";
import { isAlarmed, raiseAlarm } from "../alerts/alarm.ts";
import { noticeSubscriptions, noticesDue } from "../db/bulletin-tables.ts";
import type { Payload } from "../jobs/payloads.ts";
import { noticeText } from "../text/bulletins-vi.ts";
import type { World } from "../world.ts";
import { scopeOf } from "../zalo/codes.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { findPublished } from "./find.ts";

type Due = typeof noticesDue.$inferSelect;

/**
 * Notifies one person that there is a new bulletin, and of nothing else. While Zalo takes none for
 * anybody, what is due stays due: `resumeNotices` queues it again.
 */
export async function sendNotice(world: World, due: Payload<"send-notice">): Promise<void> {
  if (await isAlarmed(world.db, "notices")) return;
  await tryNotice(world, due);
}

/**
 * Sends one notice that is due; answers whether others may follow. Its row goes before the call, so
 * that nobody is notified twice: a worker that dies in between, or an answer that never came, costs
 * one notice. Whoever does not want or may not have notices is asked no more. When Zalo would say the
 * same to everyone, the row comes back and the operator hears of it.
 */
export async function tryNotice(
  world: World,
  due: Payload<"send-notice">,
): Promise<"go on" | "stop"> {
  const taken = await takeDue(world, due);
  if (taken === undefined || world.notices === undefined) return "go on";
  if ((await findPublished(world.db, due.bulletinId)) === undefined) return "go on";
  const appLink = world.config.MINI_APP_LINK ?? world.config.PUBLIC_URL;
  try {
    await world.notices.send({
      userId: due.miniUserId,
      buttonUrl: bulletinLink(appLink, due.bulletinId),
      ...noticeText,
    });
    return "go on";
  } catch (error) {
    if (error instanceof ZaloRefused) return refused(world, taken, error);
    if (!(error instanceof ZaloUnreachable) || !wasNotSent(error)) throw error;
    await putBack(world, taken);
    throw error;
  }
}

async function takeDue(
  { db }: World,
  { bulletinId, miniUserId }: Payload<"send-notice">,
): Promise<Due | undefined> {
  const [row] = await db
    .delete(noticesDue)
    .where(and(eq(noticesDue.bulletinId, bulletinId), eq(noticesDue.miniUserId, miniUserId)))
    .returning();
  return row;
}

/** Unless the consent went in the meantime. */
async function putBack({ db }: World, { bulletinId, miniUserId, schoolId }: Due): Promise<void> {
  await db.execute(sql`
    insert into notices_due (bulletin_id, mini_user_id, school_id)
    select ${bulletinId}::uuid, mini_user_id, school_id from notice_subscriptions
    where mini_user_id = ${miniUserId} and school_id = ${schoolId}::uuid and withdrawn_at is null
    for key share
    on conflict do nothing`);
}

/** When Zalo cannot have got it, or said so. A time-out may have been a success. */
function wasNotSent({ why }: ZaloUnreachable): boolean {
  return why === "no-connection" || why === "busy";
}

async function refused(world: World, taken: Due, refusal: ZaloRefused): Promise<"go on" | "stop"> {
  const scope = scopeOf(refusal);
  if (scope === "person") {
    await world.db
      .delete(noticeSubscriptions)
      .where(eq(noticeSubscriptions.miniUserId, taken.miniUserId));
    return "go on";
  }
  world.log.warn("a notice was refused", { code: String(refusal.code) });
  if (scope === "message") return "go on";
  await putBack(world, taken);
  await raiseAlarm(world.db, "notices", world.now());
  return "stop";
}
