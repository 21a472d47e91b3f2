/**
 * Where likelihoods of intents become answers. Chosen on the development writer, on each training
 * writer when the other three teach, and on reports that never trained: first so that no danger is
 * lost, then for few false alarms. `npm run chat:score -- FILE` prints what they cost.
 */
export const bars = {
  /** An intent is believed from this likelihood on; below, the rules alone speak. */
  meant: 0.3,
  /**
   * A message is urgent from this likelihood of a danger on, whatever else it may be: when its words
   * name a danger that the reader of reports did not believe; when it is short; and when it is long
   * enough for that reader, who judges stories better.
   */
  danger: { named: 0.15, short: 0.3, story: 0.4 },
  /**
   * What only the reader of reports takes for urgent is not, when it is something that is no story
   * with at least this likelihood, and a danger with at most that. What words name is never overruled.
   */
  wish: { from: 0.3, danger: 0.2 },
  /** The same for what is meant for somebody else: of that there is no end, so it takes more. */
  other: { from: 0.5, danger: 0.1 },
} as const;
