import { desksAskedFor, mayAskForPolice, readersOf } from "@truong-an/mini-app/reporter/readers";
import { type PlaceSheet, PlaceSheet as Sheet } from "@truong-an/shared/directory";
import type { Facts } from "@truong-an/shared/report";
import type { Signal } from "@truong-an/shared/triage/signals";
import { triageOf } from "@truong-an/shared/triage/triage";
import { expect, test } from "vitest";

const ids = {
  school: "00000000-0000-4000-8000-000000000001",
  police: "00000000-0000-4000-8000-000000000002",
  commune: "00000000-0000-4000-8000-000000000003",
  department: "00000000-0000-4000-8000-000000000004",
} as const;

const recipient = `age1${"q".repeat(58)}`;

const sheet: PlaceSheet = Sheet.parse({
  version: 1,
  schoolId: "00000000-0000-4000-8000-00000000000a",
  schoolName: "Trường thử",
  stage: "primary_lower",
  communeName: "Xã thử",
  provinceName: "Tỉnh thử",
  desks: (["school", "police", "commune", "department"] as const).map((kind) => ({
    id: ids[kind],
    kind,
    name: kind,
    phone: null,
    keyNumber: 1,
    recipient,
  })),
});

const quarrel: Facts = {
  danger: "no",
  categories: ["bullying"],
  accused: "peer",
  when: "days",
  writer: "pupil_lower",
  wantsPolice: false,
  excluded: null,
};

function kindsReading(facts: Facts, signals: readonly Signal[] = []): readonly string[] {
  return readersOf({ facts, signals }, sheet).desks.map((desk) => desk.kind);
}

function mayAsk(facts: Facts): boolean {
  return mayAskForPolice({ facts, signals: [] }, sheet);
}

function askedFor(ids: readonly string[], facts: Facts, signals: readonly Signal[] = []) {
  return desksAskedFor(ids, triageOf(facts, signals), facts, sheet);
}

test("the accused school is not among the readers that the phone seals to", () => {
  expect(kindsReading({ ...quarrel, accused: "staff" })).not.toContain("school");
});

test("the police read when danger is now, and asking for them is not offered then", () => {
  const emergency: Facts = { ...quarrel, danger: "me", when: null };

  expect(kindsReading(emergency)).toContain("police");
  expect(mayAsk(emergency)).toBe(false);
});

test("what the words say raises the level, and with it who reads", () => {
  const told = { facts: quarrel, signals: ["says_today", "goodbye"] as const };

  expect(readersOf(told, sheet).level).toBe("emergency");
  expect(kindsReading(quarrel, told.signals)).toEqual(
    expect.arrayContaining(["school", "police", "commune", "department"]),
  );
  expect(mayAskForPolice(told, sheet)).toBe(false);
});

test("no word lets an accused desk read", () => {
  const byStaff: Facts = { ...quarrel, accused: "staff" };

  expect(kindsReading(byStaff, ["wish_to_die"])).not.toContain("school");
  expect(askedFor([ids.school], byStaff, ["wish_to_die"])).toBeNull();
});

test("a desk that the writer left out is given the key only when a serious matter needs it", () => {
  const facts: Facts = {
    ...quarrel,
    categories: ["staff_misconduct"],
    accused: "police",
    excluded: "commune",
  };
  const twoLeft: PlaceSheet = {
    ...sheet,
    desks: sheet.desks.filter((desk) => desk.kind !== "department"),
  };
  const calm = triageOf(facts, []);
  const raised = triageOf(facts, ["wish_to_die"]);

  expect(desksAskedFor([ids.commune], calm, facts, sheet)).toBeNull();
  expect(desksAskedFor([ids.commune], raised, facts, twoLeft)).toHaveLength(1);
});

test("the police read a quarrel only when the writer asks", () => {
  expect(kindsReading(quarrel)).not.toContain("police");
  expect(mayAsk(quarrel)).toBe(true);
  expect(mayAsk({ ...quarrel, accused: "police" })).toBe(false);
});

test("desks the server asks for are accepted when they are on the signed sheet", () => {
  const asked = askedFor([ids.school, ids.commune], quarrel);

  expect(asked?.map((desk) => desk.kind)).toEqual(["school", "commune"]);
});

test.each([
  ["a desk that is not on the sheet", ["00000000-0000-4000-8000-0000000000ff"], quarrel],
  ["no desk at all", [], quarrel],
  ["the accused's own desk", [ids.school, ids.commune], { ...quarrel, accused: "staff" }],
  ["the desk the writer left out", [ids.school, ids.commune], { ...quarrel, excluded: "commune" }],
] as const)("a server that asks for %s gets no envelope", (_what, asked, facts) => {
  expect(askedFor(asked, facts)).toBeNull();
});
