import { mentionsIn } from "../triage/reading/concepts.ts";
import { edgesOf, featuresOf } from "../triage/reading/features.ts";
import { add, emptySum, logitsOf, shares } from "../triage/reading/linear.ts";
import { sentencesOf } from "../triage/reading/sentences.ts";
import type { Weights } from "../triage/reading/weights.ts";

/** What a message may be meant as. The order is part of the trained weights. */
export const intents = [
  "help", // also a greeting: what is this, what can it do
  "news",
  "report", // wants to report, or asks how
  "lookup",
  "numbers",
  "groups",
  "follow",
  "unfollow",
  "forget",
  "human",
  "stop",
  "thanks",
  "danger", // tells of something that cannot wait
  "tells", // tells of something that can
  "other", // meant for somebody else, or small talk, or an answer to a question of ours
] as const;
export type Intent = (typeof intents)[number];

/** What a message is most likely meant as, and how likely it tells of a danger. */
export type Meaning = {
  readonly intent: Intent;
  readonly likelihood: number; // of that
  readonly danger: number;
};

/** What the trained weights make of a message. Total, pure, linear in its length. */
export function meaningOf(text: string, weights: Weights): Meaning {
  const sum = emptySum(weights);
  for (const some of intentFeaturesOf(text)) add(some, sum, weights);
  const likelihoods = shares(logitsOf(sum, weights, 0, intents.length));
  const likelihood = Math.max(...likelihoods);
  const intent = intents[likelihoods.indexOf(likelihood)] ?? "other";
  return { intent, likelihood, danger: likelihoods[intents.indexOf("danger")] ?? 0 };
}

/** What training and reading look at in a message. */
export function intentFeaturesOf(text: string): readonly (readonly number[])[] {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap((sentence) => {
    const { plain, marked } = featuresOf(sentence, mentionsIn(sentence));
    return [plain, marked];
  });
  return [...words, edgesOf(sentences.flat())];
}
