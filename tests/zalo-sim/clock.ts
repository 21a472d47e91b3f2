/** The simulator's own clock: windows of 48 hours and 7 days pass when a test says so. */
export type SimClock = {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  /** Jumps to a moment, also backwards. */
  readonly set: (at: number) => void;
  readonly reset: () => void;
};

export function createClock(realNow: () => number = Date.now): SimClock {
  let ahead = 0;
  return {
    now: () => realNow() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    set: (at) => {
      ahead = at - realNow();
    },
    reset: () => {
      ahead = 0;
    },
  };
}

export const hour = 3_600_000;
export const day = 24 * hour;
