// How well the chat hears lines whose intent is known.
import { hear } from "@truong-an/shared/chat/hear";
import type { Heard, Move } from "@truong-an/shared/chat/heard";
import type { Intent } from "@truong-an/shared/chat/intents";
import type { Weights } from "@truong-an/shared/triage/reading/weights";
import type { Line } from "./lines.ts";

export type Figures = {
  readonly lines: number;
  readonly understood: number; // share of all lines
  readonly dangerHeard: number; // share of the dangers that are answered as one
  readonly falseAlarms: number; // share of the other lines that are
};

/** What each intent may be heard as, so that the answer is a fitting one. */
const fitting: Readonly<Record<Exclude<Intent, "danger">, readonly string[]>> = {
  help: ["menu", "help", "greeting"],
  news: ["news"],
  report: ["report", "tells"],
  tells: ["report", "tells"],
  lookup: ["lookup"],
  numbers: ["numbers"],
  groups: ["groups"],
  follow: ["follow"],
  unfollow: ["unfollow"],
  forget: ["forget"],
  human: ["human"],
  stop: ["stop", "no"],
  thanks: ["thanks"],
  other: ["unknown", "insult", "greeting", "yes", "no", "thanks", "number", "tells", "acknowledge"],
};

/** Whether it would be answered as a danger. */
export function isAlarm({ reading }: Heard): boolean {
  return reading?.level === "emergency" || reading?.level === "high";
}

/** Whether the answer fits what was meant. Whoever reports may be answered as if it could not wait. */
export function isUnderstood(intent: Intent, heard: Heard): boolean {
  if (intent === "danger") return isAlarm(heard);
  const mayAlarm = intent === "report" || intent === "tells";
  return fitting[intent].includes(nameOf(heard.move)) && (mayAlarm || !isAlarm(heard));
}

/** A wish by its own name, every other move by its kind. */
export function nameOf(move: Move): string {
  return move.kind === "wish" ? move.wish : move.kind;
}

/** Lines as they are heard with these weights. */
export function figuresOf(
  lines: readonly Line[],
  reports: Weights | undefined,
  intents: Weights | undefined,
): Figures {
  const heard = lines.map(({ intent, text }) => {
    return { intent, heard: hear(text, "student", reports, intents) };
  });
  const dangers = heard.filter(({ intent }) => intent === "danger");
  const others = heard.filter(({ intent }) => intent !== "danger");
  return {
    lines: lines.length,
    understood: shareOf(heard, (one) => isUnderstood(one.intent, one.heard)),
    dangerHeard: shareOf(dangers, (one) => isAlarm(one.heard)),
    falseAlarms: shareOf(others, (one) => isAlarm(one.heard)),
  };
}

function shareOf<One>(all: readonly One[], isSo: (one: One) => boolean): number {
  return all.filter(isSo).length / all.length;
}
