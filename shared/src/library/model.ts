import type { Reader, Topic } from "../bulletin.ts";

/** For which pupils a text is worded: primary school, THCS, THPT. */
export type Age = "primary" | "lower" | "upper";

/**
 * A bulletin that a school may begin with: it is copied into a draft, fitted, and goes the way of any
 * other from there. `sources` are what it was checked against on `checkedOn`; `unverified` says what
 * could not be, for whoever approves it.
 */
export type Model = {
  readonly key: string;
  readonly topic: Topic;
  readonly readers: readonly Reader[];
  readonly ages: readonly Age[]; // empty: not for pupils
  readonly title: string;
  readonly sources: readonly string[];
  readonly checkedOn: string | null; // a date, yyyy-mm-dd
  readonly unverified: string | null;
  readonly body: string; // in the shapes of `bulletin-body.ts`
};
