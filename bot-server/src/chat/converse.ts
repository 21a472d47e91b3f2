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
import { isCalled, noteContact } from "./contacts.ts";
import { laneOf, personKey } from "./person.ts";
import { type Kept, lockState, saveState } from "./states.ts";

/** One thing that a person did: load the state, step, save it and queue what follows, all or nothing. */
export async function converse(world: World, payload: Payload<"converse">): Promise<void> {
  const { userId, did } = payload;
  const eventAt = instant(payload.eventAt);
  const now = world.now();
  await world.db.transaction(async (tx) => {
    await noteContact(tx, userId, did.kind, eventAt);
    if (did.kind === "left") return;
    const person = personKey(world.config, userId);
    const kept = await lockState(tx, person, now);
    const lastEventAt = instant(Math.max(kept.lastEventAt, eventAt));
    if (did.kind === "human-answered") {
      const humanUntil = instant(
        Math.max(kept.humanUntil ?? 0, addMinutes(eventAt, humanForMinutes)),
      );
      await saveState(tx, person, { ...kept, humanUntil }, now);
      return;
    }
    const incoming = await circumstances(tx, payload, did, kept, now);
    const { state, says, acts } = step(kept.state, incoming);
    await saveState(tx, person, { ...kept, state, lastEventAt }, now);
    for (const act of acts) await carryOut(tx, { userId, person }, act, now);
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
  const mayAcknowledge = heard.move.kind === "acknowledge" || heard.move.kind === "number";
  const subscriptions = wantsList ? await subscriptionsOf(tx, userId) : [];
  return {
    now,
    heard,
    piece,
    found,
    isLate: eventAt < kept.lastEventAt,
    isHumanHere: kept.humanUntil !== null && kept.humanUntil > now,
    isCalled: mayAcknowledge && (await isCalled(tx, userId)),
    followings: subscriptions
      .slice(0, mostFollowings)
      .map(({ schoolId, topic }) => ({ schoolId, topic })),
  };
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
      return enqueue(tx, "link-zalo", { userId, codeHash: act.codeHash });
    case "acknowledge":
      return enqueue(tx, "acknowledge-alert", { userId, alert: act.alert });
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
