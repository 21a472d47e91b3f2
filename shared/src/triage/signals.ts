import { z } from "zod";

/**
 * Hints that can be read from the words on the phone, as a closed list of codes. They hold no
 * words, and they may only raise a level (architecture: "hints may only raise").
 */
export const Signal = z.enum([
  "wish_to_die",
  "goodbye",
  "hurting_oneself",
  "weapon_here",
  "fight_today",
  "threat_today",
  "child_led_away",
  "abuser_still_near",
  "violence_now",
  "injured_untreated",
  "threat",
  "extortion",
  "abuse",
  "drugs",
]);
export type Signal = z.infer<typeof Signal>;
