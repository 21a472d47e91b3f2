import { z } from "zod";
import type { Category } from "../report.ts";
import type { Reading } from "./reading/read.ts";
import type { Signal } from "./signals.ts";

/** What an emergency is about, as far as whom to call and what to say depend on it. */
export const Topic = z.enum([
  "life",
  "violence",
  "abuse",
  "home",
  "missing",
  "fire",
  "illness",
  "unclear",
]);
export type Topic = z.infer<typeof Topic>;

/** The help that a text calls for. Nothing at all for an everyday matter, a joke or a lesson. */
export const Help = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("call"), topic: Topic }),
  z.strictObject({ kind: z.literal("talk"), about: z.enum(["life", "people", "hazard"]) }),
  z.strictObject({ kind: z.literal("heard") }), // asks for counsel: someone will read it
]);
export type Help = z.infer<typeof Help>;

/** The help for one reading. Null: say nothing. */
export function helpFor({ level, categories, signals }: Reading): Help | null {
  const [main] = categories;
  const read = signals.map((signal) => topicRead(signal, categories)).find(isTopic);
  const topic = read ?? (main === undefined ? undefined : topicOfCategory[main]) ?? "unclear";
  if (level === "emergency") return { kind: "call", topic };
  if (level === "high")
    return { kind: "talk", about: isSubstance(main) ? "people" : talkAbout[topic] };
  return level === "normal" && main === "counselling_request" ? { kind: "heard" } : null;
}

/** The more urgent of two; of two alike the second. */
export function moreUrgent(one: Help | null, other: Help | null): Help | null {
  return rankOf(one) > rankOf(other) ? one : other;
}

function rankOf(help: Help | null): number {
  return help === null ? 0 : { heard: 1, talk: 2, call: 3 }[help.kind];
}

/** A danger from things is a fire, or smoke, or wiring; else somebody falls, drowns, breathes it in. */
function topicRead(signal: Signal, categories: readonly Category[]): Topic | undefined {
  if (signal !== "hazard_now") return topicOfSignal[signal];
  return categories.some((one) => topicOfCategory[one] === "fire") ? "fire" : "illness";
}

/** Illness when somebody has taken it; as a habit or a trade it is about people. */
function isSubstance(category: Category | undefined): boolean {
  return category === "drugs_stimulants" || category === "vaping_alcohol";
}

function isTopic(topic: Topic | undefined): topic is Topic {
  return topic !== undefined;
}

/** Signals that name a topic by themselves; for the others the category does. */
const topicOfSignal: { readonly [signal in Signal]?: Topic } = {
  wish_to_die: "life",
  goodbye: "life",
  hurting_now: "life",
  hurting_oneself: "life",
  withdrawn: "life",
  weapon_here: "violence",
  fight_today: "violence",
  violence_now: "violence",
  threat_today: "violence",
  lender_at_door: "violence",
  weapon: "violence",
  fight_planned: "violence",
  violence: "violence",
  threat: "violence",
  extortion: "violence",
  drugs: "unclear",
  debt_threat: "unclear",
  abuser_still_near: "abuse",
  abuse: "abuse",
  home_danger_now: "home",
  home_harm: "home",
  child_led_away: "missing",
  luring: "missing",
  injured_untreated: "illness",
  drugs_collapse: "illness",
  illness_now: "illness",
};

const topicOfCategory: { readonly [category in Category]?: Topic } = {
  self_harm_suicide: "life",
  physical_violence: "violence",
  weapon: "violence",
  threat: "violence",
  extortion: "violence",
  sexual_abuse_harassment: "abuse",
  family_abuse: "home",
  trespass_gathering: "missing",
  fire_safety: "fire",
  facility: "fire",
  traffic_safety: "illness",
  food_safety: "illness",
  drugs_stimulants: "illness",
  vaping_alcohol: "illness",
};

const talkAbout: Record<Topic, "life" | "people" | "hazard"> = {
  life: "life",
  violence: "people",
  abuse: "people",
  home: "people",
  missing: "people",
  fire: "hazard",
  illness: "hazard",
  unclear: "people",
};
