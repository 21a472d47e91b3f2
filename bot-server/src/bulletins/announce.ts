import type { Audience } from "@truong-an/shared/bulletin";
import type { BulletinId } from "@truong-an/shared/ids";
import { addMinutes } from "@truong-an/shared/time";
import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { zaloContacts } from "../db/alert-tables.ts";
import {
  bulletinAnnouncements,
  bulletinSubscriptions,
  noticeSubscriptions,
  noticesDue,
} from "../db/bulletin-tables.ts";
import type { Tx } from "../db/open.ts";
import { communes, schools } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { findPublished, type PublishedBulletin } from "./find.ts";

type Way = "chat" | "notice";

const batch = 200;
const windowMinutes = 7 * 24 * 60; // within which Zalo lets the Official Account write to a person

/**
 * Tells the next subscribers of a new bulletin, by each way, and queues itself for those after them:
 * whatever is more urgent goes in between. How far it has come is kept with what it has queued, so
 * doing it again, or two at a time, tells nobody twice.
 */
export async function announceBulletin(
  world: World,
  { bulletinId }: Payload<"announce-bulletin">,
): Promise<void> {
  const isMore = [
    await tellNext(world, bulletinId, "chat"),
    await tellNext(world, bulletinId, "notice"),
  ];
  if (!isMore.includes(true)) return;
  const key = `announce:${bulletinId}`;
  await enqueue(world.db, "announce-bulletin", { bulletinId }, { urgency: "bulk", key });
}

/** Whether there may be more to tell. What has been withdrawn is announced no further. */
function tellNext(world: World, bulletinId: BulletinId, way: Way): Promise<boolean> {
  return world.db.transaction(async (tx) => {
    const toldThrough = await lockProgress(tx, bulletinId, way);
    if (toldThrough === null) return false;
    const bulletin = await findPublished(tx, bulletinId);
    const told =
      bulletin === undefined
        ? []
        : await (way === "chat" ? tellInChat : queueNotices)(world, tx, bulletin, toldThrough);
    const last = told.at(-1);
    const isMore = told.length === batch && last !== undefined;
    await tx
      .update(bulletinAnnouncements)
      .set(isMore ? { toldThrough: last } : { finishedAt: world.now() })
      .where(ofWay(bulletinId, way));
    return isMore;
  });
}

/** The last who has been told, locked for this transaction; null once everybody has. */
async function lockProgress(tx: Tx, bulletinId: BulletinId, way: Way): Promise<string | null> {
  await tx
    .insert(bulletinAnnouncements)
    .values({ bulletinId, way, toldThrough: "" })
    .onConflictDoNothing();
  const [progress] = await tx
    .select()
    .from(bulletinAnnouncements)
    .where(ofWay(bulletinId, way))
    .for("update");
  return progress === undefined || progress.finishedAt !== null ? null : progress.toldThrough;
}

function ofWay(bulletinId: BulletinId, way: Way): SQL | undefined {
  return and(eq(bulletinAnnouncements.bulletinId, bulletinId), eq(bulletinAnnouncements.way, way));
}

type Tell = (
  world: World,
  tx: Tx,
  bulletin: PublishedBulletin,
  after: string,
) => Promise<readonly string[]>;

/** Those who follow this topic and have been heard of within Zalo's window; others see it in the list. */
const tellInChat: Tell = async (world, tx, { id, topic, audience }, after) => {
  const { userId } = bulletinSubscriptions;
  const rows = await tx
    .selectDistinct({ userId })
    .from(bulletinSubscriptions)
    .innerJoin(zaloContacts, eq(zaloContacts.userId, userId))
    .innerJoin(schools, eq(schools.id, bulletinSubscriptions.schoolId))
    .innerJoin(communes, eq(communes.id, schools.communeId))
    .where(
      and(
        gt(userId, after),
        inArray(bulletinSubscriptions.topic, [topic, "all"]),
        gt(zaloContacts.lastInteractionAt, addMinutes(world.now(), -windowMinutes)),
        isReached(audience),
      ),
    )
    .orderBy(asc(userId))
    .limit(batch);
  for (const row of rows) {
    const phrase = { say: "bulletin", bulletinId: id } as const;
    await enqueue(tx, "say", { userId: row.userId, phrase }, { urgency: "bulk" });
  }
  return rows.map((row) => row.userId);
};

/** One notice a person, however many schools they asked for. */
const queueNotices: Tell = async (world, tx, { id: bulletinId, audience }, after) => {
  if (world.notices === undefined) return [];
  const { miniUserId, schoolId } = noticeSubscriptions;
  const rows = await tx
    .select({ miniUserId, schoolId: sql<string>`min(${schoolId}::text)` })
    .from(noticeSubscriptions)
    .innerJoin(schools, eq(schools.id, schoolId))
    .innerJoin(communes, eq(communes.id, schools.communeId))
    .where(and(gt(miniUserId, after), isNull(noticeSubscriptions.withdrawnAt), isReached(audience)))
    .groupBy(miniUserId)
    .orderBy(asc(miniUserId))
    .limit(batch);
  for (const row of rows) {
    const due = { bulletinId, miniUserId: row.miniUserId };
    await tx
      .insert(noticesDue)
      .values({ ...due, schoolId: row.schoolId })
      .onConflictDoNothing();
    await enqueue(tx, "send-notice", due, { urgency: "bulk" });
  }
  return rows.map((row) => row.miniUserId);
};

/** Of the school and commune at hand. */
function isReached({ scope }: Audience): SQL {
  switch (scope.kind) {
    case "province":
      return eq(communes.provinceId, scope.provinceId);
    case "commune":
      return eq(schools.communeId, scope.communeId);
    case "school":
      return eq(schools.id, scope.schoolId);
  }
}
