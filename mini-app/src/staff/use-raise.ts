import type { ReadingTaken, ReportDetail } from "@truong-an/shared/api/staff";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, raiseByReading } from "./api.ts";
import { afterAnswer, type Raise } from "./raise.ts";
import { type Found, findRaise, officesInDoubt, type Readings, storyId } from "./read-again.ts";
import { sealWhereAsked } from "./seal-where-asked.ts";
import { text } from "./text/vi.ts";

const retryMs = 15_000;

/**
 * Raises a report whose text asks for it, by itself, once for each text and level: the browser that
 * reads danger tells the server, which tells the desks. A line that broke is tried again after a
 * pause. Where the text may be about an office that would then hear of it, a person decides.
 * `again` tries once more, or says that this person has decided for it.
 */
export function useRaise(
  report: ReportDetail,
  readings: Readings,
  onRaised: () => void,
): { readonly raise: Raise; readonly again: () => void } {
  const [raise, setRaise] = useState<Raise>({ kind: "none" });
  const [round, setRound] = useState(0);
  const [decided, setDecided] = useState<string | undefined>(); // the doubt over which a person said yes
  const tried = useRef(new Set<string>());
  const found = findRaise(report, readings);
  const key = found === undefined ? undefined : `${found.textId} ${found.level}`;
  const offices = officesInDoubt(report, readings);
  const doubt = `${key} ${offices.join(" ")}`;
  const isHeld = offices.length > 0 && doubt !== decided;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one try for each key, and for each `again`
  useEffect(() => {
    if (found === undefined || key === undefined || isHeld || tried.current.has(key)) return;
    tried.current.add(key);
    setRaise({ kind: "raising", found });
    void send(report, found).then((became) => {
      setRaise(became);
      if (became.kind !== "failed") onRaised();
    });
  }, [key, isHeld, round]);

  const tryAgain = useCallback(() => {
    tried.current.clear();
    setRound((before) => before + 1);
  }, []);
  useEffect(() => {
    if (raise.kind !== "failed" || !raise.retries) return;
    const timer = window.setTimeout(tryAgain, retryMs);
    return () => window.clearTimeout(timer);
  }, [raise, tryAgain]);
  const again = useCallback(() => {
    setDecided(doubt);
    tryAgain();
  }, [doubt, tryAgain]);
  const isAsked = found !== undefined && isHeld;
  return { raise: isAsked ? { kind: "held", found, offices } : raise, again };
}

async function send(report: ReportDetail, found: Found): Promise<Raise> {
  const { textId, signals, decided } = found;
  const messageId = textId === storyId ? null : textId;
  try {
    const answer: Answer<ReadingTaken> = await sealWhereAsked(report, decided, (envelopes) =>
      raiseByReading(report.id, { messageId, signals: [...signals], envelopes }),
    );
    return afterAnswer(found, answer);
  } catch {
    return { kind: "failed", found, message: text.failed.notSealed, retries: false };
  }
}
