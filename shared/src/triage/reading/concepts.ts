import { type Concept, concepts, lexicon } from "../lexicon/lexicon.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** A group of words found in a sentence, at words `from` to `to` (exclusive). */
export type Mention = { readonly concept: Concept; readonly from: number; readonly to: number };

type Branch = { readonly next: Map<string, Branch>; readonly found: Concept[] };

/** The longest phrase of every group at each place of a sentence, in order. Linear in its length. */
export function mentionsIn(sentence: Sentence): readonly Mention[] {
  const mentions: Mention[] = [];
  const reach = new Map<Concept, number>();
  for (let from = 0; from < sentence.length; from += 1) {
    const longest = new Map<Concept, number>();
    let branch = tree.next.get(sentence[from]?.plain ?? "");
    for (let to = from + 1; branch !== undefined; to += 1) {
      for (const concept of branch.found) longest.set(concept, to);
      branch = branch.next.get(sentence[to]?.plain ?? "");
    }
    for (const [concept, to] of longest) {
      if (to <= (reach.get(concept) ?? 0)) continue; // inside a longer phrase of the same group
      reach.set(concept, to);
      mentions.push({ concept, from, to });
    }
  }
  return mentions;
}

const tree: Branch = { next: new Map(), found: [] };
for (const concept of concepts) {
  for (const phrase of lexicon[concept].split("|")) {
    const words = sentencesOf(phrase).flat();
    let branch = tree;
    for (const { plain } of words) {
      const next: Branch = branch.next.get(plain) ?? { next: new Map(), found: [] };
      branch.next.set(plain, next);
      branch = next;
    }
    if (words.length > 0 && !branch.found.includes(concept)) branch.found.push(concept);
  }
}
