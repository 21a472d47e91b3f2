import { BulletinId } from "@truong-an/shared/ids";
import { sql } from "drizzle-orm";
import { clearAlarm, isAlarmed } from "../alerts/alarm.ts";
import { noticesDue } from "../db/bulletin-tables.ts";
import { queuePriority } from "../jobs/enqueue.ts";
import type { World } from "../world.ts";
import { tryNotice } from "./send-notice.ts";

/**
 * While Zalo takes no notice for anybody, one is tried now and then. Once one goes through, the
 * operator hears that it is over, and everything that is still due is queued again.
 */
export async function resumeNotices(world: World): Promise<void> {
  if (!(await isAlarmed(world.db, "notices"))) return;
  const [first] = await world.db.select().from(noticesDue).limit(1);
  if (first !== undefined) {
    const due = { bulletinId: BulletinId.parse(first.bulletinId), miniUserId: first.miniUserId };
    if ((await tryNotice(world, due)) === "stop") return;
  }
  await world.db.transaction(async (tx) => {
    await clearAlarm(tx, "notices");
    await tx.execute(sql`
      select graphile_worker.add_job(
        'send-notice', json_build_object('bulletinId', bulletin_id, 'miniUserId', mini_user_id),
        priority => ${queuePriority.bulk}::int)
      from notices_due`);
  });
}
