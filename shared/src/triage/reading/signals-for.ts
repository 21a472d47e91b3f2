import type { Category, Level } from "../../report.ts";
import type { Concept } from "../lexicon/lexicon.ts";
import { signalRules } from "../rules.ts";
import { type ContextSignal, mostSignals, type RaisingSignal, type Signal } from "../signals.ts";
import type { Findings } from "./findings.ts";

/**
 * The codes that say what was read and why, for a level and the matters of a text: those that the
 * word rules prove, else the one that stands for the matter, then the circumstances. None of them
 * is worth more than the level itself, so sending them raises a report to it and no further.
 */
export function signalsFor(
  level: Level,
  categories: readonly Category[],
  findings: Findings,
): readonly Signal[] {
  const context = contextOf(findings.groups);
  if (level !== "emergency" && level !== "high") return context;
  const proven = findings.rules
    .filter(({ signal, category }) => {
      return signalRules[signal].level === level && categories.includes(category);
    })
    .map((rule) => rule.signal);
  const stands = categories.flatMap((category) => {
    const hasProof = findings.rules.some((rule) => {
      return rule.category === category && proven.includes(rule.signal);
    });
    const signal = standsFor[level][category];
    return hasProof || signal === undefined ? [] : [signal];
  });
  const raising = proven.length + stands.length > 0 ? [...proven, ...stands] : [general[level]];
  return [...new Set<Signal>([...raising, ...context])].slice(0, mostSignals);
}

const general = { emergency: "reads_as_emergency", high: "reads_as_high" } as const;

/** The code for a matter whose urgency is read from the whole text rather than from one phrase. */
const standsFor: Record<"emergency" | "high", { readonly [matter in Category]?: RaisingSignal }> = {
  emergency: {
    self_harm_suicide: "wish_to_die",
    weapon: "weapon_here",
    physical_violence: "violence_now",
    threat: "threat_today",
    sexual_abuse_harassment: "abuser_still_near",
    family_abuse: "home_danger_now",
    drugs_stimulants: "drugs_collapse",
    vaping_alcohol: "drugs_collapse",
    fire_safety: "hazard_now",
    traffic_safety: "hazard_now",
    facility: "hazard_now",
    food_safety: "illness_now",
    gambling_lending: "lender_at_door",
  },
  high: {
    self_harm_suicide: "withdrawn",
    weapon: "weapon",
    physical_violence: "violence",
    threat: "threat",
    sexual_abuse_harassment: "abuse",
    family_abuse: "home_harm",
    trespass_gathering: "luring",
    drugs_stimulants: "drugs",
    extortion: "extortion",
    staff_misconduct: "staff_harm",
    fire_safety: "hazard",
    facility: "hazard",
    traffic_safety: "hazard",
    food_safety: "hazard",
    gambling_lending: "debt_threat",
    online_abuse: "online_harm",
    online_scam: "online_harm",
    bullying: "bullying_harm",
  },
};

/** Which groups of the lexicon tell which circumstance. */
const circumstances: readonly {
  readonly signal: ContextSignal;
  readonly groups: readonly Concept[];
}[] = [
  { signal: "says_now", groups: ["now"] },
  { signal: "says_today", groups: ["today"] },
  { signal: "says_later", groups: ["later"] },
  { signal: "says_again", groups: ["again"] },
  { signal: "says_past", groups: ["past"] },
  { signal: "says_over", groups: ["over"] },
  { signal: "says_denied", groups: ["denial"] },
  { signal: "says_taken_back", groups: ["takenBack"] },
  { signal: "says_joke", groups: ["joke", "figure", "game"] },
  { signal: "says_quoted", groups: ["quoted"] },
  { signal: "says_supposed", groups: ["supposed"] },
  { signal: "says_staff", groups: ["staff"] },
  { signal: "says_authority", groups: ["police", "official"] },
];

function contextOf(groups: ReadonlySet<Concept>): readonly ContextSignal[] {
  return circumstances
    .filter((one) => one.groups.some((group) => groups.has(group)))
    .map((one) => one.signal);
}
