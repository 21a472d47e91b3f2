import type { DeskKind, Place } from "../directory.ts";
import type { DeskId } from "../ids.ts";
import type { Category, Facts, Level } from "../report.ts";
import type { ReasonCode } from "../triage/rules.ts";
import type { Triage } from "../triage/triage.ts";

/** What routing reads of a triage. */
export type Decided = Pick<Triage, "level" | "reasons">;

/** Who stands on a step, before it is known which kind of school this is and what is reported. */
type Step =
  | "school"
  | "police"
  | "police-if-called" // for a crime, or because the writer asks for it
  | "police-unless-care" // except for self-harm alone: care first
  | "next" // the body that manages this kind of school
  | "above"; // the one beyond it

/**
 * Who hears, step by step, by level. Emergency and high are told to two bodies at once
 * (`bodiesAtOnce`), so that no single reader can keep a serious report to itself.
 */
const steps: Record<Level, readonly (readonly Step[])[]> = {
  emergency: [["police", "school", "next"], ["above"]],
  high: [["school", "police-if-called"], ["next", "police-unless-care"], ["above"]],
  normal: [["school", "police-if-called"], ["next"], ["above"]],
  low: [["school", "police-if-called"], ["next"]],
  not_a_report: [["school"], ["next"]],
};

const bodiesAtOnce: Record<Level, number> = {
  emergency: 2,
  high: 2,
  normal: 1,
  low: 1,
  not_a_report: 1,
};

/** Matters for the police even when they are not urgent. Not a quarrel: few eyes by default. */
const crimes: ReadonlySet<Category> = new Set([
  "sexual_abuse_harassment",
  "weapon",
  "threat",
  "extortion",
  "drugs_stimulants",
  "family_abuse",
  "online_scam",
]);

const care: ReadonlySet<Category> = new Set(["self_harm_suicide", "counselling_request"]);
const careReasons: ReadonlySet<ReasonCode> = new Set([
  "danger-now",
  "danger-unsure",
  "self-harm-now",
  "self-harm",
  "asks-for-counsel",
  "words-wish-to-die",
  "words-goodbye",
  "words-hurting-now",
  "words-hurting-oneself",
  "words-withdrawn",
]);

/**
 * The kinds of desk a report may reach, in the order in which they hear. The first step is never
 * empty while any desk remains, and no kind stands on two steps. Where the accused and the writer's
 * wish leave gaps, later bodies move up and others of `nextBodies` join.
 */
export function ladderOfKinds(
  decided: Decided,
  facts: Facts,
  place: Place,
): readonly (readonly DeskKind[])[] {
  const allowed = allowedKinds(decided, facts, place);
  const { next, above } = nextBodies(place);
  const wanted = steps[decided.level].map((step) =>
    step.flatMap((who) => kindFor(who, decided, facts, place)),
  );
  const inOrder = firstSeenOnly([...wanted, [next], [above], ["police"]]).map((step) =>
    step.filter((kind) => allowed.has(kind)),
  );

  const atOnce = Math.max(bodiesAtOnce[decided.level], inOrder[0]?.length ?? 0);
  const first = inOrder.flat().slice(0, atOnce);
  const later = inOrder.map((step) => step.filter((kind) => !first.includes(kind)));
  const planned = later.slice(1, wanted.length).filter((step) => step.length > 0);
  const spare = later
    .slice(wanted.length)
    .flat()
    .find((kind) => kind !== "police");
  const isAlone = first.length === 1 && planned.length === 0; // its silence must be heard by another
  return [first, ...(isAlone && spare !== undefined ? [[spare]] : planned)];
}

/** The same ladder as desks: every desk of a kind hears with it. */
export function ladderOfDesks(
  decided: Decided,
  facts: Facts,
  place: Place,
): readonly (readonly DeskId[])[] {
  return ladderOfKinds(decided, facts, place).map((step) =>
    step.flatMap((kind) => desksOf(place, kind)),
  );
}

/**
 * The kinds that may read at all. Whoever is accused may not, at any level and for no reason.
 * The writer's own wish holds too, unless a serious report would then reach fewer than two bodies.
 */
export function allowedKinds(decided: Decided, facts: Facts, place: Place): ReadonlySet<DeskKind> {
  const accused = accusedKinds(facts);
  const present = place.desks.map((desk) => desk.kind).filter((kind) => !accused.has(kind));
  const wished = new Set(present.filter((kind) => kind !== facts.excluded));
  return wished.size >= bodiesAtOnce[decided.level] ? wished : new Set(present);
}

/** A complaint about school staff counts as one whoever else is named: the school does not read it. */
export function accusedKinds(facts: Facts): ReadonlySet<DeskKind> {
  const kinds = new Set<DeskKind>();
  if (facts.accused === "staff" || facts.categories.includes("staff_misconduct")) {
    kinds.add("school");
  }
  if (facts.accused === "police") kinds.add("police");
  if (facts.accused === "official") kinds.add("commune");
  return kinds;
}

/** Self-harm and nothing else: care comes first, and nobody asked for the police. */
export function isCareAlone(decided: Decided, facts: Facts): boolean {
  return (
    !facts.wantsPolice &&
    facts.categories.every((category) => care.has(category)) &&
    decided.reasons.every((reason) => careReasons.has(reason))
  );
}

function desksOf(place: Place, kind: DeskKind): readonly DeskId[] {
  return place.desks.filter((desk) => desk.kind === kind).map((desk) => desk.id);
}

function kindFor(who: Step, decided: Decided, facts: Facts, place: Place): readonly DeskKind[] {
  const { next, above } = nextBodies(place);
  const isCrime = facts.wantsPolice || facts.categories.some((category) => crimes.has(category));
  switch (who) {
    case "school":
    case "police":
      return [who];
    case "police-if-called":
      return isCrime ? ["police"] : [];
    case "police-unless-care":
      return isCareAlone(decided, facts) ? [] : ["police"];
    case "next":
      return [next];
    case "above":
      return above === "department" || isForCommuneToo(decided, facts) ? [above] : [];
  }
}

/**
 * Since 1/7/2025 the commune answers for preschools, primary and lower secondary schools, the
 * department for the others (NĐ 142/2025, TT 10/2025/TT-BGDĐT).
 */
export function nextBodies(place: Pick<Place, "stage">): {
  readonly next: DeskKind;
  readonly above: DeskKind;
} {
  const isUpper = place.stage === "upper" || place.stage === "continuing";
  return isUpper
    ? { next: "department", above: "commune" }
    : { next: "commune", above: "department" };
}

/** The commune protects every child under 16 (Luật Trẻ em 2016) and acts in every emergency. */
function isForCommuneToo(decided: Decided, facts: Facts): boolean {
  return (
    decided.level === "emergency" ||
    facts.writer === "pupil_primary" ||
    facts.writer === "pupil_lower"
  );
}

function firstSeenOnly(ladder: readonly (readonly DeskKind[])[]): readonly (readonly DeskKind[])[] {
  const seen = new Set<DeskKind>();
  return ladder.map((step) =>
    step.filter((kind) => !seen.has(kind) && seen.add(kind) !== undefined),
  );
}
