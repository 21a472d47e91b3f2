import type { SchoolId } from "@truong-an/shared/ids";
import { CannotOpen, openWith } from "@truong-an/shared/sealing/age";
import { fromBase64, fromUtf8 } from "@truong-an/shared/sealing/bytes";
import { addMinutes, type Instant, instant } from "@truong-an/shared/time";
import { and, eq, lt, sql } from "drizzle-orm";
import { noticeSubscriptions, noticesDue } from "../db/bulletin-tables.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { ZaloRefused } from "../zalo/errors.ts";
import { isRevokedSince } from "./notice-revocations.ts";

const goodForMinutes = 10; // of a wish that has not got through: by then the person has looked again

/** Asks Zalo who it was, and keeps or takes back the consent. A token that Zalo does not know changes nothing. */
export async function confirmNotice(
  world: World,
  { sealedToken, schoolId, wanted, askedAt }: Payload<"confirm-notice">,
): Promise<void> {
  const now = world.now();
  const at = instant(askedAt);
  if (wanted && addMinutes(at, goodForMinutes) < now) return;
  const miniUserId = await whoAsked(world, sealedToken);
  if (miniUserId === undefined) return;
  await (wanted ? keep : takeBack)(world, miniUserId, schoolId, at);
}

async function whoAsked(world: World, sealedToken: string): Promise<string | undefined> {
  if (world.graph === undefined) return undefined;
  try {
    const token = await openWith(world.config.SERVER_KEY, fromBase64(sealedToken));
    return (await world.graph.whoIs(fromUtf8(token))).id;
  } catch (error) {
    if (error instanceof ZaloRefused || error instanceof CannotOpen) return undefined;
    throw error;
  }
}

/** Unless it was taken back after that, here or with everything else at Zalo. */
async function keep({ db, config }: World, miniUserId: string, schoolId: SchoolId, at: Instant) {
  const { withdrawnAt } = noticeSubscriptions;
  await db.transaction(async (tx) => {
    if (await isRevokedSince(tx, config, miniUserId, at)) return;
    await tx
      .insert(noticeSubscriptions)
      .values({ miniUserId, schoolId, consentedAt: at })
      .onConflictDoUpdate({
        target: [noticeSubscriptions.miniUserId, noticeSubscriptions.schoolId],
        set: { consentedAt: at, withdrawnAt: null },
        setWhere: lt(withdrawnAt, at),
      });
  });
}

async function takeBack({ db }: World, miniUserId: string, schoolId: SchoolId, at: Instant) {
  await db.transaction(async (tx) => {
    await tx
      .insert(noticeSubscriptions)
      .values({ miniUserId, schoolId, consentedAt: at, withdrawnAt: at })
      .onConflictDoUpdate({
        target: [noticeSubscriptions.miniUserId, noticeSubscriptions.schoolId],
        set: { withdrawnAt: at },
        setWhere: sql`${noticeSubscriptions.consentedAt} <= excluded.consented_at`,
      });
    await tx
      .delete(noticesDue)
      .where(and(eq(noticesDue.miniUserId, miniUserId), eq(noticesDue.schoolId, schoolId)));
  });
}
