import { bulletinLimits, Reader, Topic } from "@truong-an/shared/bulletin";
import { blocksOf, summaryOf } from "@truong-an/shared/bulletin-body";
import { findingsIn } from "@truong-an/shared/bulletin-check";
import { library } from "@truong-an/shared/library/library";
import { describe, expect, test } from "vitest";

test("there are at least 24, on every topic, for every kind of reader and every age", () => {
  const ages = new Set(library.flatMap((model) => model.ages));

  expect(library.length).toBeGreaterThanOrEqual(24);
  expect(new Set(library.map(({ topic }) => topic))).toEqual(new Set(Topic.options));
  expect(new Set(library.flatMap(({ readers }) => readers))).toEqual(new Set(Reader.options));
  expect(ages).toEqual(new Set(["primary", "lower", "upper"]));
  expect(new Set(library.map(({ key }) => key)).size).toBe(library.length);
});

describe.each(library.map((model) => [model.key, model] as const))("%s", (_key, model) => {
  const words = `${model.title}\n${model.body}`;

  test("fits into a bulletin, and reads as one", () => {
    const kinds = blocksOf(model.body).map(({ kind }) => kind);

    expect(words.normalize("NFC")).toBe(words);
    expect(model.title.length).toBeLessThanOrEqual(bulletinLimits.titleChars);
    expect(model.body.length).toBeLessThanOrEqual(bulletinLimits.bodyChars);
    expect(kinds[0]).toBe("paragraph");
    expect(kinds).toContain("heading");
    expect(kinds).toContain("list");
    expect(summaryOf(model.body).length).toBeGreaterThan(40);
  });

  test("names nobody, and says whom to call or what to do", () => {
    expect(findingsIn(words)).toEqual([]);
    expect(words).not.toMatch(/https?:\/\/(?!takeitdown)/); // an address that dies leaves a dead end
    expect(model.sources.length).toBeGreaterThan(0);
  });
});
