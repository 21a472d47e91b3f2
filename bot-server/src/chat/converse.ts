import { step } from "@truong-an/shared/chat/conversation";
import type { Phrase } from "@truong-an/shared/chat/phrase";
import { mostFollowings } from "@truong-an/shared/chat/phrase";
import { type ChatState, humanForMinutes, sentAfterMinutes } from "@truong-an/shared/chat/state";
import type { Act, Incoming } from "@truong-an/shared/chat/turn";
import { addMinutes, type Instant, instant } from "@truong-an/shared/time";
import { subscribe, subscriptionsOf, unsubscribe } from "../bulletins/subscriptions.ts";
import type { Tx } from "../db/open.ts";
import { cancel, enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { isCalled, isOfStaff, noteContact } from "./contacts.ts";
import { laneOf, personKey } from "./person.ts";
import { type Kept, lockState, saveState } from "./states.ts";

/** One thing that a person did: load the state, step, save it and queue what follows, all or nothing. */
export async function converse(world: World, payload: Payload<"converse">): Promise<void> {
  const { userId, did } = payload;
  const eventAt = instant(payload.eventAt);
  const now = world.now();
  await world.db.transaction(async (tx) => {
    if (did.kind === "left") return noteContact(tx, userId, did.kind, eventAt);
    const person = personKey(world.config, userId);
    const kept = await lockState(tx, person, now);
    const lastEventAt = instant(Math.max(kept.lastEventAt, eventAt));
    if (did.kind === "human-answered") {
      const humanUntil = instant(
        Math.max(kept.humanUntil ?? 0, addMinutes(eventAt, humanForMinutes)),
      );
      return saveState(tx, person, { ...kept, humanUntil }, now);
    }
    const incoming = await circumstances(tx, payload, did, kept, now);
    const { state, says, acts } = step(kept.state, incoming);
    await saveState(tx, person, { ...kept, state, lastEventAt }, now);
    for (const act of acts) await carryOut(tx, { userId, person }, act, now);
    await noteContact(tx, userId, did.kind, eventAt); // now that whoever begins to follow is known
    if (kept.state.stage.at === "telling") await stopWaiting(tx, person);
    await sendAfterSilence(tx, { userId, person }, state, now);
    await sayAll(tx, userId, says, now);
  });
}

type Heard = Extract<Payload<"converse">["did"], { readonly kind: "heard" }>;

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
  tx: Tx,
  { userId, person }: Someone,
  act: Act,
  now: Instant,
): Promise<void> {
  const lane = laneOf(userId);
  switch (act.do) {
    case "give-receipt":
      return enqueue(tx, "give-receipt", { userId }, { lane, at: now });
    case "send-draft": {
      const { isFinished } = act;
      const payload = { person: person.toString("hex"), userId, isFinished, afterSilence: false };
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
 * Every bubble puts it off; a story that nobody ends is sent all the same. Once something of it has
 * been sent, the job that waits names nobody.
 */
export async function sendAfterSilence(
  tx: Tx,
  { userId, person }: Someone,
  { stage }: ChatState,
  now: Instant,
): Promise<void> {
  if (stage.at !== "telling") return;
  const teller = stage.draft.isSent ? null : userId;
  const payload = { person: person.toString("hex"), userId: teller, isFinished: true };
  await enqueue(
    tx,
    "send-draft",
    { ...payload, afterSilence: true },
    {
      lane: laneOf(userId),
      at: addMinutes(now, sentAfterMinutes),
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
  tx: Tx,
  userId: string,
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
        lane: laneOf(userId),
        at: instant(now - says.length + at), // the queue takes the earliest first
        attempts: attemptsToSay,
        urgency: isDanger ? "emergency" : "usual",
      },
    );
  }
}

const attemptsToSay = 8; // over half an hour; an answer that late answers nothing
