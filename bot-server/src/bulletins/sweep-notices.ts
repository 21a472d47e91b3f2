import { addMinutes } from "@truong-an/shared/time";
import { lt, sql } from "drizzle-orm";
import { noticeRevocations, noticeSubscriptions } from "../db/bulletin-tables.ts";
import type { World } from "../world.ts";

const rememberedMinutes = 24 * 60; // that a consent was taken back; an older wish has long come through

/** Forgets who took a consent back, and drops jobs that have failed for good, since each names a person. */
export async function sweepNotices({ db, now }: World): Promise<void> {
  const before = addMinutes(now(), -rememberedMinutes);
  await db.delete(noticeSubscriptions).where(lt(noticeSubscriptions.withdrawnAt, before));
  await db.delete(noticeRevocations).where(lt(noticeRevocations.revokedAt, before));
  await db.execute(sql`
    select graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where attempts >= max_attempts and locked_at is null
        and task_identifier in ('confirm-notice', 'send-notice')))`);
}
