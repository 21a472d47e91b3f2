import type { Accused, Category, Facts } from "./report.ts";

/** The form's version. A phone with an older form is still understood: see `shownFactsOnly`. */
export const formVersion = 1;

/** The questions, one a screen, in order. The story and the readers are the last two screens. */
export const questions = ["danger", "what", "who", "when", "story", "readers"] as const;
export type Question = (typeof questions)[number];

/**
 * Matters in which nobody need be accused: the form does not ask who did it, and a child in
 * distress has one question less. Someone who fears a desk may still leave it out on the last screen.
 * "Other" does ask: complaints about the police or officials arrive under it.
 */
const withoutAccused: ReadonlySet<Category> = new Set([
  "self_harm_suicide",
  "traffic_safety",
  "fire_safety",
  "food_safety",
  "facility",
  "counselling_request",
  "praise",
]);

/** Matters in which the time changes nothing. */
const withoutTime: ReadonlySet<Category> = new Set(["facility", "counselling_request", "praise"]);

export type Answers = Pick<Facts, "danger" | "categories">;

/** Which questions these answers lead to. The same rule on the phone and on the server. */
export function questionsFor(answers: Answers): readonly Question[] {
  return questions.filter((question) => isShown(question, answers));
}

/**
 * Clears every answer to a question that the branch did not show, so that nothing decides a
 * level that the writer never saw. Idempotent.
 */
export function shownFactsOnly(facts: Facts): Facts {
  const accused: Accused | null = isShown("who", facts) ? facts.accused : null;
  const when = isShown("when", facts) ? facts.when : null;
  return { ...facts, categories: [...new Set(facts.categories)], accused, when };
}

function isShown(question: Question, answers: Answers): boolean {
  const { danger, categories } = answers;
  switch (question) {
    case "who":
      return categories.some((category) => !withoutAccused.has(category));
    case "when":
      return danger !== "me" && danger !== "someone" && categories.some((c) => !withoutTime.has(c));
    case "danger":
    case "what":
    case "story":
    case "readers":
      return true;
  }
}
