import type { SchoolId, SubmissionId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { Heard } from "./heard.ts";
import type { Following, Phrase } from "./phrase.ts";
import type { ChatState, Piece, Stage } from "./state.ts";

/** What else is known when something is heard. */
export type Circumstances = {
  readonly now: Instant;
  /** Something newer has been heard before: this one moves the conversation no more. */
  readonly isLate: boolean;
  /** A human answers in the Official Account's inbox. */
  readonly isHumanHere: boolean;
  /** Whether "received" is this person's to say: a member of staff, or one whom a call waits for. */
  readonly mayAcknowledge: boolean;
  /** Schools by the name that was typed, when a school was asked for. */
  readonly found: { readonly schools: readonly SchoolId[]; readonly isMore: boolean };
  /** What the person hears of. */
  readonly followings: readonly Following[];
  /** The words, sealed, when a story was being told: to the draft that stood there when they arrived. */
  readonly piece: (Piece & { readonly submissionId: SubmissionId }) | null;
};

/** What is to be done beside talking; each is a job or a row, never a decision. */
export type Act =
  | { readonly do: "give-receipt" }
  | { readonly do: "send-draft"; readonly isFinished: boolean }
  | { readonly do: "follow"; readonly following: Following }
  | { readonly do: "unfollow"; readonly followings: readonly Following[] }
  | { readonly do: "forget" }
  | { readonly do: "link"; readonly codeHash: string }
  | { readonly do: "acknowledge"; readonly alert: string | null };

export type Turn = {
  readonly state: ChatState;
  readonly says: readonly Phrase[];
  readonly acts: readonly Act[];
};

/** One thing heard, in its circumstances. */
export type Incoming = Circumstances & { readonly heard: Heard };

export function turn(state: ChatState, says: readonly Phrase[], acts: readonly Act[] = []): Turn {
  return { state, says, acts };
}

/** On to another stage, saying this. */
export function goTo(
  state: ChatState,
  stage: Stage,
  says: readonly Phrase[],
  acts: readonly Act[] = [],
): Turn {
  return turn({ ...state, stage }, says, acts);
}
