/**
 * Where likelihoods become answers. Chosen on the development writer for safety first: an emergency
 * taken for an everyday matter costs more than a call that turns out to be nothing, so an emergency is
 * called from well below even odds. A bar of 0.25 instead of 0.2 would miss two more emergencies in a
 * hundred there and spare three false calls. `npm run triage:score -- FILE` prints what it costs.
 */
export const operatingPoint = {
  /** An emergency from this likelihood on. */
  emergency: 0.2,
  /** At least high, from this likelihood of "emergency or high" on. */
  atLeastHigh: 0.46,
  /**
   * The same after a sentence that more follow: what was said first is not unsaid by small talk. An
   * emergency up to there leaves the whole at least high.
   */
  earlierSentence: { emergency: 0.5, atLeastHigh: 0.7 },
  /** The same for one sentence by itself: what stands around it does not dilute it. */
  oneSentence: { emergency: 0.6, atLeastHigh: 0.8 },
  /** A second category from this likelihood on. */
  category: 0.4,
  /** Someone who works at the school is accused: such a report must not reach that person. */
  staff: 0.16,
  /** Someone of the police or an official is accused. */
  authority: 0.2,
} as const;
