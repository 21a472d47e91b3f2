import { type Instant, minutesBetween } from "../time.ts";
import { menuChoices } from "./choices.ts";
import { dangerIn, isToBeAnswered } from "./danger.ts";
import type { Move, Wish } from "./heard.ts";
import type { Phrase } from "./phrase.ts";
import { answered, ask, questionAt } from "./questions.ts";
import { type ChatState, humanForMinutes, type Stage } from "./state.ts";
import { listen } from "./telling.ts";
import { goTo, type Incoming, type Turn, turn } from "./turn.ts";

/**
 * The conversation: what is heard, and what is said and done about it. Pure and total. Danger comes
 * first, whatever the conversation is about, whoever else answers and however late the words arrive;
 * "thôi" leads out of everything; whatever is not understood brings the question or the menu again.
 */
export function step(before: ChatState, incoming: Incoming): Turn {
  const { heard, now } = incoming;
  const help = dangerIn(heard);
  const isAnswering = help !== null && isToBeAnswered(help, before, now, incoming.isHumanHere);
  const state = isAnswering ? { ...before, answered: { help, at: now } } : before;
  const danger = help === null ? "none" : isAnswering ? "answered" : "known";
  const after = afterDanger(state, incoming, danger);
  const isTelling = after.state.stage.at === "telling";
  return isAnswering
    ? { ...after, says: [{ say: "danger", help, isTelling }, ...after.says] }
    : after;
}

/** Danger was heard and is answered now, or was answered a moment ago. */
type Danger = "none" | "answered" | "known";

function afterDanger(state: ChatState, incoming: Incoming, danger: Danger): Turn {
  const staffMove = moveOfStaff(state, incoming);
  if (staffMove !== undefined) return staffMove;
  if (state.stage.at === "telling") return listen(state, state.stage.draft, incoming);
  if (incoming.isLate || incoming.isHumanHere) return turn(state, []);
  const { move, media } = incoming.heard;
  if (isQuietForHuman(state, incoming)) return turn(state, []);
  const talking = { ...state, askedHumanAt: null };
  if (move.kind === "receipt") return ask(talking, [{ say: "receipt-not-here" }]);
  const wish = wishIn(talking.stage, move);
  if (wish !== undefined) return granted(talking, wish, incoming);
  const reply = answered(talking, incoming);
  if (reply !== undefined) return reply;
  if (media !== null && media !== "sticker") return ask(talking, [{ say: "media-not-here" }]);
  return smallTalk(talking, incoming, danger);
}

/**
 * What staff send: a one-time code, or that they know of a call; "1" means that while they are called.
 * The job answers, which knows whether the code holds and whether such a call still waits.
 */
function moveOfStaff(state: ChatState, { heard, mayAcknowledge }: Incoming): Turn | undefined {
  const { move } = heard;
  if (move.kind === "link-code") {
    return turn(state, [], [{ do: "link", codeHash: move.codeHash }]);
  }
  if (!mayAcknowledge) return undefined;
  const isOne = move.kind === "number" && move.number === 1 && state.stage.at !== "telling";
  if (move.kind !== "acknowledge" && !isOne) return undefined;
  const alert = move.kind === "acknowledge" ? move.alert : null;
  return turn(state, [], [{ do: "acknowledge", alert }]);
}

/** Whoever asked for a human is left alone for a while, until they press or name something of ours. */
function isQuietForHuman({ askedHumanAt }: ChatState, { heard, now }: Incoming): boolean {
  if (askedHumanAt === null) return false;
  if (minutesBetween(askedHumanAt as Instant, now) >= humanForMinutes) return false;
  return heard.move.kind !== "wish";
}

/** What can be wished for from anywhere. */
function granted(state: ChatState, wish: Wish, { now, followings }: Incoming): Turn {
  const menu = { at: "menu" } as const;
  switch (wish) {
    case "menu":
      return goTo(state, menu, [{ say: "menu" }]);
    case "help":
      return goTo(state, menu, [{ say: "help" }]);
    case "stop":
      return goTo(state, menu, [{ say: "stopped" }]);
    case "human":
      return goTo({ ...state, askedHumanAt: now }, menu, [{ say: "human" }]);
    case "numbers":
      return ask(state, [{ say: "numbers" }]);
    case "lookup":
      return goTo(state, menu, [{ say: "lookup" }]);
    case "forget":
      return goTo(state, menu, [], [{ do: "forget" }]);
    case "report":
      return ask(goTo(state, { at: "warned" }, []).state, []);
    case "news":
    case "groups":
    case "follow":
      return ask(goTo(state, { at: "ask-school", purpose: wish }, []).state, []);
    case "unfollow":
      return followings.length === 0
        ? goTo(state, menu, [{ say: "follows-nothing" }])
        : ask(goTo(state, { at: "choose-unfollow", followings: [...followings] }, []).state, []);
  }
}

/** What is wished for: by name or button from anywhere, by its number where the menu is what was asked. */
function wishIn(stage: Stage, move: Move): Wish | undefined {
  if (move.kind === "wish") return move.wish;
  return stage.at === "menu" && move.kind === "number" ? menuChoices[move.number - 1] : undefined;
}

function smallTalk(state: ChatState, { heard }: Incoming, danger: Danger): Turn {
  const { kind } = heard.move;
  const isAsked = questionsOfReport.has(state.stage.at); // whoever answers one in alarm may go on
  if (danger === "answered") return isAsked ? ask(state, []) : turn(state, []);
  if (danger === "known") return (isAsked ? ask : turn)(state, [{ say: "still-here" }]);
  if (kind === "thanks" || kind === "acknowledge") return turn(state, [{ say: "thanked" }]);
  if (kind === "insult") return ask(state, [{ say: "insulted" }]);
  if (questionAt(state.stage) === undefined) return turn(state, saysAtMenu(kind));
  return ask(state, kind === "unknown" ? [{ say: "not-understood" }] : []);
}

const questionsOfReport: ReadonlySet<Stage["at"]> = new Set([
  "ask-danger",
  "ask-matter",
  "ask-accused",
  "ask-when",
]);

function saysAtMenu(kind: Move["kind"]): readonly Phrase[] {
  switch (kind) {
    case "arrived":
    case "greeting":
      return [{ say: "welcome" }];
    case "tells":
      return [{ say: "told" }];
    case "yes":
    case "media":
      return [{ say: "menu" }];
    case "no":
    case "send":
      return [{ say: "stopped" }];
    default:
      return [{ say: "not-understood" }, { say: "menu" }];
  }
}
