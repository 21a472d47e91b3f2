import { createHash, randomBytes } from "node:crypto";
import { StaffId } from "@truong-an/shared/ids";
import { addMinutes } from "@truong-an/shared/time";
import { and, eq, gt, lt } from "drizzle-orm";
import type { Queryable } from "../db/open.ts";
import { staffSessions } from "../db/tables.ts";
import type { World } from "../world.ts";

const longestMinutes = 12 * 60; // one shift
const idleMinutes = 30; // the console locks itself after ten; this is for one that was left open
const touchMinutes = 1;

/** Opens a session; only the hash of its token is stored. */
export async function openSession(world: World, db: Queryable, staffId: StaffId): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = world.now();
  await db.insert(staffSessions).values({
    tokenHash: hashOf(token),
    staffId,
    lastSeenAt: now,
    expiresAt: addMinutes(now, longestMinutes),
  });
  return token;
}

/** Whose session this is, if it still holds. */
export async function findSession(world: World, token: string): Promise<StaffId | undefined> {
  const now = world.now();
  const tokenHash = hashOf(token);
  const [session] = await world.db
    .select({ staffId: staffSessions.staffId, lastSeenAt: staffSessions.lastSeenAt })
    .from(staffSessions)
    .where(
      and(
        eq(staffSessions.tokenHash, tokenHash),
        gt(staffSessions.expiresAt, now),
        gt(staffSessions.lastSeenAt, addMinutes(now, -idleMinutes)),
      ),
    );
  if (session === undefined) return undefined;
  if (session.lastSeenAt < addMinutes(now, -touchMinutes)) {
    await world.db
      .update(staffSessions)
      .set({ lastSeenAt: now })
      .where(eq(staffSessions.tokenHash, tokenHash));
  }
  return StaffId.parse(session.staffId);
}

/** Ends a session, and sweeps away those that have run out. */
export async function closeSession(world: World, token: string): Promise<void> {
  await world.db.delete(staffSessions).where(eq(staffSessions.tokenHash, hashOf(token)));
  await world.db.delete(staffSessions).where(lt(staffSessions.expiresAt, world.now()));
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
