import { useEffect, useState } from "react";

const everyMs = 5_000;

/** The server's clock, as far as this page knows it: deadlines are counted by that one. */
export function useNow(serverOffset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, []);
  return now + serverOffset;
}
