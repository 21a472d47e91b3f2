import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import { directionOf } from "@truong-an/shared/correction";
import { Level } from "@truong-an/shared/report";
import { mayDo } from "./standing.ts";

type Report = Pick<
  ReportDetail,
  "level" | "myDeskId" | "ownerDesk" | "status" | "takenByMe" | "takenBy"
>;

/** Why a lower level is not offered: each of these a person can understand, and most can mend. */
export type Obstacle = "not-owner" | "not-opened" | "not-taken" | "not-holder";

/**
 * What keeps this member from lowering the level now; null when nothing does. Nobody lowers what
 * they have not read, and what is urgent only whoever has taken it: else it falls silent in nobody's
 * hands.
 */
export function obstacleToLowering(
  report: Report,
  me: Pick<Me, "desks">,
  isAllOpened: boolean,
): Obstacle | null {
  if (!mayDo("lower", report, me)) return "not-owner";
  if (!isAllOpened) return "not-opened";
  if (!isUrgent(report.level) || report.takenByMe) return null;
  return report.takenBy === null ? "not-taken" : "not-holder";
}

/** The levels that this member may give the report now, the most urgent first. */
export function levelsToChoose(
  report: Report,
  me: Pick<Me, "desks">,
  isAllOpened: boolean,
): readonly Level[] {
  const mayRaise = mayDo("raise", report, me);
  const mayLower = obstacleToLowering(report, me, isAllOpened) === null;
  return Level.options.filter((level) => {
    const direction = directionOf(report.level, level);
    return direction !== null && (direction === "raise" ? mayRaise : mayLower);
  });
}

function isUrgent(level: Level): boolean {
  return level === "emergency" || level === "high";
}
