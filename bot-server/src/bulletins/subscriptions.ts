import { Topic, TopicChoice } from "@truong-an/shared/bulletin";
import { SchoolId } from "@truong-an/shared/ids";
import type { Instant } from "@truong-an/shared/time";
import { and, eq, inArray, sql } from "drizzle-orm";
import { bulletinSubscriptions } from "../db/bulletin-tables.ts";
import { dropIdleContact, keepContact } from "../db/contacts.ts";
import type { Queryable } from "../db/open.ts";

/** What somebody asked, in the chat, to hear of. */
export type Subscription = {
  readonly schoolId: SchoolId;
  readonly topic: TopicChoice;
  readonly consentedAt: Instant;
};

type Asked = Pick<Subscription, "schoolId" | "topic"> & { readonly userId: string };

/**
 * Keeps that this person wants to hear of new bulletins of this school. "all" takes the place of
 * single topics, and while it stands a single topic adds nothing. Asking again changes nothing.
 */
export async function subscribe(
  tx: Queryable,
  { userId, schoolId, topic }: Asked,
  at: Instant,
): Promise<void> {
  await keepContact(tx, userId);
  const theirs = ofSchool(userId, schoolId);
  if (topic === "all") {
    await tx
      .delete(bulletinSubscriptions)
      .where(and(theirs, sql`${bulletinSubscriptions.topic} <> 'all'`));
  } else {
    const [all] = await tx
      .select({ topic: bulletinSubscriptions.topic })
      .from(bulletinSubscriptions)
      .where(and(theirs, eq(bulletinSubscriptions.topic, "all")));
    if (all !== undefined) return;
  }
  await tx
    .insert(bulletinSubscriptions)
    .values({ userId, schoolId, topic, consentedAt: at })
    .onConflictDoNothing();
}

/**
 * Takes one back; "all" takes back everything of this school. Of "all", one topic less leaves the
 * others. With the last one goes what is kept of this account, unless it is a member's.
 */
export async function unsubscribe(tx: Queryable, asked: Asked): Promise<void> {
  await takeBack(tx, asked);
  await dropIdleContact(tx, asked.userId);
}

async function takeBack(tx: Queryable, { userId, schoolId, topic }: Asked): Promise<void> {
  const one = topic === "all" ? undefined : inArray(bulletinSubscriptions.topic, [topic, "all"]);
  const gone = await tx
    .delete(bulletinSubscriptions)
    .where(and(ofSchool(userId, schoolId), one))
    .returning({ topic: bulletinSubscriptions.topic, at: bulletinSubscriptions.consentedAt });
  const all = gone.find((row) => row.topic === "all");
  if (topic === "all" || all === undefined) return;
  const others = Topic.options.filter((other) => other !== topic);
  await tx
    .insert(bulletinSubscriptions)
    .values(others.map((other) => ({ userId, schoolId, topic: other, consentedAt: all.at })))
    .onConflictDoNothing();
}

export async function subscriptionsOf(
  db: Queryable,
  userId: string,
): Promise<readonly Subscription[]> {
  const { schoolId, topic, consentedAt } = bulletinSubscriptions;
  const rows = await db
    .select({ schoolId, topic, consentedAt })
    .from(bulletinSubscriptions)
    .where(eq(bulletinSubscriptions.userId, userId))
    .orderBy(schoolId, topic);
  return rows.map((row) => ({
    schoolId: SchoolId.parse(row.schoolId),
    topic: TopicChoice.parse(row.topic),
    consentedAt: row.consentedAt,
  }));
}

/** Everything this room knows of a person. Their `zalo_contacts` row may go afterwards. */
export async function forgetSubscriber(tx: Queryable, userId: string): Promise<void> {
  await tx.delete(bulletinSubscriptions).where(eq(bulletinSubscriptions.userId, userId));
}

function ofSchool(userId: string, schoolId: SchoolId) {
  return and(
    eq(bulletinSubscriptions.userId, userId),
    eq(bulletinSubscriptions.schoolId, schoolId),
  );
}
