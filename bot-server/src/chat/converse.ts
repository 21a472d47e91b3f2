import { step } from "@truong-an/shared/chat/conversation";
import type { Phrase } from "@truong-an/shared/chat/phrase";
import { mostFollowings } from "@truong-an/shared/chat/phrase";
import {
  type ChatState,
  humanForMinutes,
  isAwaited,
  sentAfterMinutes,
} from "@truong-an/shared/chat/state";
import type { Act, Incoming } from "@truong-an/shared/chat/turn";
import { addMinutes, type Instant, instant } from "@truong-an/shared/time";
import { sql } from "drizzle-orm";
import { subscribe, subscriptionsOf, unsubscribe } from "../bulletins/subscriptions.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { cancel, enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { isCalled, isOfStaff, noteContact } from "./contacts.ts";
import { openPiece, sealTeller } from "./own-seal.ts";
import { laneOf, personKey } from "./person.ts";
import { type Kept, lockState, saveState } from "./states.ts";

/**
 * One thing that a person did: load the state, step, save it and queue what follows, all or nothing
 * and once: a queue whose worker was killed gives a job again that is done.
 */
export async function converse(world: World, payload: Payload<"converse">): Promise<void> {
  const { userId, did } = payload;
  const eventAt = instant(payload.eventAt);
  const now = world.now();
  const piece = did.kind === "heard" ? await openPiece(world, did.piece) : null;
  await world.db.transaction(async (tx) => {
    if (!(await isFirstTime(tx, payload.key, now))) return;
    if (did.kind === "left") return noteContact(tx, userId, did.kind, eventAt);
    const person = personKey(world.config, userId);
    const kept = await lockState(world, tx, person);
    const lastEventAt = instant(Math.max(kept.lastEventAt, eventAt));
    if (did.kind === "human-answered") {
      const humanUntil = instant(
        Math.max(kept.humanUntil ?? 0, addMinutes(eventAt, humanForMinutes)),
      );
      return saveState(tx, person, { ...kept, humanUntil }, now);
    }
    const incoming = await circumstances(tx, payload, { ...did, piece }, kept, now);
    const { state, says, acts } = step(kept.state, incoming);
    await saveState(tx, person, { ...kept, state, lastEventAt }, now);
    const someone = { userId, person };
    for (const act of acts) await carryOut(world, tx, someone, act);
    await noteContact(tx, userId, did.kind, eventAt); // now that whoever begins to follow is known
    if (isAwaited(kept.state.stage)) await stopWaiting(tx, person);
    await sendAfterSilence(world, tx, someone, state);
    await sayAll(tx, someone, says, now);
  });
}

/** Remembers, among the events that were heard, that this one was answered too. */
async function isFirstTime(tx: Tx, key: string, now: Instant): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into zalo_events (key_hash, heard_at)
    values (sha256(decode(${key}, 'hex')), ${new Date(now).toISOString()}::timestamptz)
    on conflict do nothing returning heard_at`);
  return rows.length > 0;
}

type Heard = Omit<Extract<Payload<"converse">["did"], { readonly kind: "heard" }>, "piece"> &
  Pick<Incoming, "piece">;

async function circumstances(
  tx: Tx,
  { userId, eventAt }: Payload<"converse">,
  { heard, piece, found }: Heard,
  kept: Kept,
  now: Instant,
): Promise<Incoming> {
  const wantsList = heard.move.kind === "wish" && heard.move.wish === "unfollow";
  const subscriptions = wantsList ? await subscriptionsOf(tx, userId) : [];
  return {
    now,
    heard,
    piece,
    found,
    isLate: eventAt < kept.lastEventAt,
    isHumanHere: kept.humanUntil !== null && kept.humanUntil > now,
    mayAcknowledge: await mayAcknowledge(tx, userId, heard.move, kept.state),
    followings: subscriptions
      .slice(0, mostFollowings)
      .map(({ schoolId, topic }) => ({ schoolId, topic })),
  };
}

/**
 * A pressed "received" is every member's, and its job answers. A mere "1" means it while they are
 * called, and so do its words while they tell a story of their own.
 */
async function mayAcknowledge(
  tx: Tx,
  userId: string,
  move: Heard["heard"]["move"],
  { stage }: ChatState,
): Promise<boolean> {
  if (move.kind !== "acknowledge" && move.kind !== "number") return false;
  const isSure = move.kind === "acknowledge" && (move.alert !== null || stage.at !== "telling");
  return (isSure ? isOfStaff : isCalled)(tx, userId);
}

/** A person, and the name under which their conversation is kept. */
export type Someone = { readonly userId: string; readonly person: Buffer };

async function carryOut(
  world: World,
  tx: Tx,
  { userId, person }: Someone,
  act: Act,
): Promise<void> {
  const lane = laneOf(person);
  const now = world.now();
  switch (act.do) {
    case "give-receipt":
      return enqueue(tx, "give-receipt", { userId }, { lane, at: now });
    case "send-draft": {
      const { isFinished } = act;
      const teller = await sealTeller(world, userId);
      const payload = { person: person.toString("hex"), teller, isFinished, afterSilence: false };
      return enqueue(tx, "send-draft", payload, { lane, urgency: "emergency" });
    }
    case "follow":
      return subscribe(tx, { userId, ...act.following }, now);
    case "unfollow":
      for (const following of act.followings) await unsubscribe(tx, { userId, ...following });
      return;
    case "forget":
      return enqueue(tx, "forget-person", { userId }, { lane });
    case "link":
      return enqueue(tx, "link-zalo", { userId, codeHash: act.codeHash }, { urgency: "high" });
    case "acknowledge":
      return enqueue(tx, "acknowledge-alert", { userId, alert: act.alert }, { urgency: "high" });
  }
}

/**
 * Every bubble puts it off; a story that nobody ends is sent all the same, and whoever chose a danger
 * is not left alone with it. Once something has been sent, the job that waits names nobody.
 */
export async function sendAfterSilence(
  world: World,
  tx: Tx,
  { userId, person }: Someone,
  { stage }: ChatState,
): Promise<void> {
  if (!isAwaited(stage)) return;
  const isSent = stage.at === "telling" && stage.draft.isSent;
  const teller = isSent ? null : await sealTeller(world, userId);
  const payload = { person: person.toString("hex"), teller, isFinished: true };
  await enqueue(
    tx,
    "send-draft",
    { ...payload, afterSilence: true },
    {
      lane: laneOf(person),
      at: addMinutes(world.now(), sentAfterMinutes),
      key: silenceKey(person),
    },
  );
}

/** The story has ended, or something newer is about to wait in its place. */
export async function stopWaiting(tx: Tx, person: Buffer): Promise<void> {
  await cancel(tx, silenceKey(person));
}

function silenceKey(person: Buffer): string {
  return `send-draft:${person.toString("hex")}`;
}

/** In this order, danger before whatever else is due for anybody. */
export async function sayAll(
  tx: Queryable,
  { userId, person }: Someone,
  says: readonly Phrase[],
  now: Instant,
): Promise<void> {
  for (const [at, phrase] of says.entries()) {
    const isDanger = phrase.say === "danger" || phrase.say === "still-here";
    await enqueue(
      tx,
      "say",
      { userId, phrase },
      {
        lane: laneOf(person),
        at: instant(now - says.length + at), // the queue takes the earliest first
        attempts: attemptsToSay,
        urgency: isDanger ? "emergency" : "usual",
      },
    );
  }
}

const attemptsToSay = 8; // over half an hour; an answer that late answers nothing
