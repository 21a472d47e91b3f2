import { z } from "zod";
import type { Accused, Category, DangerNow, Level, When } from "../report.ts";
import type { RaisingSignal } from "./signals.ts";

/** Raised by one with every change of a row below: a report keeps the version that judged it. */
export const rulesVersion = 2;

/** Why a report has its level: codes that a desk reads in Vietnamese (`text/vi.ts`). */
export const ReasonCode = z.enum([
  "danger-now",
  "danger-unsure",
  "self-harm-now",
  "self-harm",
  "weapon-today",
  "weapon",
  "weapon-past",
  "violence-planned",
  "violence-keeps",
  "violence-by-adult",
  "threat-today",
  "threat",
  "sexual-abuse-now",
  "sexual-abuse",
  "family-abuse-now",
  "family-abuse",
  "extortion",
  "drugs",
  "staff-harm",
  "staff-keeps",
  "fire-hazard-in-use",
  "matter-between-people",
  "risk-around-school",
  "asks-for-counsel",
  "other-current",
  "suggestion",
  "words-wish-to-die",
  "words-goodbye",
  "words-hurting-now",
  "words-weapon-here",
  "words-fight-today",
  "words-violence-now",
  "words-threat-today",
  "words-abuser-still-near",
  "words-home-danger-now",
  "words-child-led-away",
  "words-injured-untreated",
  "words-drugs-collapse",
  "words-hazard-now",
  "words-illness-now",
  "words-lender-at-door",
  "words-reads-as-emergency",
  "words-hurting-oneself",
  "words-withdrawn",
  "words-weapon",
  "words-fight-planned",
  "words-violence",
  "words-threat",
  "words-abuse",
  "words-home-harm",
  "words-luring",
  "words-drugs",
  "words-extortion",
  "words-staff-harm",
  "words-hazard",
  "words-debt-threat",
  "words-online-harm",
  "words-bullying-harm",
  "words-reads-as-high",
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** A level that a rule may give. Ticks and hints never say that something is no report. */
export type RuleLevel = Exclude<Level, "not_a_report">;

/** Every list given must hold; within a list any one is enough. An unknown answer holds. */
export type Condition = {
  readonly danger?: readonly DangerNow[];
  readonly categories?: readonly Category[];
  readonly togetherWith?: readonly Category[]; // a second category, besides one of `categories`
  readonly accused?: readonly Accused[];
  readonly when?: readonly When[];
};

export type Rule = {
  readonly reason: ReasonCode;
  readonly level: RuleLevel;
  readonly facts: Condition;
};

/** Adults who have power over a child, or to whom a child cannot say no. */
const adults: readonly Accused[] = ["staff", "family", "outsider", "police", "official"];

/**
 * The table that child-protection people review, row by row. The level of a report is the most
 * urgent row that holds. "Ruling n" is the numbered boundary ruling of the labelling guide.
 */
export const rules: readonly Rule[] = [
  // Nguy hiểm ngay bây giờ · danger now (rulings 5, 9, 13: what is going on now is an emergency)
  { reason: "danger-now", level: "emergency", facts: { danger: ["me", "someone"] } },

  // Tự hại, tự tử · self-harm (rulings 1-2). A tick cannot tell a wish to die from self-injury:
  // today or soon counts as the graver; anything else stays high, however long ago.
  {
    reason: "self-harm-now",
    level: "emergency",
    facts: { categories: ["self_harm_suicide"], when: ["today", "soon"] },
  },
  { reason: "self-harm", level: "high", facts: { categories: ["self_harm_suicide"] } },

  // Vũ khí · weapons (ruling 3; past and closed: ruling 15)
  {
    reason: "weapon-today",
    level: "emergency",
    facts: { categories: ["weapon"], when: ["today", "soon"] },
  },
  { reason: "weapon", level: "high", facts: { categories: ["weapon"], when: ["keeps", "days"] } },
  { reason: "weapon-past", level: "normal", facts: { categories: ["weapon"] } },

  // Hẹn đánh nhau, bạo lực · planned fights, violence (rulings 4-5; by school staff: ruling 12)
  {
    reason: "violence-planned",
    level: "emergency",
    facts: { categories: ["physical_violence"], when: ["soon"] },
  },
  {
    reason: "violence-keeps",
    level: "high",
    facts: { categories: ["physical_violence"], when: ["keeps"] },
  },
  {
    reason: "violence-by-adult",
    level: "high",
    facts: { categories: ["physical_violence"], accused: adults },
  },

  // Đe dọa · threats (ruling 6)
  {
    reason: "threat-today",
    level: "emergency",
    facts: { categories: ["threat"], when: ["today", "soon"] },
  },
  { reason: "threat", level: "high", facts: { categories: ["threat"] } },

  // Xâm hại, quấy rối · sexual abuse (ruling 7): whoever did it today, or keeps doing it, still has
  // access to the child
  {
    reason: "sexual-abuse-now",
    level: "emergency",
    facts: { categories: ["sexual_abuse_harassment"], when: ["today", "soon", "keeps"] },
  },
  { reason: "sexual-abuse", level: "high", facts: { categories: ["sexual_abuse_harassment"] } },

  // Gia đình · family (ruling 8): the child goes home to it tonight; a past matter stays high,
  // because those who did it still live with the child
  {
    reason: "family-abuse-now",
    level: "emergency",
    facts: { categories: ["family_abuse"], when: ["today", "soon"] },
  },
  { reason: "family-abuse", level: "high", facts: { categories: ["family_abuse"] } },

  // Trấn lột, ma túy · extortion (ruling 11: always high), drugs (ruling 10)
  { reason: "extortion", level: "high", facts: { categories: ["extortion"] } },
  { reason: "drugs", level: "high", facts: { categories: ["drugs_stimulants"] } },

  // Người làm việc ở trường · school staff (ruling 12): with harm to someone, or again and again
  {
    reason: "staff-harm",
    level: "high",
    facts: {
      categories: ["staff_misconduct"],
      togetherWith: ["physical_violence", "sexual_abuse_harassment", "threat", "extortion"],
    },
  },
  {
    reason: "staff-keeps",
    level: "high",
    facts: { categories: ["staff_misconduct"], when: ["keeps"] },
  },
  {
    reason: "staff-keeps",
    level: "high",
    facts: { categories: ["bullying"], accused: ["staff"], when: ["keeps"] },
  },

  // Cháy, điện, lối thoát · fire and wiring that is still in use (ruling 13)
  {
    reason: "fire-hazard-in-use",
    level: "high",
    facts: { categories: ["fire_safety"], when: ["today", "soon", "keeps"] },
  },

  // Việc cần người xem trong ngày học · a person within a school day (level table, rulings 5-6, 12).
  // Bullying that keeps on stays here: by its nature it repeats, and a desk that is called out at
  // night for teasing stops reading. Blows, threats and wishes to die have rows of their own.
  {
    reason: "matter-between-people",
    level: "normal",
    facts: { categories: ["bullying", "physical_violence", "online_abuse", "staff_misconduct"] },
  },
  // Rủi ro quanh trường · around the school (rulings 9-10, 13-14)
  {
    reason: "risk-around-school",
    level: "normal",
    facts: {
      categories: [
        "vaping_alcohol",
        "online_scam",
        "traffic_safety",
        "fire_safety",
        "food_safety",
        "gambling_lending",
        "trespass_gathering",
        "theft_vandalism",
      ],
    },
  },
  // Xin tư vấn · asks for counsel (ruling 20)
  {
    reason: "asks-for-counsel",
    level: "normal",
    facts: { categories: ["counselling_request"] },
  },
  // Việc khác đang hoặc sắp xảy ra · "other" also holds missing children and trafficking (ruling 9)
  {
    reason: "other-current",
    level: "normal",
    facts: { categories: ["other"], when: ["today", "soon", "keeps"] },
  },
  // Góp ý, cơ sở vật chất, lời khen · suggestions (level table)
  {
    reason: "suggestion",
    level: "low",
    facts: { categories: ["facility", "praise", "other"] },
  },
];

/** "Not sure whether anyone is in danger": one level above all the rest, and at least this. */
export const unsure = { reason: "danger-unsure", atLeast: "high" } as const;

/** What each hint from the words is worth, by the same rulings. */
export const signalRules: Record<
  RaisingSignal,
  { readonly reason: ReasonCode; readonly level: "emergency" | "high" }
> = {
  wish_to_die: { reason: "words-wish-to-die", level: "emergency" }, // ruling 1
  goodbye: { reason: "words-goodbye", level: "emergency" }, // ruling 1
  hurting_now: { reason: "words-hurting-now", level: "emergency" }, // ruling 2
  weapon_here: { reason: "words-weapon-here", level: "emergency" }, // ruling 3
  fight_today: { reason: "words-fight-today", level: "emergency" }, // ruling 4
  violence_now: { reason: "words-violence-now", level: "emergency" }, // ruling 5
  threat_today: { reason: "words-threat-today", level: "emergency" }, // ruling 6
  abuser_still_near: { reason: "words-abuser-still-near", level: "emergency" }, // ruling 7
  home_danger_now: { reason: "words-home-danger-now", level: "emergency" }, // ruling 8
  child_led_away: { reason: "words-child-led-away", level: "emergency" }, // ruling 9
  injured_untreated: { reason: "words-injured-untreated", level: "emergency" }, // rulings 5, 8
  drugs_collapse: { reason: "words-drugs-collapse", level: "emergency" }, // ruling 10
  hazard_now: { reason: "words-hazard-now", level: "emergency" }, // ruling 13
  illness_now: { reason: "words-illness-now", level: "emergency" }, // ruling 13
  lender_at_door: { reason: "words-lender-at-door", level: "emergency" }, // ruling 14
  reads_as_emergency: { reason: "words-reads-as-emergency", level: "emergency" }, // the whole text
  hurting_oneself: { reason: "words-hurting-oneself", level: "high" }, // ruling 2
  withdrawn: { reason: "words-withdrawn", level: "high" }, // ruling 1
  weapon: { reason: "words-weapon", level: "high" }, // ruling 3
  fight_planned: { reason: "words-fight-planned", level: "high" }, // ruling 4
  violence: { reason: "words-violence", level: "high" }, // ruling 5
  threat: { reason: "words-threat", level: "high" }, // ruling 6
  abuse: { reason: "words-abuse", level: "high" }, // ruling 7
  home_harm: { reason: "words-home-harm", level: "high" }, // ruling 8
  luring: { reason: "words-luring", level: "high" }, // ruling 9
  drugs: { reason: "words-drugs", level: "high" }, // ruling 10
  extortion: { reason: "words-extortion", level: "high" }, // ruling 11
  staff_harm: { reason: "words-staff-harm", level: "high" }, // ruling 12
  hazard: { reason: "words-hazard", level: "high" }, // ruling 13
  debt_threat: { reason: "words-debt-threat", level: "high" }, // ruling 14
  online_harm: { reason: "words-online-harm", level: "high" }, // the level table
  bullying_harm: { reason: "words-bullying-harm", level: "high" }, // rulings 5, 12
  reads_as_high: { reason: "words-reads-as-high", level: "high" }, // the whole text
};
