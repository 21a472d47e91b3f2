import type { Category } from "../../report.ts";
import type { Concept } from "../lexicon/lexicon.ts";
import type { RaisingSignal } from "../signals.ts";

/** Groups of the lexicon: every list must be met in the same sentence, each by any one of its groups. */
export type WordRule = {
  readonly signal: RaisingSignal;
  readonly category: Category;
  readonly needs: readonly (readonly Concept[])[];
};

const soon: readonly Concept[] = ["now", "today"];
const blows: readonly Concept[] = ["violence", "injury", "trapped"];

/**
 * What the words alone give away, most urgent first: used by itself until the trained weights have
 * come, and beside them to say why. "Ruling n" is the numbered ruling of the labelling guide.
 */
export const wordRules: readonly WordRule[] = [
  // Không muốn sống, từ biệt, tự làm đau (1-2)
  { signal: "wish_to_die", category: "self_harm_suicide", needs: [["wishToDie"]] },
  {
    signal: "goodbye",
    category: "self_harm_suicide",
    needs: [["goodbye"], ["lowMood", "wishToDie", "takenBack", ...soon]],
  },
  {
    signal: "hurting_now",
    category: "self_harm_suicide",
    needs: [["hurtingOneself"], ["injury"], ["now"]],
  },
  // Vũ khí, hẹn đánh nhau, bạo lực, đe doạ (3-6)
  { signal: "weapon_here", category: "weapon", needs: [["weapon"], soon] },
  { signal: "fight_today", category: "physical_violence", needs: [["fightPlan"], ["today"]] },
  { signal: "violence_now", category: "physical_violence", needs: [blows, ["now"]] },
  { signal: "threat_today", category: "threat", needs: [["threat"], ["today"]] },
  // Xâm hại, gia đình (7-8)
  {
    signal: "abuser_still_near",
    category: "sexual_abuse_harassment",
    needs: [["sexual"], ["family", "staff", "outsider"], ["again", ...soon]],
  },
  {
    signal: "abuser_still_near",
    category: "sexual_abuse_harassment",
    needs: [["imageThreat"], soon],
  },
  {
    signal: "home_danger_now",
    category: "family_abuse",
    needs: [["family"], [...blows, "familyHarm", "weapon"], ["now"]],
  },
  // Mất tích, dẫn đi (9)
  { signal: "child_led_away", category: "other", needs: [["ledAway"], soon] },
  // Ma tuý, cháy, tai nạn, ngộ độc, chủ nợ (10, 13, 14)
  {
    signal: "drugs_collapse",
    category: "drugs_stimulants",
    needs: [["drugs", "vaping"], ["injury"]],
  },
  { signal: "hazard_now", category: "fire_safety", needs: [["fire"], ["now"]] },
  { signal: "hazard_now", category: "other", needs: [["accident"], ["now", "injury"]] },
  { signal: "illness_now", category: "food_safety", needs: [["food"], ["injury"], ["now"]] },
  { signal: "lender_at_door", category: "gambling_lending", needs: [["debt"], ["now"]] },
  { signal: "injured_untreated", category: "physical_violence", needs: [["injury"], soon] },

  // Đã có tổn hại nghiêm trọng hoặc nhiều khả năng sắp có
  { signal: "hurting_oneself", category: "self_harm_suicide", needs: [["hurtingOneself"]] },
  {
    signal: "withdrawn",
    category: "self_harm_suicide",
    needs: [["lowMood"], ["again"], ["takenBack", "goodbye"]],
  },
  { signal: "weapon", category: "weapon", needs: [["weapon"]] },
  { signal: "fight_planned", category: "physical_violence", needs: [["fightPlan"], ["later"]] },
  {
    signal: "violence",
    category: "physical_violence",
    needs: [["violence"], ["again", "injury", "online"]],
  },
  { signal: "threat", category: "threat", needs: [["threat"]] },
  {
    signal: "abuse",
    category: "sexual_abuse_harassment",
    needs: [
      ["sexual", "imageThreat"],
      ["writer", "family", "staff", "outsider", "peer"],
    ],
  },
  { signal: "home_harm", category: "family_abuse", needs: [["family"], [...blows, "familyHarm"]] },
  { signal: "luring", category: "other", needs: [["ledAway"], ["outsider", "unknownPerson"]] },
  { signal: "drugs", category: "drugs_stimulants", needs: [["drugs"]] },
  { signal: "extortion", category: "extortion", needs: [["extortion"]] },
  {
    signal: "staff_harm",
    category: "staff_misconduct",
    needs: [["staff"], [...blows, "staffHarm", "sexual", "threat"]],
  },
  { signal: "hazard", category: "fire_safety", needs: [["fire"], ["again"]] },
  { signal: "debt_threat", category: "gambling_lending", needs: [["debt"], ["threat", "again"]] },
  {
    signal: "online_harm",
    category: "online_abuse",
    needs: [["online"], ["violence", "imageThreat", "threat"]],
  },
  {
    signal: "bullying_harm",
    category: "bullying",
    needs: [["bullying"], ["injury", "hurtingOneself", "wishToDie"]],
  },
];

/** Groups that turn alarming words into a game, a figure of speech, a lesson or a mere question. */
export const harmlessFrames: readonly Concept[] = [
  "game",
  "figure",
  "quoted",
  "supposed",
  "harmlessTool",
];

/** What alone may silence a rule, where it is less than every frame: these are too grave to miss. */
export const framesFor: { readonly [signal in RaisingSignal]?: readonly Concept[] } = {
  wish_to_die: ["game", "figure"],
  goodbye: ["game", "figure"],
  violence_now: ["game", "figure"],
  home_danger_now: [],
};

/** Groups that show which matter a text is about, when nothing above holds. */
export const matterGroups: readonly { readonly group: Concept; readonly category: Category }[] = [
  { group: "violence", category: "physical_violence" },
  { group: "bullying", category: "bullying" },
  { group: "online", category: "online_abuse" },
  { group: "scam", category: "online_scam" },
  { group: "debt", category: "gambling_lending" },
  { group: "vaping", category: "vaping_alcohol" },
  { group: "traffic", category: "traffic_safety" },
  { group: "fire", category: "fire_safety" },
  { group: "food", category: "food_safety" },
  { group: "trespass", category: "trespass_gathering" },
  { group: "theft", category: "theft_vandalism" },
  { group: "staffHarm", category: "staff_misconduct" },
  { group: "facility", category: "facility" },
  { group: "praise", category: "praise" },
  { group: "counsel", category: "counselling_request" },
  { group: "suggestion", category: "other" },
];

/** Matters that are a suggestion as long as nothing worse is said. */
export const lowMatters: ReadonlySet<Category> = new Set(["facility", "praise", "other"]);
