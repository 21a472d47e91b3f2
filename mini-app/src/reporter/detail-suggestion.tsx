import type { Category } from "@truong-an/shared/report";
import { missingDetails } from "@truong-an/shared/triage/reading/enough-to-verify";
import { useMemo } from "react";
import { text } from "../text/vi.ts";
import styles from "./detail-suggestion.module.css";
import type { Readings, SettledReading } from "./use-readings.ts";

const enoughToJudge = 20;

/** Whoever speaks of these is not asked where and when. */
const personal: ReadonlySet<Category> = new Set([
  "self_harm_suicide",
  "counselling_request",
  "praise",
]);

/** One thing a desk would ask next, as an offer. Never while somebody may be in danger. */
export function DetailSuggestion({ soon, settled }: Readings) {
  const missing = useMemo(() => (settled === null ? null : firstMissing(settled)), [settled]);
  const isHeldBack = soon === null || soon.reading.level === "emergency";
  return (
    <p role="status" className={styles["detail"]}>
      {missing === null || isHeldBack ? "" : text.report.story.details[missing]}
    </p>
  );
}

function firstMissing({ text: told, reading }: SettledReading) {
  const isPersonal = reading.categories.some((category) => personal.has(category));
  const mayBeAsked = reading.level !== "emergency" && !isPersonal;
  if (!mayBeAsked || told.trim().length < enoughToJudge) return null;
  const isMatterKnown = reading.categories.length > 0;
  return missingDetails(told).find((detail) => detail !== "what" || !isMatterKnown) ?? null;
}
