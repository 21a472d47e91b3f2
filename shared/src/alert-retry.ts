import type { Level } from "./report.ts";

const firstPauseMs = 2_000;
const longestPauseMs: Record<"emergency" | "other", number> = {
  emergency: 60_000,
  other: 600_000,
};

/** After so many turns a silent channel is given up for this call, and the operator hears of it. */
export const mostTurns = 40;

/**
 * How long to leave a silent channel alone: twice as long each time, up to a minute for an
 * emergency and ten for the rest, and never less than Zalo asked for. `chance` (0 to 1) spreads
 * what failed together, between three quarters of the pause and five quarters.
 */
export function pauseBeforeTurn(
  turn: number,
  level: Level,
  chance: number,
  askedMs: number,
): number {
  const longest = longestPauseMs[level === "emergency" ? "emergency" : "other"];
  const pause = Math.min(firstPauseMs * 2 ** (turn - 1), longest);
  return Math.max(Math.round(pause * (0.75 + chance / 2)), askedMs);
}
