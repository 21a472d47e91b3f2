import {
  findRaise,
  officesInDoubt,
  type Readings,
  reasonsIn,
  roleOf,
  storyId,
} from "@truong-an/mini-app/staff/read-again";
import type { Accused, Category } from "@truong-an/shared/report";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import type { Signal } from "@truong-an/shared/triage/signals";
import { expect, test } from "vitest";
import { quietFacts } from "../../support/reporter.ts";
import { aMessage, aReportDetail } from "./report-detail.ts";

type Report = Parameters<typeof findRaise>[0];

const report: Report = {
  level: "normal",
  reasons: ["matter-between-people"],
  facts: quietFacts,
  signals: [],
  judgedThrough: null,
  status: "waiting",
  messages: [
    aMessage("one", 1, "reporter"),
    aMessage("two", 2, "staff"),
    aMessage("three", 3, "reporter"),
  ],
};

function readAs(signals: Readonly<Record<string, readonly Signal[]>>): Readings {
  return new Map(
    Object.entries(signals).map(([id, read]) => {
      const reading: Reading = { level: "normal", categories: [], accused: "none", signals: read };
      return [id, reading];
    }),
  );
}

test("a text that reads as more urgent than the report asks for its level", () => {
  const found = findRaise(report, readAs({ [storyId]: ["threat"], one: ["says_joke"] }));

  expect(found).toEqual({
    textId: storyId,
    number: 0,
    level: "high",
    signals: ["threat"],
    reasons: ["words-threat"],
    decided: expect.objectContaining({
      level: "high",
      reasons: ["words-threat", "matter-between-people"],
    }),
  });
});

test("the most urgent text speaks, and of two the earlier", () => {
  const read = readAs({ [storyId]: ["threat"], one: ["goodbye"], three: ["wish_to_die"] });

  expect(findRaise(report, read)).toMatchObject({ textId: "one", level: "emergency" });
});

test.each<[string, Partial<Report>]>([
  ["has that level already", { level: "emergency" }],
  ["is closed", { status: "closed" }],
  ["was judged by staff after this text", { judgedThrough: 3 }],
])("nothing is asked of a report that %s", (_what, change) => {
  expect(findRaise({ ...report, ...change }, readAs({ three: ["goodbye"] }))).toBeUndefined();
});

test("after staff have judged, only a later message asks, and by its own words", () => {
  const judged = { ...report, judgedThrough: 1, signals: ["goodbye"] as Signal[] };

  expect(findRaise(judged, readAs({ one: ["goodbye"], three: ["says_over"] }))).toBeUndefined();
  expect(findRaise(judged, readAs({ three: ["threat"] }))).toMatchObject({
    textId: "three",
    level: "high",
  });
});

test("what a desk wrote is never read", () => {
  expect(findRaise(report, readAs({ two: ["goodbye"] }))).toBeUndefined();
});

test.each<[string, Accused, readonly Category[], Readonly<object>, readonly string[]]>([
  ["the police, not told yet", "police", [], {}, ["police"]],
  ["an official, not told yet", "official", [], {}, ["official"]],
  ["a pupil", "peer", ["bullying"], {}, []],
  ["staff of the school, which knows it already", "staff", [], {}, []],
  [
    "staff, by what it is about, at a school not told yet",
    "unknown",
    ["staff_misconduct"],
    { toldDesks: [] },
    ["staff"],
  ],
  [
    "the police, whom the writer accused too",
    "police",
    [],
    { facts: { ...quietFacts, accused: "police" } },
    [],
  ],
])("a text about %s: who would hear it wrongly", (_whom, accused, categories, change, offices) => {
  const reading: Reading = { level: "emergency", categories, accused, signals: ["violence_now"] };

  const found = officesInDoubt(aReportDetail(change), new Map([["one", reading]]));

  expect(found).toEqual(offices);
});

test("reasons are those of the level, without the lesser ones", () => {
  expect(reasonsIn(["goodbye", "threat", "says_now"], "emergency")).toEqual(["words-goodbye"]);
});

test.each([
  ["parent", "parent"],
  ["teacher", "teacher"],
  ["other", "other"],
  ["pupil_primary", "student"],
  ["unsaid", "student"],
] as const)("who writes as %s is read as %s", (writer, role) => {
  expect(roleOf(writer)).toBe(role);
});
