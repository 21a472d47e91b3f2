import type { Accused, DangerNow } from "../report.ts";
import type { Word } from "../triage/reading/sentences.ts";
import { isWithin, sayings } from "./listening.ts";

/**
 * Who is in danger, unless it may have been denied: "em không gặp nguy hiểm" names "em" and means
 * nobody. Then the answer is unclear, and is asked for again by number.
 */
export function dangerUndenied(danger: DangerNow | null, typed: readonly Word[]): DangerNow | null {
  const isNamed = danger === "me" || danger === "someone";
  return isNamed && (isDenied(typed) || isCalm(typed)) ? null : danger;
}

/** Who is named, unless it may have been denied: "không phải thầy cô, là bạn cùng lớp". */
export function accusedUndenied(accused: Accused | null, typed: readonly Word[]): Accused | null {
  const isNamed = accused !== "none" && accused !== "unknown";
  return isNamed && isDenied(typed) ? null : accused;
}

function isDenied(typed: readonly Word[]): boolean {
  return denials.some((saying) => isWithin(saying, typed));
}

function isCalm(typed: readonly Word[]): boolean {
  return calm.some((saying) => isWithin(saying, typed));
}

const denials = sayings("không|chưa|chẳng|chả|đâu có|đâu phải|hông|hổng");
const calm = sayings("an toàn|hết|ổn|qua rồi|đỡ rồi|bình thường|yên rồi|về nhà rồi");
