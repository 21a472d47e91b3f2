export const idleLimitMs = 10 * 60_000;
export const idleWarningMs = 9 * 60_000;

export type IdleState = "active" | "soon" | "idle";

export type IdleWatch = {
  /** Someone pressed or moved something. Too late after the limit: waking a laptop is no sign of life. */
  readonly touch: (now: number) => IdleState;
  readonly check: (now: number) => IdleState;
};

/** Measures silence on the wall clock, so that the hours of a sleeping laptop count too. */
export function idleWatch(startedAt: number): IdleWatch {
  let lastTouch = startedAt;

  function check(now: number): IdleState {
    const silence = Math.abs(now - lastTouch); // a clock set back is not a reason to stay open
    if (silence >= idleLimitMs) return "idle";
    return silence >= idleWarningMs ? "soon" : "active";
  }

  return {
    check,
    touch(now) {
      if (check(now) !== "idle") lastTouch = now;
      return check(now);
    },
  };
}
