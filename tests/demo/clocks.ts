import { type Clock, type Clocks, standardClocks } from "@truong-an/shared/routing/clocks";

const minutesInSchoolDay = 24 * 60;

/**
 * The standard deadlines, `speed` times faster, for watching a report climb without waiting. It is
 * an ordinary table of clocks, as a province might set its own; the server knows no demonstration.
 */
export function fasterClocks(speed: number): Clocks {
  const faster = (clock: Clock): Clock => {
    const minutes = "minutes" in clock ? clock.minutes : clock.schoolDays * minutesInSchoolDay;
    return speed === 1 ? clock : { minutes: minutes / speed };
  };
  const levels = Object.entries(standardClocks).map(([level, clocks]) => [
    level,
    {
      secondRung: faster(clocks.secondRung),
      thirdRung: faster(clocks.thirdRung),
      repeat: faster(clocks.repeat),
    },
  ]);
  return Object.fromEntries(levels) as Clocks;
}
