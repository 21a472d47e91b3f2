import { randomUUID } from "node:crypto";
import { hear, heardWithoutWords } from "@truong-an/shared/chat/hear";
import type { Heard, MediaKind } from "@truong-an/shared/chat/heard";
import { mostOffered } from "@truong-an/shared/chat/phrase";
import type { ChatState, Draft } from "@truong-an/shared/chat/state";
import { trained as intentsTrained } from "@truong-an/shared/chat/trained/intents";
import { MessageId } from "@truong-an/shared/ids";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { sealMessage } from "@truong-an/shared/sealing/report";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { composed } from "@truong-an/shared/triage/reading/sentences";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained as reportsTrained } from "@truong-an/shared/triage/trained/weights";
import { searchSchools } from "../directory/find.ts";
import type { Urgency } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import type { UserMessage, ZaloEvent } from "../zalo/event.ts";
import { sealPiece } from "./own-seal.ts";
import { personKey } from "./person.ts";
import { openQueueOnce } from "./queue-once.ts";
import { openStates } from "./states.ts";

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

const reports = weightsFrom(reportsTrained);
const intents = weightsFrom(intentsTrained);

/** What hearing needs that outlives one event: those that arrive together go to the database together. */
export type Ear = ReturnType<typeof openEar>;

export function openEar(world: World) {
  return { world, findState: openStates(world), queueOnce: openQueueOnce(world) };
}

/**
 * Hears one event, once: what a person wrote is read here, in memory, and only codes and sealed bytes
 * go on. The event is remembered and its job queued in one statement; the same event again does
 * nothing. An echo of what we have said ourselves is nothing at all.
 */
export async function takeEvent(
  ear: Ear,
  event: ChatEvent,
): Promise<"taken" | "known" | "ignored"> {
  const { userId, key } = event;
  if (event.kind === "withdrawn") {
    const [name, payload] = ["forget-person", { userId }] as const;
    return ear.queueOnce({ key, name, payload, urgency: "usual" });
  }
  const did = await didOf(ear, event);
  if (did === undefined) return "ignored";
  const payload = { userId, key, eventAt: event.at, did };
  const urgency = urgencyOf(did);
  return ear.queueOnce({ key, name: "converse", payload, urgency });
}

const nothing = { piece: null, found: { schools: [], isMore: false } };

async function didOf(
  ear: Ear,
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
      return messageHeard(ear, event);
  }
}

async function messageHeard({ world, findState }: Ear, event: UserMessage): Promise<Did> {
  const text = event.text ?? "";
  const media = mediaOf(event);
  if (text.trim() === "") {
    return { kind: "heard", heard: heardWithoutWords({ kind: "media" }, media), ...nothing };
  }
  const person = personKey(world.config, event.userId);
  const { stage } = (await findState(person)).state;
  const heard: Heard = { ...heardAt(stage, text), media };
  return { kind: "heard", heard, ...(await wordsFor(world, stage, heard, text)) };
}

/**
 * What a message is likely meant as counts where people say what they want. A piece of a story asks
 * nothing of us, and the name of a school may resemble anything: there only a set phrase is a wish.
 */
function heardAt(stage: ChatState["stage"], text: string): Heard {
  const heard = hear(text, "student", reports, stage.at === "telling" ? undefined : intents);
  return asksForSchool(stage) ? { ...heard, move: hear(text, "student", reports).move } : heard;
}

function asksForSchool({ at }: ChatState["stage"]): boolean {
  return at === "ask-school" || at === "choose-school";
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
  if (stage.at === "telling") return { ...nothing, piece: await sealed(world, stage.draft, text) };
  if (!asksForSchool(stage) || answersItself.has(move.kind)) return nothing;
  return { ...nothing, found: await schoolsNamed(world, text) };
}

const answersItself: ReadonlySet<string> = new Set(["number", "school", "wish", "receipt"]);

/** One bubble, sealed to the report's key. Which of those that come at once is the first, the job decides. */
async function sealed(world: World, draft: Draft, text: string): Promise<string> {
  const { submissionId, recipient, pieces, isSent } = draft;
  const mayBegin = pieces.length === 0 && !isSent;
  const message = await sealMessage(recipient, { text }, []);
  const story = mayBegin ? await sealMessage(recipient, { story: text }, []) : null;
  return sealPiece(world, {
    submissionId,
    messageId: MessageId.parse(randomUUID()),
    story: story === null ? null : toBase64(story.sealed),
    message: toBase64(message.sealed),
  });
}

/** Schools by a name as people type it; without the words around it, should that find nothing. */
async function schoolsNamed(world: World, text: string) {
  const typed = composed(text).slice(0, mostTypedCharacters);
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

/** Danger first; then whoever says that they have received a call, and is called until it is heard. */
function urgencyOf(did: Did): Urgency {
  if (did.kind !== "heard") return "usual";
  const { reading, move } = did.heard;
  if (reading?.level === "emergency" || reading?.level === "high") return "emergency";
  return move.kind === "acknowledge" || move.kind === "link-code" ? "high" : "usual";
}
