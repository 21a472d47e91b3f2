import { type Instant, minutesBetween } from "../time.ts";
import type { Help } from "../triage/help.ts";
import { helpFor } from "../triage/help.ts";
import type { Heard } from "./heard.ts";
import type { ChatState } from "./state.ts";

/** The signs of danger in what was heard, as the help they call for; null when there are none. */
export function dangerIn({ reading }: Heard): Help | null {
  const help = reading === null ? null : helpFor(reading);
  return help === null || help.kind === "heard" ? null : help;
}

/**
 * Whether this danger is answered now. The first sign always is, and so is anything more urgent or
 * about another matter; the same again only after some minutes, so that the numbers do not drown
 * what else is said. Beside a human who answers we keep longer pauses.
 */
export function isToBeAnswered(
  help: Help,
  { answered }: Pick<ChatState, "answered">,
  at: Instant,
  isHumanHere: boolean,
): boolean {
  if (answered === null) return true;
  const passed = minutesBetween(answered.at as Instant, at);
  if (passed >= (isHumanHere ? pauseBesideHuman : pause)) return true;
  if (isHumanHere) return help.kind === "call" && answered.help.kind !== "call";
  return rank(help) > rank(answered.help) || (help.kind === "call" && !isSame(help, answered.help));
}

const pause = 5;
const pauseBesideHuman = 10;

function rank(help: Help): number {
  return help.kind === "call" ? 1 : 0;
}

function isSame(one: Help, other: Help): boolean {
  return one.kind === "call" && other.kind === "call" && one.topic === other.topic;
}
