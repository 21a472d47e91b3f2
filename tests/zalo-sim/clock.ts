/** The simulator's own clock: windows of 48 hours and 7 days pass when a test says so. */
export type SimClock = {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  /** Jumps to a moment, also backwards. */
  readonly set: (at: number) => void;
  /** Hears of every jump. */
  readonly watch: (watcher: () => void) => void;
  readonly reset: () => void;
};

export function createClock(realNow: () => number = Date.now): SimClock {
  let ahead = 0;
  const watchers: (() => void)[] = [];
  const jump = (to: number) => {
    ahead = to;
    for (const watcher of watchers) watcher();
  };
  return {
    now: () => realNow() + ahead,
    advance: (milliseconds) => jump(ahead + milliseconds),
    set: (at) => jump(at - realNow()),
    watch: (watcher) => watchers.push(watcher),
    reset: () => {
      ahead = 0;
    },
  };
}

export const hour = 3_600_000;
export const day = 24 * hour;
