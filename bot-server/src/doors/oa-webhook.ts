import { watchSignatures } from "../alerts/unsigned-events.ts";
import { type ChatEvent, type Ear, openEar, takeEvent } from "../chat/ear.ts";
import { hearGroupEvent } from "../groups/read.ts";
import { traceOf } from "../log.ts";
import type { World } from "../world.ts";
import type { GroupLife, UnknownEvent, ZaloEvent } from "../zalo/event.ts";
import { readEvent } from "../zalo/read-event.ts";
import { isSignedOaEvent } from "../zalo/webhook.ts";
import { type RawEvent, rawWebhook } from "./raw-webhook.ts";
import type { Doors } from "./schemas.ts";

const path = "/webhooks/zalo";
const bodyBytes = 256 * 1024;
const patienceMs = 1_500; // Zalo waits two seconds, then takes us for dead and tries again later
const oldestMs = 3 * 60 * 60_000; // its last retry comes after about two hours

/**
 * Where Zalo tells what happens at the Official Account. Answers 200 only when the event is safely
 * kept, or is nothing for us; otherwise, and whenever that takes too long, Zalo tells it again. A probe
 * without a signature is answered, and nothing else; wrong signatures in a row are told to the
 * operator. What is written here is read in memory alone.
 */
export function oaWebhookDoor(app: Doors, world: World): void {
  const ear = openEar(world);
  const signatures = watchSignatures(world);
  rawWebhook(app, { path, bodyBytes }, (event) => answerTo(ear, signatures, event));
}

async function answerTo(
  ear: Ear,
  signatures: ReturnType<typeof watchSignatures>,
  { body, signature }: RawEvent,
): Promise<200 | 403 | 503> {
  const { world } = ear;
  if (signature === undefined || body === undefined) return 200;
  if (!isSignedOaEvent(world.config, body, signature)) {
    world.metrics.chatEvents.inc({ event: "none", outcome: "unsigned" });
    await inTime(world, signatures.unsigned());
    return 403;
  }
  void inTime(world, signatures.signed()); // no event waits for that
  const event = readEvent(JSON.parse(body.toString("utf8")));
  const outcome = await outcomeOf(ear, event);
  world.metrics.chatEvents.inc({ event: event.kind, outcome });
  if (outcome === "ignored") world.log.info("event ignored", { code: nameOf(event) });
  return outcome === "too-slow" || outcome === "failed" ? 503 : 200;
}

async function outcomeOf(ear: Ear, event: ZaloEvent | UnknownEvent) {
  const { world } = ear;
  if (isGroupLife(event)) return inTime(world, hearGroupEvent(world, event.groupId));
  if (!isForChat(event)) return "ignored";
  if (event.at < world.now() - oldestMs) return "too-old";
  return inTime(world, takeEvent(ear, event));
}

function isForChat(event: ZaloEvent | UnknownEvent): event is ChatEvent {
  return chatKinds.has(event.kind);
}

/** What people write in groups is not read: it is for the group, and answering there would expose them. */
function isGroupLife(event: ZaloEvent | UnknownEvent): event is Event<GroupLife> {
  return event.kind in groupLife;
}

type Event<Kind> = Extract<ZaloEvent, { kind: Kind }>;

const groupLife: Record<GroupLife, true> = {
  "group-created": true,
  "group-joined": true,
  "group-join-asked": true,
  "group-join-accepted": true,
  "group-join-rejected": true,
  "group-left": true,
  "group-admin-added": true,
  "group-admin-removed": true,
  "group-changed": true,
  "group-deleted": true,
};

const chatKinds: ReadonlySet<string> = new Set<ChatEvent["kind"]>([
  "user-message",
  "oa-message",
  "follow",
  "unfollow",
  "chat-opened",
  "contact-shared",
  "withdrawn",
]);

function nameOf(event: ZaloEvent | UnknownEvent): string {
  return event.kind === "unknown" ? event.name : event.kind;
}

/** How it ended, or that it takes too long; it may still end well, and then the retry finds it known. */
async function inTime<Outcome>(
  world: World,
  work: Promise<Outcome>,
): Promise<Outcome | "too-slow" | "failed"> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<"too-slow">((resolve) => {
    timer = setTimeout(() => resolve("too-slow"), patienceMs);
  });
  const ending = work.catch((error: unknown) => {
    world.log.error("failed", { route: path, ...traceOf(error) });
    return "failed" as const;
  });
  const outcome = await Promise.race([ending, patience]);
  clearTimeout(timer);
  return outcome;
}
