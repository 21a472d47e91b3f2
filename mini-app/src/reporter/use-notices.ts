import { useEffect, useRef, useState } from "react";
import { bulletinsText } from "../text/bulletins-vi.ts";
import { askForNotices, type NoticeOutcome, type NoticeWish } from "./notice-consent.ts";
import { sdkDoor, startAnewAt } from "./zalo-sdk-page.ts";

export type NoticesStep =
  | { readonly kind: "closed" }
  | { readonly kind: "shut" } // not while a report is unfinished in this page
  | { readonly kind: "explaining"; readonly trouble: string | null }
  | { readonly kind: "asking"; readonly wanted: boolean }
  | { readonly kind: "recorded"; readonly wanted: boolean };

const closed: NoticesStep = { kind: "closed" };
const explaining: NoticesStep = { kind: "explaining", trouble: null };
const asksToOpen = "notices"; // in the query, over a new start of the page

/** The steps from the button to a recorded wish. Nothing of Zalo's is loaded before `ask`. */
export function useNotices({ route, query }: Where) {
  const [step, setStep] = useState(query.has(asksToOpen) ? explaining : closed);
  const isWished = useRef(false);
  useEffect(() => {
    if (query.has(asksToOpen)) window.history.replaceState(null, "", `#${route}`); // opens once
  }, [query, route]);

  const open = () => {
    const door = sdkDoor();
    if (door === "after-restart") startAnewAt(`${route}?${asksToOpen}`);
    else setStep(door === "shut" ? { kind: "shut" } : explaining);
  };
  const close = () => {
    isWished.current = false;
    setStep(closed);
  };
  const ask = async (wish: NoticeWish) => {
    isWished.current = true;
    setStep({ kind: "asking", wanted: wish.wanted });
    const outcome = await askForNotices(wish, () => isWished.current);
    if (outcome === "not-here") open();
    else if (outcome === "recorded") setStep({ kind: "recorded", wanted: wish.wanted });
    else if (isWished.current) setStep(outcome === "declined" ? closed : failed(outcome));
  };
  return { step, open, close, ask: (wish: NoticeWish) => void ask(wish) };
}

type Where = { readonly route: string; readonly query: URLSearchParams };
type Failed = Exclude<NoticeOutcome, "recorded" | "declined" | "not-here">;

function failed(outcome: Failed): NoticesStep {
  return { kind: "explaining", trouble: troubles[outcome] };
}

const words = bulletinsText.notices;

const troubles: Readonly<Record<Failed, string>> = {
  "too-old": words.tooOld,
  "no-zalo": words.noZalo,
  "unknown-school": words.unknownSchool,
  unavailable: words.unavailable,
  "not-sent": words.notSent,
};
