/** Calls per minute for the whole Official Account; every OA reply carries what is left. */
export type RateLimit = {
  readonly count: (now: number) => {
    readonly limit: number;
    readonly remain: number;
    readonly isOver: boolean;
  };
  readonly reset: () => void;
};

export function createRateLimit(perMinute: number): RateLimit {
  let minute = -1;
  let used = 0;
  return {
    count: (now) => {
      const current = Math.floor(now / 60_000);
      used = current === minute ? used + 1 : 1;
      minute = current;
      return { limit: perMinute, remain: Math.max(0, perMinute - used), isOver: used > perMinute };
    },
    reset: () => {
      minute = -1;
      used = 0;
    },
  };
}
