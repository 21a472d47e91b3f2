import { z } from "zod";

/**
 * How Zalo behaves today: the standing of the Official Account, and one choice for every point where
 * what is known about Zalo contradicts itself.
 */
export const Conditions = z.strictObject({
  isVerified: z.boolean(),
  packageHasGroups: z.boolean(),
  zca: z.enum(["linked", "missing", "unpaid"]), // the Zalo Cloud Account that pays for ZNS
  znsNight: z.enum(["refused", "sent"]),
  /** Free answers within 48 hours of the last interaction; after the eighth the package pays. */
  replies: z.enum(["unlimited", "eight"]),
  createdGroup: z.enum(["flat", "nested"]),
  createNeedsAdmin: z.boolean(),
  joinDecision: z.enum(["accept", "react"]),
  leaving: z.enum(["user_out_group", "user_leave_group"]),
  /** Where a group's history keeps the words beside a picture. */
  pictureWords: z.enum(["message", "description", "links", "nowhere"]),
  historyNamesSender: z.boolean(), // by `src`
  /** A refresh token that was used before: a refusal, or HTTP 200 with an empty body. */
  consumedRefresh: z.enum(["refusal", "empty"]),
  badProof: z.union([z.literal(100), z.literal(-242)]),
  miniCallerAllowed: z.boolean(), // the caller's address is on the Mini App's allow list
  /** Phones report that a message arrived (`user_received_message`). */
  receipts: z.boolean(),
});
export type Conditions = z.infer<typeof Conditions>;

export type Changing<State> = {
  readonly now: () => State;
  readonly set: (changes: Partial<State>) => void;
  readonly reset: () => void;
};

export function createConditions(given: Partial<Conditions>): Changing<Conditions> {
  return changing({ ...usual, ...given });
}

/** A value that tests may change and a reset restores. */
export function changing<State extends object>(initial: State): Changing<State> {
  let state = initial;
  return {
    now: () => state,
    set: (changes) => {
      state = { ...state, ...changes };
    },
    reset: () => {
      state = initial;
    },
  };
}

const usual: Conditions = {
  isVerified: true,
  packageHasGroups: true,
  zca: "linked",
  znsNight: "refused",
  replies: "unlimited",
  createdGroup: "flat",
  createNeedsAdmin: false,
  joinDecision: "accept",
  leaving: "user_out_group",
  pictureWords: "message",
  historyNamesSender: true,
  consumedRefresh: "refusal",
  badProof: -242,
  miniCallerAllowed: true,
  receipts: true,
};
