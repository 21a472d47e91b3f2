import { z } from "zod";
import { TopicChoice } from "../bulletin.ts";
import { SchoolId } from "../ids.ts";
import { Accused, Category, DangerNow, Level, When } from "../report.ts";
import { mostSignals, Signal } from "../triage/signals.ts";

/** What a person wants of the menu, whatever the conversation is about. */
export const Wish = z.enum([
  "menu",
  "news",
  "report",
  "lookup",
  "numbers",
  "groups",
  "follow", // to be told of new bulletins
  "unfollow",
  "forget", // that everything we keep of them be deleted
  "human",
  "help",
  "stop",
]);
export type Wish = z.infer<typeof Wish>;

/** What a file is, when a person sends one: we look at none. */
export const MediaKind = z.enum([
  "image",
  "sticker",
  "audio",
  "video",
  "location",
  "link",
  "file",
  "card",
]);
export type MediaKind = z.infer<typeof MediaKind>;

/** What a person did, as one of a closed list. A text leaves nothing of its words here. */
export const Move = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("wish"), wish: Wish }),
  z.strictObject({ kind: z.literal("number"), number: z.int().min(1).max(19) }),
  z.strictObject({ kind: z.literal("yes") }),
  z.strictObject({ kind: z.literal("no") }),
  z.strictObject({ kind: z.literal("send") }),
  z.strictObject({ kind: z.literal("go-on") }), // with telling
  z.strictObject({ kind: z.literal("new-receipt") }), // the first did not arrive
  z.strictObject({ kind: z.literal("school"), schoolId: SchoolId }),
  z.strictObject({ kind: z.literal("danger"), danger: DangerNow }),
  z.strictObject({ kind: z.literal("matter"), category: Category }),
  z.strictObject({ kind: z.literal("accused"), accused: Accused }),
  z.strictObject({ kind: z.literal("when"), when: When }),
  z.strictObject({ kind: z.literal("topic"), topic: TopicChoice }),
  z.strictObject({ kind: z.literal("link-code"), codeHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ kind: z.literal("acknowledge"), alert: z.string().max(64).nullable() }),
  z.strictObject({ kind: z.literal("receipt") }), // the digits of a receipt: not for a chat
  z.strictObject({ kind: z.literal("media") }), // a picture or the like, without a word
  z.strictObject({ kind: z.literal("arrived") }), // follows us, or opened the chat
  z.strictObject({ kind: z.literal("greeting") }),
  z.strictObject({ kind: z.literal("thanks") }),
  z.strictObject({ kind: z.literal("insult") }),
  z.strictObject({ kind: z.literal("tells") }), // something that reads like a report
  z.strictObject({ kind: z.literal("unknown") }),
]);
export type Move = z.infer<typeof Move>;

/** What was read from the words, in the reader's own codes. */
const HeardReading = z.strictObject({
  level: Level,
  categories: z.array(Category).max(4),
  accused: Accused,
  signals: z.array(Signal).max(mostSignals),
});

/** Everything that leaves the ear: codes, never a word. */
export const Heard = z.strictObject({
  move: Move,
  reading: HeardReading.nullable(), // null: there were no words to read
  media: MediaKind.nullable(), // what came with it, or instead of words
  accused: Accused.nullable(), // who is named, should that have been the question
  when: When.nullable(), // the time that is named, should that have been the question
  danger: DangerNow.nullable(), // and who is in danger
});
export type Heard = z.infer<typeof Heard>;
