import { linesOf, readersOf } from "@truong-an/mini-app/staff/timeline";
import type { TimelineEntry } from "@truong-an/shared/api/staff";
import { expect, test } from "vitest";

const received: TimelineEntry = {
  at: 1,
  kind: "report-received",
  who: null,
  desk: null,
  correction: null,
  alert: null,
};
const maiReads: TimelineEntry = {
  at: 2,
  kind: "report-opened",
  who: "Mai",
  desk: "Trường",
  correction: null,
  alert: null,
};
const maiTakes: TimelineEntry = {
  at: 3,
  kind: "report-taken",
  who: "Mai",
  desk: "Trường",
  correction: null,
  alert: null,
};
const binhReads: TimelineEntry = {
  at: 4,
  kind: "report-opened",
  who: "Bình",
  desk: "Công an",
  correction: null,
  alert: null,
};
const maiReadsAgain: TimelineEntry = { ...maiReads, at: 5 };
const maiNotes: TimelineEntry = {
  at: 6,
  kind: "note-written",
  who: "Mai",
  desk: "Trường",
  correction: null,
  alert: null,
};
const maiNotesAgain: TimelineEntry = { ...maiNotes, at: 7 };

test("each reader is named once", () => {
  expect(readersOf([received, maiReads, maiTakes, binhReads, maiReadsAgain])).toEqual([
    "Mai",
    "Bình",
  ]);
});

test("readings are told once with their number, everything else each time", () => {
  const timeline = [
    received,
    maiReads,
    maiTakes,
    binhReads,
    maiReadsAgain,
    maiNotes,
    maiNotesAgain,
  ];

  expect(linesOf(timeline).map(({ at, times }) => [at, times])).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
    [4, 1],
    [6, 1],
    [7, 1],
  ]);
});
