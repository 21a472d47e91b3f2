import { desksAskedFor, mayAskForPolice, readersOf } from "@truong-an/mini-app/reporter/readers";
import { type PlaceSheet, PlaceSheet as Sheet } from "@truong-an/shared/directory";
import type { Facts } from "@truong-an/shared/report";
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

function kindsReading(facts: Facts): readonly string[] {
  return readersOf(facts, sheet).desks.map((desk) => desk.kind);
}

test("the accused school is not among the readers that the phone seals to", () => {
  expect(kindsReading({ ...quarrel, accused: "staff" })).not.toContain("school");
});

test("the police read when danger is now, and asking for them is not offered then", () => {
  const emergency: Facts = { ...quarrel, danger: "me", when: null };

  expect(kindsReading(emergency)).toContain("police");
  expect(mayAskForPolice(emergency, sheet)).toBe(false);
});

test("the police read a quarrel only when the writer asks", () => {
  expect(kindsReading(quarrel)).not.toContain("police");
  expect(mayAskForPolice(quarrel, sheet)).toBe(true);
  expect(mayAskForPolice({ ...quarrel, accused: "police" }, sheet)).toBe(false);
});

test("desks the server asks for are accepted when they are on the signed sheet", () => {
  const asked = desksAskedFor([ids.school, ids.commune], quarrel, sheet);

  expect(asked?.map((desk) => desk.kind)).toEqual(["school", "commune"]);
});

test.each([
  ["a desk that is not on the sheet", ["00000000-0000-4000-8000-0000000000ff"], quarrel],
  ["no desk at all", [], quarrel],
  ["the accused's own desk", [ids.school, ids.commune], { ...quarrel, accused: "staff" }],
  ["the desk the writer left out", [ids.school, ids.commune], { ...quarrel, excluded: "commune" }],
] as const)("a server that asks for %s gets no envelope", (_what, asked, facts) => {
  expect(desksAskedFor(asked, facts, sheet)).toBeNull();
});
