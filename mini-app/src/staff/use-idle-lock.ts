import { useEffect, useState } from "react";
import { idleWatch } from "./idle-watch.ts";

const signsOfLife = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const signsOfWaking = ["visibilitychange", "focus", "pageshow"] as const;
const checkEveryMs = 5_000;

/** Locks after ten minutes without input, also when the computer slept. True in the last minute. */
export function useIdleLock(lock: () => void): boolean {
  const [isSoon, setIsSoon] = useState(false);
  useEffect(() => {
    const watch = idleWatch(Date.now());
    const act = (state: ReturnType<typeof watch.check>) => {
      setIsSoon(state === "soon");
      if (state === "idle") lock();
    };
    const onLife = () => act(watch.touch(Date.now()));
    const onWaking = () => act(watch.check(Date.now()));
    for (const name of signsOfLife) window.addEventListener(name, onLife, { passive: true });
    for (const name of signsOfWaking) window.addEventListener(name, onWaking, true);
    const timer = window.setInterval(onWaking, checkEveryMs);
    return () => {
      for (const name of signsOfLife) window.removeEventListener(name, onLife);
      for (const name of signsOfWaking) window.removeEventListener(name, onWaking, true);
      window.clearInterval(timer);
    };
  }, [lock]);
  return isSoon;
}
