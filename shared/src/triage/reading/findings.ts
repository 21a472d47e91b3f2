import type { Concept } from "../lexicon/lexicon.ts";
import type { Mention } from "./concepts.ts";
import { framesFor, harmlessFrames, type WordRule, wordRules } from "./word-rules.ts";

/** What the lexicon alone finds in a text. */
export type Findings = {
  /** The rules that hold in some sentence that nothing makes harmless, most urgent first. */
  readonly rules: readonly WordRule[];
  /** Every group of words that is spoken of. */
  readonly groups: ReadonlySet<Concept>;
  /** Whether the text sounds like a game, a figure of speech, a lesson or a mere question. */
  readonly isFramed: boolean;
};

/** Applies the word rules to the groups mentioned in each sentence. Linear in their number. */
export function findingsIn(sentences: readonly (readonly Mention[])[]): Findings {
  const held = new Set<WordRule>();
  const groups = new Set<Concept>();
  for (const mentions of sentences) {
    const here = new Set(mentions.map((mention) => mention.concept));
    for (const group of here) groups.add(group);
    for (const rule of wordRules) {
      if (isMet(rule, here) && !isSilenced(rule, here)) held.add(rule);
    }
  }
  return {
    rules: wordRules.filter((rule) => held.has(rule)),
    groups,
    isFramed: harmlessFrames.some((group) => groups.has(group)),
  };
}

function isMet(rule: WordRule, here: ReadonlySet<Concept>): boolean {
  return rule.needs.every((anyOf) => anyOf.some((group) => here.has(group)));
}

/** A frame speaks for its own sentence only. */
function isSilenced(rule: WordRule, here: ReadonlySet<Concept>): boolean {
  return (framesFor[rule.signal] ?? harmlessFrames).some((group) => here.has(group));
}
