import { isAllOpened, isAllShown, isOutdated, seenNow } from "@truong-an/mini-app/staff/seen";
import { expect, test } from "vitest";
import { aMessage, aReportDetail } from "./report-detail.ts";

const messages = [
  aMessage("one", 1, "reporter"),
  aMessage("two", 2, "staff"),
  aMessage("three", 3, "reporter"),
  aMessage("four", 4, "staff"),
];
const report = aReportDetail({ messages });

test("a person has read up to the first message that was not opened before their eyes", () => {
  expect(seenNow(report, true, new Map())).toMatchObject({ openedThrough: 0, shownThrough: 0 });
  expect(seenNow(report, true, new Map([["one", "opened"]]))).toMatchObject({ openedThrough: 2 });
  expect(seenNow(report, true, new Map([["three", "opened"]]))).toMatchObject({ openedThrough: 0 });
});

test("everything is read once every message of the reporter was opened", () => {
  const shown = new Map([
    ["one", "opened" as const],
    ["three", "opened" as const],
  ]);

  expect(isAllOpened(seenNow(report, true, shown))).toBe(true);
  expect(isAllOpened(seenNow(aReportDetail({ messages: [] }), true, new Map()))).toBe(true);
});

test("a message that opens with no key was shown, but not read", () => {
  const shown = new Map([
    ["one", "opened" as const],
    ["three", "broken" as const],
  ]);

  const seen = seenNow(report, true, shown);

  expect(seen).toMatchObject({ openedThrough: 2, shownThrough: 4 });
  expect(isAllOpened(seen)).toBe(false);
  expect(isAllShown(seen)).toBe(true);
});

test("a browser without a key to the report has read nothing of it", () => {
  const shown = new Map(messages.map(({ id }) => [id, "broken" as const]));

  const seen = seenNow(report, false, shown);

  expect(seen).toMatchObject({ openedThrough: 0, shownThrough: 0 });
  expect(isAllOpened(seenNow(aReportDetail({ messages: [] }), false, new Map()))).toBe(false);
  expect(isAllShown(seen)).toBe(false);
});

test("what was seen is outdated by another level or a newer message of the reporter, not by an answer", () => {
  const seen = seenNow(report, true, new Map());
  const answered = [...messages, aMessage("five", 5, "staff")];
  const written = [...messages, aMessage("five", 5, "reporter")];

  expect(isOutdated(seen, report)).toBe(false);
  expect(isOutdated(seen, { ...report, messages: answered })).toBe(false);
  expect(isOutdated(seen, { ...report, messages: written })).toBe(true);
  expect(isOutdated(seen, { ...report, level: "emergency" })).toBe(true);
});
