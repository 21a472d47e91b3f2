import { createHash, createHmac, randomBytes } from "node:crypto";
import type { LinkOutcome } from "@truong-an/shared/chat/phrase";
import { StaffId } from "@truong-an/shared/ids";
import { linkCodeOf } from "@truong-an/shared/link-code";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { and, eq, gt, lt, min, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { staffZalo, zaloContacts, zaloLinkCodes, zaloLinkGuesses } from "../db/alert-tables.ts";
import type { Tx } from "../db/open.ts";
import { dutyChannels } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import { refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";

const codeMinutes = 15;
const guessMinutes = 60;
const mostGuesses = 5;

/** A fresh one-time code for this member, shown once; the one before it is worth nothing now. */
export async function newLinkCode(world: World, staffId: StaffId) {
  const code = linkCodeOf(randomBytes(8));
  const codeHash = createHash("sha256").update(code).digest();
  const expiresAt = addMinutes(world.now(), codeMinutes);
  await world.db
    .insert(zaloLinkCodes)
    .values({ staffId, codeHash, expiresAt })
    .onConflictDoUpdate({ target: zaloLinkCodes.staffId, set: { codeHash, expiresAt } });
  return { code, expiresAt };
}

/** Links, and tells the person how it ended. Whoever guesses hears nothing but that the code does not hold. */
export async function answerLinkCode(world: World, payload: Payload<"link-zalo">): Promise<void> {
  const outcome = await linkZalo(world, payload);
  const { userId, via } = payload;
  if (via === "bot") {
    await enqueue(world.db, "answer-by-bot", { chatId: userId, what: outcome });
  } else {
    await enqueue(world.db, "say", { userId, phrase: { say: "link-outcome", outcome } });
  }
}

/**
 * Links the account that a code came from to the member who was shown it: their own earlier link
 * gives way, a colleague's never does. A code works once, for a quarter of an hour; an account that
 * has sent five wrong ones is not listened to for an hour.
 */
export async function linkZalo(world: World, payload: Payload<"link-zalo">): Promise<LinkOutcome> {
  const { userId, codeHash, via = "oa" } = payload;
  const now = world.now();
  return world.db.transaction(async (tx) => {
    const guesser = guesserOf(world, via, userId);
    if (await hasGuessedTooOften(tx, guesser, now)) return "too-many-codes";
    const [spent] = await tx
      .delete(zaloLinkCodes)
      .where(
        and(
          eq(zaloLinkCodes.codeHash, Buffer.from(codeHash, "hex")),
          gt(zaloLinkCodes.expiresAt, now),
        ),
      )
      .returning({ staffId: zaloLinkCodes.staffId });
    if (spent === undefined) {
      await countGuess(tx, guesser, now);
      return "wrong-code";
    }
    const staffId = StaffId.parse(spent.staffId);
    const channel = via === "oa" ? "oa-message" : "bot";
    if (await isSomeoneElses(tx, channel, userId, staffId)) return "someone-elses";
    if (via === "oa") await linkAccount(tx, staffId, userId, now);
    await putChannel(tx, staffId, channel, userId);
    await record(tx, { kind: "zalo-linked", staffId, channel, at: now });
    return "linked";
  });
}

/** The account no longer belongs to this member. Refuses to take the only channel that they have. */
export async function unlinkZalo(
  world: World,
  staffId: StaffId,
  channel: "oa-message" | "bot",
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const ways = await tx
      .select({ channel: dutyChannels.channel })
      .from(dutyChannels)
      .where(eq(dutyChannels.staffId, staffId));
    refuseUnless(
      ways.some((way) => way.channel !== channel),
      "not-now",
    );
    const gone = await tx
      .delete(dutyChannels)
      .where(and(eq(dutyChannels.staffId, staffId), eq(dutyChannels.channel, channel)))
      .returning({ address: dutyChannels.address });
    if (channel === "oa-message") await tx.delete(staffZalo).where(eq(staffZalo.staffId, staffId));
    if (gone.length === 0) return;
    await record(tx, { kind: "zalo-unlinked", staffId, channel, at: world.now() });
  });
}

type LinkedChannel = "oa-message" | "bot";

async function isSomeoneElses(
  tx: Tx,
  channel: LinkedChannel,
  userId: string,
  staffId: StaffId,
): Promise<boolean> {
  const [owner] =
    channel === "oa-message"
      ? await tx
          .select({ staffId: staffZalo.staffId })
          .from(staffZalo)
          .where(eq(staffZalo.userId, userId))
      : await tx
          .select({ staffId: dutyChannels.staffId })
          .from(dutyChannels)
          .where(and(eq(dutyChannels.channel, "bot"), eq(dutyChannels.address, userId)));
  return owner !== undefined && owner.staffId !== staffId;
}

async function linkAccount(tx: Tx, staffId: StaffId, userId: string, now: Instant): Promise<void> {
  const linked = { userId, linkedAt: now };
  await tx
    .insert(staffZalo)
    .values({ staffId, ...linked })
    .onConflictDoUpdate({ target: staffZalo.staffId, set: linked });
  // Sending the code was a word to the account: from now on it may answer.
  const heard = { lastInteractionAt: now };
  await tx
    .insert(zaloContacts)
    .values({ userId, ...heard })
    .onConflictDoUpdate({ target: zaloContacts.userId, set: heard });
}

/** Where the member's channel of that kind stood, or ahead of all others: it is the quickest. */
async function putChannel(tx: Tx, staffId: StaffId, channel: LinkedChannel, address: string) {
  const [first] = await tx
    .select({
      position: min(dutyChannels.position),
      urgentPosition: sql<number | null>`min(coalesce(${dutyChannels.urgentPosition}, position))`,
    })
    .from(dutyChannels)
    .where(eq(dutyChannels.staffId, staffId));
  await tx
    .insert(dutyChannels)
    .values({
      staffId,
      channel,
      address,
      position: (first?.position ?? 2) - 1,
      urgentPosition: (first?.urgentPosition ?? 2) - 1,
    })
    .onConflictDoUpdate({
      target: [dutyChannels.staffId, dutyChannels.channel],
      set: { address },
    });
}

/** Strangers' ids are not kept: only whether the same one tries again. */
function guesserOf(world: World, via: string, userId: string): Buffer {
  const { PUZZLE_KEY } = world.config;
  return createHmac("sha256", PUZZLE_KEY).update(`link:${via}:${userId}`).digest();
}

async function hasGuessedTooOften(tx: Tx, guesser: Buffer, now: Instant): Promise<boolean> {
  await tx.delete(zaloLinkGuesses).where(lt(zaloLinkGuesses.since, addMinutes(now, -guessMinutes)));
  const [row] = await tx
    .select({ wrong: zaloLinkGuesses.wrong })
    .from(zaloLinkGuesses)
    .where(eq(zaloLinkGuesses.guesser, guesser));
  return (row?.wrong ?? 0) >= mostGuesses;
}

async function countGuess(tx: Tx, guesser: Buffer, now: Instant): Promise<void> {
  await tx
    .insert(zaloLinkGuesses)
    .values({ guesser, wrong: 1, since: now })
    .onConflictDoUpdate({
      target: zaloLinkGuesses.guesser,
      set: { wrong: sql`${zaloLinkGuesses.wrong} + 1` },
    });
}
