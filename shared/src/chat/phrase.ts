import { z } from "zod";
import { TopicChoice } from "../bulletin.ts";
import { BulletinId, SchoolId } from "../ids.ts";
import { Help } from "../triage/help.ts";

/** What a school is asked for. */
export const Purpose = z.enum(["report", "news", "groups", "follow"]);
export type Purpose = z.infer<typeof Purpose>;

/** The most schools that are offered at once: one button each. */
export const mostOffered = 5;

/** What became of a one-time code by which a member of staff links their account. */
export const LinkOutcome = z.enum(["linked", "wrong-code", "too-many-codes", "someone-elses"]);
export type LinkOutcome = z.infer<typeof LinkOutcome>;

/** One thing that somebody hears of: a school, and a topic or all of them. */
export const Following = z.strictObject({ schoolId: SchoolId, topic: TopicChoice });
export type Following = z.infer<typeof Following>;

export const mostFollowings = 12; // that are offered for choosing

/** Everything the Official Account may say to one person, as codes; the words are the bot's. */
export const Phrase = z.discriminatedUnion("say", [
  z.strictObject({ say: z.literal("welcome") }),
  z.strictObject({ say: z.literal("menu") }),
  z.strictObject({ say: z.literal("help") }),
  z.strictObject({ say: z.literal("not-understood") }),
  /** Whom to call, and kind words. */
  z.strictObject({ say: z.literal("danger"), help: Help, isTelling: z.boolean() }),
  z.strictObject({ say: z.literal("still-here") }), // danger was answered a moment ago
  z.strictObject({ say: z.literal("told") }), // something to report, outside a report
  z.strictObject({ say: z.literal("acknowledged") }), // a member of staff has received the call
  z.strictObject({ say: z.literal("nothing-to-acknowledge") }),
  z.strictObject({ say: z.literal("link-outcome"), outcome: LinkOutcome }),
  z.strictObject({ say: z.literal("numbers") }),
  z.strictObject({ say: z.literal("human") }),
  z.strictObject({ say: z.literal("human-while-telling") }), // we do not fall silent
  z.strictObject({ say: z.literal("lookup") }),
  z.strictObject({ say: z.literal("receipt-not-here") }),
  z.strictObject({ say: z.literal("media-not-here") }),
  z.strictObject({ say: z.literal("stopped") }),
  z.strictObject({ say: z.literal("thanked") }),
  z.strictObject({ say: z.literal("insulted") }),
  z.strictObject({ say: z.literal("ask-school"), purpose: Purpose }),
  z.strictObject({ say: z.literal("no-such-school") }),
  z.strictObject({
    say: z.literal("choose-school"),
    schools: z.array(SchoolId).min(1).max(mostOffered),
    isMore: z.boolean(),
  }),
  z.strictObject({ say: z.literal("news"), schoolId: SchoolId }),
  z.strictObject({ say: z.literal("bulletin"), bulletinId: BulletinId }), // one that has just come out
  z.strictObject({ say: z.literal("groups"), schoolId: SchoolId }),
  z.strictObject({ say: z.literal("choose-topic"), schoolId: SchoolId }),
  z.strictObject({ say: z.literal("following"), ...Following.shape }),
  z.strictObject({ say: z.literal("follows-nothing") }),
  z.strictObject({
    say: z.literal("choose-unfollow"),
    followings: z.array(Following).min(1).max(mostFollowings),
  }),
  z.strictObject({ say: z.literal("unfollowed") }),
  z.strictObject({ say: z.literal("forgotten") }),
  z.strictObject({ say: z.literal("report-warning") }), // who can see that one writes here
  z.strictObject({ say: z.literal("ask-danger"), schoolId: SchoolId }),
  z.strictObject({ say: z.literal("ask-matter") }),
  z.strictObject({ say: z.literal("ask-accused") }),
  z.strictObject({ say: z.literal("ask-when") }),
  z.strictObject({ say: z.literal("making-receipt") }),
  z.strictObject({ say: z.literal("receipt-unsure") }), // the digits may have arrived, or not
  z.strictObject({ say: z.literal("not-kept-yet") }), // words that came before the receipt
  z.strictObject({ say: z.literal("kept") }), // the first words, sealed
  z.strictObject({ say: z.literal("still-telling") }),
  z.strictObject({ say: z.literal("nothing-told") }),
  /** Whether they want to stop: what becomes of the story if they do not answer. */
  z.strictObject({ say: z.literal("ask-stop"), unanswered: z.enum(["dropped", "sent", "kept"]) }),
  z.strictObject({ say: z.literal("thrown-away") }),
  z.strictObject({ say: z.literal("already-sent") }), // "thôi" after it was sent
  z.strictObject({ say: z.literal("sent"), hasReceipt: z.boolean() }),
  z.strictObject({ say: z.literal("sent-at-once") }),
  z.strictObject({ say: z.literal("sent-in-part") }), // so much was told that the first of it has gone
  z.strictObject({ say: z.literal("sent-unworded"), hasReceipt: z.boolean() }), // a danger, chosen and not told
  z.strictObject({ say: z.literal("told-enough") }), // more than a report holds
  z.strictObject({ say: z.literal("nothing-sent") }), // a danger was chosen; the questions are not at an end
  z.strictObject({ say: z.literal("not-sent") }),
]);
export type Phrase = z.infer<typeof Phrase>;
