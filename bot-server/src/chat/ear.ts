import { randomUUID } from "node:crypto";
import { hear, heardWithoutWords } from "@truong-an/shared/chat/hear";
import type { Heard, MediaKind } from "@truong-an/shared/chat/heard";
import { mostOffered } from "@truong-an/shared/chat/phrase";
import type { ChatState, Draft, Piece } from "@truong-an/shared/chat/state";
import { MessageId } from "@truong-an/shared/ids";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { sealMessage } from "@truong-an/shared/sealing/report";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { searchSchools } from "../directory/find.ts";
import { queuePriority } from "../jobs/enqueue.ts";
import type { JobName, Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import type { UserMessage, ZaloEvent } from "../zalo/event.ts";
import { laneOf, personKey } from "./person.ts";
import { findState } from "./states.ts";

type Did = Payload<"converse">["did"];

/** What Zalo tells that is for the chat. */
export type ChatEvent = Extract<
  ZaloEvent,
  {
    readonly kind:
      | "user-message"
      | "oa-message"
      | "follow"
      | "unfollow"
      | "chat-opened"
      | "contact-shared"
      | "withdrawn";
  }
>;

const weights = weightsFrom(trained);

/**
 * Hears one event, once: what a person wrote is read here, in memory, and only codes and sealed bytes
 * go on. The event is remembered and its job queued in one statement; the same event again does
 * nothing. An echo of what we have said ourselves is nothing at all.
 */
export async function takeEvent(
  world: World,
  event: ChatEvent,
): Promise<"taken" | "known" | "ignored"> {
  const { userId, key } = event;
  if (event.kind === "withdrawn") {
    return queueOnce(world, key, "forget-person", { userId }, "usual");
  }
  const did = await didOf(world, event);
  if (did === undefined) return "ignored";
  const payload = { userId, eventAt: event.at, did };
  return queueOnce(world, key, "converse", payload, isUrgent(did) ? "emergency" : "usual");
}

const nothing = { piece: null, found: { schools: [], isMore: false } };

async function didOf(
  world: World,
  event: Exclude<ChatEvent, { readonly kind: "withdrawn" }>,
): Promise<Did | undefined> {
  switch (event.kind) {
    case "oa-message":
      return event.adminId === undefined ? undefined : { kind: "human-answered" };
    case "unfollow":
      return { kind: "left" };
    case "follow":
    case "chat-opened":
      return { kind: "heard", heard: heardWithoutWords({ kind: "arrived" }), ...nothing };
    case "contact-shared": // we never ask for it, and keep nothing of it
      return undefined;
    case "user-message":
      return messageHeard(world, event);
  }
}

async function messageHeard(world: World, event: UserMessage): Promise<Did> {
  const text = event.text ?? "";
  const media = mediaOf(event);
  if (text.trim() === "") {
    return { kind: "heard", heard: heardWithoutWords({ kind: "media" }, media), ...nothing };
  }
  const heard: Heard = { ...hear(text, "student", weights), media };
  const person = personKey(world.config, event.userId);
  const { stage } = (await findState(world.db, person, world.now())).state;
  return { kind: "heard", heard, ...(await wordsFor(world, stage, heard, text)) };
}

function mediaOf({ attachments, text }: UserMessage): MediaKind | null {
  const [first] = attachments;
  if (first === undefined) return text === undefined ? "file" : null;
  if (first === "gif") return "image";
  if (first === "business-card") return "card";
  return first === "other" ? "file" : first;
}

/** What needs the words themselves, and can therefore not wait for a job. */
async function wordsFor(
  world: World,
  stage: ChatState["stage"],
  { move }: Heard,
  text: string,
): Promise<Pick<Extract<Did, { readonly kind: "heard" }>, "piece" | "found">> {
  if (stage.at === "telling") return { ...nothing, piece: await sealed(stage.draft, text) };
  const isAsked = stage.at === "ask-school" || stage.at === "choose-school";
  if (!isAsked || answersItself.has(move.kind)) return nothing;
  return { ...nothing, found: await schoolsNamed(world, text) };
}

const answersItself: ReadonlySet<string> = new Set(["number", "school", "wish", "receipt"]);

/** One bubble, sealed to the report's key. Which of those that come at once is the first, the job decides. */
async function sealed({ recipient, pieces, isSent }: Draft, text: string): Promise<Piece> {
  const mayBegin = pieces.length === 0 && !isSent;
  const message = await sealMessage(recipient, { text }, []);
  const story = mayBegin ? await sealMessage(recipient, { story: text }, []) : null;
  return {
    messageId: MessageId.parse(randomUUID()),
    story: story === null ? null : toBase64(story.sealed),
    message: toBase64(message.sealed),
  };
}

/** Schools by a name as people type it; without the words around it, should that find nothing. */
async function schoolsNamed(world: World, text: string) {
  const typed = text.slice(0, mostTypedCharacters);
  const found = await searchSchools(world.db, typed);
  const schools = found.length > 0 ? found : await searchSchools(world.db, bareName(typed));
  const isNothing = bareName(typed) === "" && found.length === 0;
  return {
    schools: isNothing ? [] : schools.slice(0, mostOffered).map(({ id }) => id),
    isMore: schools.length > mostOffered,
  };
}

const mostTypedCharacters = 120;

function bareName(typed: string): string {
  return foldVietnamese(typed)
    .split(/[^a-z0-9&]+/)
    .filter((word) => word !== "" && !aroundNames.has(word))
    .join(" ");
}

const aroundNames: ReadonlySet<string> = new Set(
  "da em con chau minh toi tui to o tai hoc la truong a ah nha nhe ad ban cua cho xem ten minh dang xa phuong tinh vao thuoc ben".split(
    " ",
  ),
);

function isUrgent(did: Did): boolean {
  const level = did.kind === "heard" ? did.heard.reading?.level : undefined;
  return level === "emergency" || level === "high";
}

async function queueOnce<Name extends JobName>(
  world: World,
  key: string,
  name: Name,
  payload: Payload<Name> & { readonly userId: string },
  urgency: keyof typeof queuePriority,
): Promise<"taken" | "known"> {
  const heardAt = new Date(world.now()).toISOString();
  const statement: SQL = sql`
    with heard as (
      insert into zalo_events (key_hash, heard_at) values (decode(${key}, 'hex'), ${heardAt}::timestamptz)
      on conflict do nothing returning key_hash
    )
    select (graphile_worker.add_job(
      ${name}, ${JSON.stringify(payload)}::json, queue_name => ${laneOf(payload.userId)},
      priority => ${queuePriority[urgency]})).id
    from heard`;
  const { rows } = await world.db.execute(statement);
  return rows.length === 0 ? "known" : "taken";
}
