import {
  bulletinStatusLabels,
  readerLabels,
  topicLabels,
} from "@truong-an/shared/text/bulletin-vi";
import { expect, test } from "vitest";

test.each([
  ["topics", topicLabels],
  ["readers", readerLabels],
  ["statuses", bulletinStatusLabels],
])("no two %s bear the same words, and none shouts", (_what, labels: Record<string, string>) => {
  const words = Object.values(labels);

  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((label) => /[!]|\s$|^\s|^$/.test(label))).toEqual([]);
});
