import { createHash, createHmac, randomBytes } from "node:crypto";
import type { LinkOutcome } from "@truong-an/shared/chat/phrase";
import { StaffId } from "@truong-an/shared/ids";
import { linkCodeOf } from "@truong-an/shared/link-code";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { and, eq, gt, lt, min, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { staffZalo, zaloLinkCodes, zaloLinkGuesses } from "../db/alert-tables.ts";
import { contactWasHeard, dropIdleContact, keepContact } from "../db/contacts.ts";
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

/**
 * Links and queues what the person is told of it, both or neither. Whoever guesses hears nothing but
 * that the code does not hold.
 */
export async function answerLinkCode(world: World, payload: Payload<"link-zalo">): Promise<void> {
  const { userId, via } = payload;
  await world.db.transaction(async (tx) => {
    const outcome = await linkIn(world, tx, payload);
    if (via === "bot") {
      await enqueue(tx, "answer-by-bot", { chatId: userId, what: outcome }, { urgency: "high" });
    } else {
      const phrase = { say: "link-outcome", outcome } as const;
      await enqueue(tx, "say", { userId, phrase }, { urgency: "high" });
    }
  });
}

/**
 * Links the account that a code came from to the member who was shown it: their own earlier link
 * gives way, a colleague's never does. A code works once, for a quarter of an hour; an account that
 * has sent five wrong ones is not listened to for an hour. A code that has linked this very account
 * is not wrong: it is the same job again, after a crash, or the person asking once more.
 */
export function linkZalo(world: World, payload: Payload<"link-zalo">): Promise<LinkOutcome> {
  return world.db.transaction((tx) => linkIn(world, tx, payload));
}

async function linkIn(
  world: World,
  tx: Tx,
  { userId, codeHash, via = "oa" }: Payload<"link-zalo">,
): Promise<LinkOutcome> {
  const now = world.now();
  const guesser = guesserOf(world, via, userId);
  if (await hasGuessedTooOften(tx, guesser, now)) return "too-many-codes";
  const channel = via === "oa" ? "oa-message" : "bot";
  const staffId = await spendCode(tx, codeHash, now);
  if (staffId === undefined) {
    if (await hasLinked(tx, channel, userId, codeHash)) return "linked";
    await countGuess(tx, guesser, now);
    return "wrong-code";
  }
  if (await isSomeoneElses(tx, channel, userId, staffId)) return "someone-elses";
  if (via === "oa") await linkAccount(tx, staffId, userId, now);
  await putChannel(tx, staffId, channel, userId);
  await record(tx, { kind: "zalo-linked", staffId, channel, at: now });
  return "linked";
}

/** Whose code this is, if it holds. From now on it does not; it stays until there is a newer one. */
async function spendCode(tx: Tx, codeHash: string, now: Instant): Promise<StaffId | undefined> {
  const [spent] = await tx
    .update(zaloLinkCodes)
    .set({ expiresAt: now })
    .where(and(isCode(codeHash), gt(zaloLinkCodes.expiresAt, now)))
    .returning({ staffId: zaloLinkCodes.staffId });
  return spent === undefined ? undefined : StaffId.parse(spent.staffId);
}

/** Whether this account is already that of the member whose code it was. */
async function hasLinked(tx: Tx, channel: LinkedChannel, userId: string, codeHash: string) {
  const [code] = await tx
    .select({ staffId: zaloLinkCodes.staffId })
    .from(zaloLinkCodes)
    .where(isCode(codeHash));
  return code !== undefined && (await ownerOf(tx, channel, userId)) === code.staffId;
}

function isCode(codeHash: string) {
  return eq(zaloLinkCodes.codeHash, Buffer.from(codeHash, "hex"));
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
    if (channel === "oa-message") await giveUpAccount(tx, staffId);
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
  const owner = await ownerOf(tx, channel, userId);
  return owner !== undefined && owner !== staffId;
}

async function ownerOf(
  tx: Tx,
  channel: LinkedChannel,
  userId: string,
): Promise<string | undefined> {
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
  return owner?.staffId;
}

/** Their account is no longer known as a member's; if nothing else keeps it, it is not known at all. */
async function giveUpAccount(tx: Tx, staffId: StaffId): Promise<void> {
  const gone = await tx
    .delete(staffZalo)
    .where(eq(staffZalo.staffId, staffId))
    .returning({ userId: staffZalo.userId });
  for (const { userId } of gone) await dropIdleContact(tx, userId);
}

async function linkAccount(tx: Tx, staffId: StaffId, userId: string, now: Instant): Promise<void> {
  await giveUpAccount(tx, staffId);
  await tx.insert(staffZalo).values({ staffId, userId, linkedAt: now });
  await keepContact(tx, userId);
  await contactWasHeard(tx, userId, now); // sending the code was a word to us: we may answer
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
