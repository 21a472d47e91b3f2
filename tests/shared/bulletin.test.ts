import {
  type Audience,
  advance,
  audienceOf,
  type BulletinEvent,
  BulletinStatus,
  bulletinLink,
  needsFourEyes,
  Place,
  placeOf,
  reaches,
  type Scope,
  scopeOf,
} from "@truong-an/shared/bulletin";
import { BulletinId, SchoolId } from "@truong-an/shared/ids";
import { describe, expect, test } from "vitest";

const schoolId = SchoolId.parse("5c1a7b52-8a5e-4d39-8d0e-51a5f0a10001");
const otherSchool = SchoolId.parse("5c1a7b52-8a5e-4d39-8d0e-51a5f0a10002");
const school = { schoolId, communeId: "68-nam-ban", provinceId: "68" };
const nowhere = { provinceId: null, communeId: null, schoolId: null };

const events: readonly BulletinEvent[] = [
  "edit",
  "submit",
  "return",
  "approve",
  "publish",
  "correct",
  "withdraw",
];

const allowed = [
  ["draft", "edit", "draft"],
  ["draft", "submit", "submitted"],
  ["draft", "withdraw", "withdrawn"],
  ["submitted", "edit", "draft"],
  ["submitted", "return", "draft"],
  ["submitted", "approve", "approved"],
  ["submitted", "withdraw", "withdrawn"],
  ["approved", "edit", "draft"],
  ["approved", "return", "draft"],
  ["approved", "publish", "published"],
  ["approved", "withdraw", "withdrawn"],
  ["published", "correct", "draft"],
  ["published", "withdraw", "withdrawn"],
  ["withdrawn", "correct", "draft"],
] as const;

describe("the life of a bulletin", () => {
  test.each(allowed)("%s, %s: %s", (from, event, to) => {
    expect(advance(from, event)).toEqual({ kind: "moved", to });
  });

  test("nothing else may happen", () => {
    const known = new Set<string>(allowed.map(([from, event]) => `${from} ${event}`));

    const others = BulletinStatus.options
      .flatMap((from) => events.map((event) => ({ from, event })))
      .filter(({ from, event }) => !known.has(`${from} ${event}`));

    expect(others.map(({ from, event }) => advance(from, event).kind)).toEqual(
      others.map(() => "illegal"),
    );
  });

  test("only what another person has approved can be published", () => {
    const before = allowed.filter(([, , to]) => to === "published").map(([from]) => from);
    const approvedBy = allowed.filter(([, , to]) => to === "approved").map(([, event]) => event);

    expect(before).toEqual(["approved"]);
    expect(approvedBy).toEqual(["approve"]);
    expect([...needsFourEyes]).toEqual(["approve", "publish"]);
  });

  test("whatever can be read can be withdrawn at once", () => {
    expect(advance("published", "withdraw")).toEqual({ kind: "moved", to: "withdrawn" });
  });

  test("words that are changed need a new approval", () => {
    const edited = allowed.filter(([, event]) => event === "edit" || event === "correct");

    expect(new Set(edited.map(([, , to]) => to))).toEqual(new Set(["draft"]));
  });
});

const reached: readonly (readonly [string, Scope, boolean])[] = [
  ["its province", { kind: "province", provinceId: "68" }, true],
  ["another province", { kind: "province", provinceId: "01" }, false],
  ["its commune", { kind: "commune", communeId: "68-nam-ban" }, true],
  ["another commune", { kind: "commune", communeId: "68-doi-thong" }, false],
  ["itself", { kind: "school", schoolId }, true],
  ["another school", { kind: "school", schoolId: otherSchool }, false],
];

describe("an audience", () => {
  test.each(reached)("a school and what is for %s", (_what, scope, isReached) => {
    const audience: Audience = { scope, readers: ["parents"] };

    expect(reaches(audience, school)).toBe(isReached);
  });

  test.each([
    [
      { ...nowhere, provinceId: "68" },
      { kind: "province", provinceId: "68" },
    ],
    [
      { ...nowhere, communeId: "68-nam-ban" },
      { kind: "commune", communeId: "68-nam-ban" },
    ],
    [
      { ...nowhere, schoolId },
      { kind: "school", schoolId },
    ],
  ])("is read back from its columns: %j", (columns, scope) => {
    const readers = ["parents", "pupils"];

    expect(audienceOf({ ...columns, readers })).toEqual({ scope, readers });
  });

  test.each([
    ["without a place", { ...nowhere, readers: ["parents"] }],
    ["of two places", { ...nowhere, provinceId: "68", schoolId, readers: ["parents"] }],
    ["without readers", { ...nowhere, provinceId: "68", readers: [] }],
    ["of readers nobody knows", { ...nowhere, provinceId: "68", readers: ["everyone"] }],
  ])("%s is none", (_what, columns) => {
    expect(() => audienceOf(columns)).toThrow();
  });
});

test.each(reached)("a place travels and comes back: %s", (_what, scope) => {
  expect(scopeOf(Place.parse(placeOf(scope)))).toEqual(scope);
});

test("a school's place is named by its own kind of id", () => {
  expect(Place.safeParse({ kind: "school", id: "68-nam-ban" }).success).toBe(false);
});

const id = BulletinId.parse("0d5a2f6e-6d0b-4a57-9a43-0c6f3c1d0001");

test.each([
  ["https://zalo.me/s/123/", `https://zalo.me/s/123/?bulletin=${id}`],
  ["https://zalo.me/s/123/?env=TESTING", `https://zalo.me/s/123/?env=TESTING&bulletin=${id}`],
])("the link to a bulletin from %s", (appLink, link) => {
  expect(bulletinLink(appLink, id)).toBe(link);
});
