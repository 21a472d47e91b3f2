import { afterAnswer, standsFor } from "@truong-an/mini-app/staff/raise";
import type { Found } from "@truong-an/mini-app/staff/read-again";
import type { RefusalCode } from "@truong-an/shared/api/refusal";
import type { ReportDetail } from "@truong-an/shared/api/staff";
import { expect, test } from "vitest";
import { aReportDetail } from "./report-detail.ts";

const found: Found = {
  textId: "three",
  number: 3,
  level: "high",
  signals: ["threat"],
  reasons: ["words-threat"],
  decided: { level: "high", reasons: ["words-threat"] },
};

test("only what this very request raised is told as raised", () => {
  const answer = (raised: boolean) => ({ kind: "ok", value: { raised, level: "high" } }) as const;

  expect(afterAnswer(found, answer(true))).toEqual({ kind: "raised", found });
  expect(afterAnswer(found, answer(false))).toEqual({ kind: "none" });
});

test("a line that broke is tried again", () => {
  expect(afterAnswer(found, { kind: "unreachable" })).toMatchObject({
    kind: "failed",
    retries: true,
  });
});

test.each<[RefusalCode, boolean]>([
  ["unavailable", true],
  ["internal", true],
  ["too-many-requests", true],
  ["desks-changed", false],
  ["not-now", false],
])("a door that says %s is asked again by itself: %s", (code, retries) => {
  expect(afterAnswer(found, { kind: "refused", code, body: null })).toMatchObject({
    kind: "failed",
    retries,
  });
});

test.each<[string, Partial<ReportDetail>, boolean]>([
  ["before the page has the newer report", { level: "normal" }, true],
  ["on the raised report", { level: "high" }, true],
  ["once somebody has taken it", { level: "high", status: "taken" }, true],
  ["once it is closed", { level: "high", status: "closed" }, false],
  ["once staff have judged with this text before them", { level: "low", judgedThrough: 3 }, false],
  ["once the report is more urgent than that", { level: "emergency" }, false],
])("what the notice says stands %s: %s", (_when, change, stands) => {
  expect(standsFor({ kind: "raised", found }, aReportDetail(change))).toBe(stands);
});
