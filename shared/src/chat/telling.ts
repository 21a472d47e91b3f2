import { mostSignals, RaisingSignal, type Signal } from "../triage/signals.ts";
import type { Heard } from "./heard.ts";
import type { Phrase } from "./phrase.ts";
import type { ChatState, Draft } from "./state.ts";
import { goTo, type Incoming, type Turn, turn } from "./turn.ts";

const mostPieces = 30; // waiting unsent; then they are sent, and telling goes on

/**
 * A story is being told: every bubble is a piece of it, but for a few set phrases. An emergency is
 * sent at once, and whatever follows goes after it. Words that arrive late, or while a human answers
 * too, are kept all the same.
 */
export function listen(state: ChatState, draft: Draft, incoming: Incoming): Turn {
  const { heard, isLate, isHumanHere } = incoming;
  const order = isLate ? undefined : orderOf(heard);
  switch (order) {
    case "send":
      return sent(state, draft);
    case "stop":
      return ended(state, draft);
    case "forget":
      return goTo(state, { at: "menu" }, [], [{ do: "forget" }]);
    case "numbers":
      return turn(state, [{ say: "numbers" }, { say: "still-telling" }]);
    case "human":
      return turn(state, [{ say: "human" }, { say: "still-telling" }]);
    case "other":
      return withPiece(state, draft, incoming, [{ say: "still-telling" }]);
    case undefined:
      return withPiece(state, draft, incoming, isLate || isHumanHere ? [] : noticesOn(heard));
  }
}

type Order = "send" | "stop" | "forget" | "numbers" | "human" | "other";

/** Only a set phrase that is the whole message, or a button, is an order; a story may hold any words. */
function orderOf({ move, reading }: Heard): Order | undefined {
  if (reading !== null) return undefined;
  if (move.kind === "send") return "send";
  if (move.kind !== "wish") return undefined;
  switch (move.wish) {
    case "stop":
    case "forget":
    case "numbers":
    case "human":
      return move.wish;
    default:
      return "other";
  }
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

function withPiece(
  state: ChatState,
  draft: Draft,
  { heard, piece, isLate, isHumanHere }: Incoming,
  says: readonly Phrase[],
): Turn {
  if (piece === null) {
    const isUnkept = heard.move.kind !== "media"; // the words came before there was a key to seal them to
    return turn(state, isUnkept ? [...says, { say: "not-kept-yet" }] : says);
  }
  const isFirst = draft.pieces.length === 0 && !draft.isSent;
  const pieces = [...draft.pieces, piece];
  const next: Draft = { ...draft, pieces, signals: together(draft.signals, heard) };
  const isPressing =
    draft.isSent || heard.reading?.level === "emergency" || pieces.length >= mostPieces;
  const notices: readonly Phrase[] =
    isFirst && !isPressing && !isLate && !isHumanHere ? [...says, { say: "kept" }] : says;
  const acts = isPressing ? [{ do: "send-draft", isFinished: false } as const] : [];
  return goTo(state, { at: "telling", draft: next }, notices, acts);
}

function together(known: readonly Signal[], heard: Heard): Signal[] {
  const all = [...new Set([...known, ...(heard.reading?.signals ?? [])])];
  const raising = all.filter((signal) => RaisingSignal.safeParse(signal).success);
  const others = all.filter((signal) => !raising.includes(signal));
  return [...raising, ...others].slice(0, mostSignals);
}
