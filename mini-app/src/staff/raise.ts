import type { ReadingTaken, ReportDetail } from "@truong-an/shared/api/staff";
import { urgencyRank } from "@truong-an/shared/triage/triage";
import type { Answer } from "./api.ts";
import type { Found, Office } from "./read-again.ts";
import { reportRefusals } from "./text/report-vi.ts";
import { refusalText } from "./use-action.ts";

/** What became of a text that asks for a higher level. */
export type Raise =
  | { readonly kind: "none" }
  | { readonly kind: "held"; readonly found: Found; readonly offices: readonly Office[] }
  | { readonly kind: "raising" | "raised"; readonly found: Found }
  | {
      readonly kind: "failed";
      readonly found: Found;
      readonly message: string;
      readonly retries: boolean; // by itself, after a pause
    };

/** What the door's answer makes of it. Nothing to tell where somebody else had raised it already. */
export function afterAnswer(found: Found, answer: Answer<ReadingTaken>): Raise {
  if (answer.kind === "ok")
    return answer.value.raised ? { kind: "raised", found } : { kind: "none" };
  return {
    kind: "failed",
    found,
    message: refusalText(answer, reportRefusals),
    retries: passes(answer),
  };
}

/** Whether it still says something true of the report as it is now. */
export function standsFor(
  { found }: Exclude<Raise, { kind: "none" }>,
  report: Pick<ReportDetail, "level" | "judgedThrough" | "status">,
): boolean {
  const { level, judgedThrough, status } = report;
  const isJudged = judgedThrough !== null && found.number <= judgedThrough;
  return status !== "closed" && !isJudged && urgencyRank(level) >= urgencyRank(found.level);
}

/** A no that says nothing about the report: the line, or a server with too much to do. */
function passes(answer: Exclude<Answer<never>, { kind: "ok" }>): boolean {
  if (answer.kind === "unreachable") return true;
  return ["too-many-requests", "unavailable", "internal"].includes(answer.code);
}
