import { z } from "zod";

/**
 * What can be read from the words on the phone, as a closed list of codes. They hold no words, and
 * they may only raise a level (architecture: "hints may only raise"). Each of these does raise it.
 */
export const RaisingSignal = z.enum([
  "wish_to_die",
  "goodbye",
  "hurting_now",
  "weapon_here",
  "fight_today",
  "violence_now",
  "threat_today",
  "abuser_still_near",
  "home_danger_now",
  "child_led_away",
  "injured_untreated",
  "drugs_collapse",
  "hazard_now",
  "illness_now",
  "lender_at_door",
  "reads_as_emergency",
  "hurting_oneself",
  "withdrawn",
  "weapon",
  "fight_planned",
  "violence",
  "threat",
  "abuse",
  "home_harm",
  "luring",
  "drugs",
  "extortion",
  "staff_harm",
  "hazard",
  "debt_threat",
  "online_harm",
  "bullying_harm",
  "reads_as_high",
]);
export type RaisingSignal = z.infer<typeof RaisingSignal>;

/** What the words say about the circumstances. A desk reads it beside the others; it raises nothing. */
export const ContextSignal = z.enum([
  "says_now",
  "says_today",
  "says_later",
  "says_again",
  "says_past",
  "says_over",
  "says_denied",
  "says_taken_back",
  "says_joke",
  "says_quoted",
  "says_supposed",
  "says_staff",
  "says_authority",
]);
export type ContextSignal = z.infer<typeof ContextSignal>;

export const Signal = z.enum([...RaisingSignal.options, ...ContextSignal.options]);
export type Signal = z.infer<typeof Signal>;

/** The most that a report or a message carries. */
export const mostSignals = 24;
