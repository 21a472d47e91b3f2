import { mostSignals, RaisingSignal, type Signal } from "../triage/signals.ts";
import type { Heard } from "./heard.ts";
import type { Phrase } from "./phrase.ts";
import { type ChatState, type Draft, isDangerNow } from "./state.ts";
import { goTo, type Incoming, type Turn, turn } from "./turn.ts";

/** Waiting unsent; then they are sent, and telling goes on. */
export const mostPieces = 30;

const mostBubbles = 300; // of one report; its thread holds more, and the form is there

/**
 * A story is being told: every bubble is a piece of it, but for a few set phrases. An emergency is
 * sent at once, and whatever follows goes after it. Words that arrive late, or while a human answers
 * too, are kept all the same. Whoever seems to want to stop is asked, and meanwhile nothing is sent.
 */
export function listen(state: ChatState, draft: Draft, incoming: Incoming): Turn {
  const { heard, isLate, isHumanHere } = incoming;
  if (isLate) return withPiece(state, draft, incoming, []);
  const order = orderOf(heard, draft);
  switch (order) {
    case "send":
      return sent(state, draft);
    case "stop":
      return ended(state, draft);
    case "maybe-stop":
      return stopAsked(state, draft, incoming);
    case "go-on":
      return goneOn(state, draft);
    case "new-receipt":
      return receiptAgain(state, draft);
    case "forget":
      return goTo(state, { at: "menu" }, [], [{ do: "forget" }]);
    case "numbers":
      return turn(state, [{ say: "numbers" }, { say: "still-telling" }]);
    case "human":
      return turn(state, [{ say: "human-while-telling" }]);
    case "other":
      return withPiece(state, draft, incoming, [{ say: "still-telling" }]);
    case undefined:
      return toldOn(state, draft, incoming, isHumanHere ? [] : noticesOn(heard));
  }
}

type Order =
  | "send"
  | "stop"
  | "maybe-stop"
  | "go-on"
  | "new-receipt"
  | "forget"
  | "numbers"
  | "human"
  | "other";

/**
 * Only a set phrase that is the whole message, or a button, is an order; a story may hold any words.
 * A short message in which somebody seems to want no more is asked about: it is kept, and not obeyed.
 */
function orderOf({ move, reading }: Heard, draft: Draft): Order | undefined {
  const isOfSending = move.kind === "wish" && (move.wish === "stop" || move.wish === "unfollow");
  if (reading !== null) return isOfSending ? "maybe-stop" : undefined;
  switch (move.kind) {
    case "send":
    case "go-on":
      return move.kind;
    case "new-receipt":
      return mayAskForReceipt(draft) ? "new-receipt" : "go-on";
    case "number":
      return orderByNumber(move.number, draft);
    case "wish":
      return orderByWish(move.wish);
    default:
      return undefined;
  }
}

function orderByWish(wish: Extract<Heard["move"], { readonly kind: "wish" }>["wish"]): Order {
  switch (wish) {
    case "stop":
    case "forget":
    case "numbers":
    case "human":
      return wish;
    case "unfollow":
      return "maybe-stop";
    default:
      return "other";
  }
}

/** The two questions that may be asked while telling have answers by number. */
function orderByNumber(number: number, draft: Draft): Order | undefined {
  if (draft.stopAsked !== null) {
    if (number === 1) return "stop";
    return number === 2 ? "go-on" : undefined;
  }
  return number === 1 && mayAskForReceipt(draft) ? "new-receipt" : undefined;
}

/** Nothing is sealed to the first receipt's report, and it is not known to have arrived. */
function mayAskForReceipt({ isGiven, isSent, pieces }: Draft): boolean {
  return !isGiven && !isSent && pieces.length === 0;
}

function receiptAgain(state: ChatState, { schoolId, facts }: Draft): Turn {
  const stage = { at: "making-receipt", schoolId, facts } as const;
  return goTo(state, stage, [{ say: "making-receipt" }], [{ do: "give-receipt" }]);
}

function noticesOn({ move, media }: Heard): readonly Phrase[] {
  const isMedia = media !== null && media !== "sticker";
  return [
    ...(isMedia ? [{ say: "media-not-here" } as const] : []),
    ...(move.kind === "receipt" ? [{ say: "receipt-not-here" } as const] : []),
  ];
}

function sent(state: ChatState, draft: Draft): Turn {
  if (draft.pieces.length === 0 && !draft.isSent) {
    return turn(state, [{ say: "nothing-told" }]);
  }
  return turn(state, [], [{ do: "send-draft", isFinished: true }]);
}

function ended(state: ChatState, draft: Draft): Turn {
  if (!draft.isSent) return goTo(state, { at: "menu" }, [{ say: "thrown-away" }]);
  const acts = [{ do: "send-draft", isFinished: true }] as const;
  return turn(state, [{ say: "already-sent" }], acts);
}

/** It is kept as words as well, for it may be some: "nó bảo thôi không gửi nữa". */
function stopAsked(state: ChatState, draft: Draft, incoming: Incoming): Turn {
  const isPressing =
    draft.stopAsked === "pressing" || isDangerNow(draft.facts) || isEmergency(incoming.heard);
  const asked = { ...draft, stopAsked: isPressing ? "pressing" : "calm" } as const;
  const unanswered = draft.isSent ? "kept" : isPressing ? "sent" : "dropped";
  return withPiece(state, asked, incoming, [{ say: "ask-stop", unanswered }]);
}

/** They want to go on: what was held back because they were asked goes now. */
function goneOn(state: ChatState, draft: Draft): Turn {
  const isHeldBack = draft.stopAsked === "pressing" && draft.pieces.length > 0;
  const acts = isHeldBack ? [{ do: "send-draft", isFinished: false } as const] : [];
  const stage = { at: "telling", draft: { ...draft, stopAsked: null } } as const;
  return goTo(state, stage, isHeldBack ? [] : [{ say: "still-telling" }], acts);
}

/** More of the story. After the question whether to stop, only what reads like one goes on with it. */
function toldOn(state: ChatState, draft: Draft, incoming: Incoming, says: readonly Phrase[]): Turn {
  if (draft.stopAsked === null) return withPiece(state, draft, incoming, says);
  const { move } = incoming.heard;
  if (move.kind !== "tells") return stopAsked(state, draft, incoming);
  const { says: goesOn, acts } = goneOn(state, draft);
  const after = withPiece(state, { ...draft, stopAsked: null }, incoming, [...says, ...goesOn]);
  return { ...after, acts: after.acts.length > 0 ? after.acts : acts };
}

function isEmergency({ reading }: Heard): boolean {
  return reading?.level === "emergency";
}

function withPiece(
  state: ChatState,
  draft: Draft,
  { heard, piece, isLate, isHumanHere }: Incoming,
  says: readonly Phrase[],
): Turn {
  if (draft.told >= mostBubbles) {
    return turn(state, [{ say: "told-enough" }], [{ do: "send-draft", isFinished: true }]);
  }
  if (piece === null || piece.submissionId !== draft.submissionId) {
    const isUnkept = heard.move.kind !== "media"; // the words came before there was this key to seal them to
    const notices = isUnkept ? [...says, { say: "not-kept-yet" } as const] : says;
    return goTo(state, { at: "telling", draft }, notices);
  }
  const isFirst = draft.pieces.length === 0 && !draft.isSent;
  const { submissionId: _ofDraft, ...bubble } = piece;
  const pieces = [...draft.pieces, bubble];
  const signals = together(draft.signals, heard);
  const next: Draft = { ...draft, pieces, signals, told: draft.told + 1 };
  const isHeldBack = draft.stopAsked !== null && !draft.isSent;
  const isPressing =
    !isHeldBack && (draft.isSent || isEmergency(heard) || pieces.length >= mostPieces);
  const isQuiet = isPressing || isHeldBack || isLate || isHumanHere;
  const notices: readonly Phrase[] = isFirst && !isQuiet ? [...says, { say: "kept" }] : says;
  const acts = isPressing ? [{ do: "send-draft", isFinished: false } as const] : [];
  return goTo(state, { at: "telling", draft: next }, notices, acts);
}

function together(known: readonly Signal[], heard: Heard): Signal[] {
  const all = [...new Set([...known, ...(heard.reading?.signals ?? [])])];
  const raising = all.filter((signal) => RaisingSignal.safeParse(signal).success);
  const others = all.filter((signal) => !raising.includes(signal));
  return [...raising, ...others].slice(0, mostSignals);
}
