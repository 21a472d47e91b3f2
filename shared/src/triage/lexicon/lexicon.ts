import { danger } from "./danger.ts";
import { frames } from "./frames.ts";
import { matters } from "./matters.ts";
import { people } from "./people.ts";
import { time } from "./time.ts";

/** Every group of words that the reader knows, by name. Reviewed group by group, without code. */
export const lexicon = { ...people, ...time, ...danger, ...matters, ...frames };

/** A group of words with one meaning for the reader. */
export type Concept = keyof typeof lexicon;

/** The groups in a fixed order: their numbers are part of the trained weights. */
export const concepts = Object.keys(lexicon) as readonly Concept[];
