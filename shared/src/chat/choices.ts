import { Topic, type TopicChoice } from "../bulletin.ts";
import type { Accused, Category, DangerNow, When } from "../report.ts";

/** What can be chosen by its number, in the order in which it is offered. The words are the bot's. */
export const dangerChoices: readonly DangerNow[] = ["me", "someone", "unsure", "no"];

/** A short list for a chat; the form has every matter. What is not on it is "other", which is read too. */
export const matterChoices: readonly Category[] = [
  "bullying",
  "physical_violence",
  "sexual_abuse_harassment",
  "self_harm_suicide",
  "threat",
  "drugs_stimulants",
  "vaping_alcohol",
  "family_abuse",
  "staff_misconduct",
  "other",
];

export const accusedChoices: readonly Accused[] = [
  "peer",
  "staff",
  "family",
  "outsider",
  "police",
  "official",
  "unknown",
  "none",
];

export const whenChoices: readonly When[] = ["today", "soon", "keeps", "days", "long_ago"];

export const topicChoices: readonly TopicChoice[] = ["all", ...Topic.options];

/** The menu by number. */
export const menuChoices = [
  "news",
  "report",
  "lookup",
  "numbers",
  "groups",
  "follow",
  "human",
] as const;
