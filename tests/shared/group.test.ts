import type { Audience } from "@truong-an/shared/bulletin";
import {
  assetStanding,
  bearsMark,
  describedWithMark,
  deskThatMay,
  endOfZaloDate,
  type GroupDesk,
  GroupName,
  isReached,
  lapseWarningDue,
} from "@truong-an/shared/group";
import { SchoolId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const schoolId = SchoolId.parse("5c1a7b52-8a5e-4d39-8d0e-51a5f0a10001");
const elsewhere = SchoolId.parse("5c1a7b52-8a5e-4d39-8d0e-51a5f0a10002");

const ofSchool = {
  schoolId,
  communeId: "nam-ban",
  provinceId: "68",
  readers: ["parents"],
} as const;
const ofCommune = { ...ofSchool, schoolId: null };
const ofNobody = { schoolId: null, communeId: null, provinceId: null, readers: [] } as const;

describe("which groups an audience reaches", () => {
  const readers = ["parents", "pupils"] as const;
  const province: Audience = { scope: { kind: "province", provinceId: "68" }, readers };
  const commune: Audience = { scope: { kind: "commune", communeId: "nam-ban" }, readers };
  const school: Audience = { scope: { kind: "school", schoolId }, readers };
  const otherSchool: Audience = { scope: { kind: "school", schoolId: elsewhere }, readers };

  test.each([
    ["the province's, its schools' groups", province, ofSchool, true],
    ["the province's, its communes' groups", province, ofCommune, true],
    ["the province's, not a group of nobody", province, ofNobody, false],
    ["the commune's, its own group", commune, ofCommune, true],
    ["the commune's, the groups of its schools", commune, ofSchool, true],
    [
      "the commune's, not another commune's",
      commune,
      { ...ofCommune, communeId: "xa-khac" },
      false,
    ],
    ["the school's, its own group", school, ofSchool, true],
    ["the school's, not its commune's group", school, ofCommune, false],
    ["another school's, not this one's", otherSchool, ofSchool, false],
  ] as const)("%s: %#", (_case, audience, group, isMeant) => {
    expect(isReached(audience, group)).toBe(isMeant);
  });

  test("a bulletin for staff stays out of a group of parents", () => {
    const forStaff: Audience = { ...school, readers: ["staff"] };

    expect(isReached(forStaff, ofSchool)).toBe(false);
    expect(isReached(forStaff, { ...ofSchool, readers: ["parents", "staff"] })).toBe(true);
  });
});

describe("who may do what with a group", () => {
  const desk = (kind: GroupDesk["kind"], role: GroupDesk["role"] = "lead"): GroupDesk => ({
    deskId: `${kind} ${role}`,
    kind,
    role,
    schoolIds: [schoolId],
    communeIds: ["nam-ban"],
  });

  test.each([
    ["school", ofSchool, true],
    ["school", { ...ofSchool, schoolId: elsewhere }, false],
    ["school", ofCommune, false],
    ["school", ofNobody, false],
    ["commune", ofSchool, true],
    ["commune", ofCommune, true],
    ["commune", { ...ofCommune, communeId: "xa-khac" }, false],
    ["police", ofSchool, true],
    ["police", ofCommune, true],
    ["police", ofNobody, false],
    ["department", { ...ofSchool, schoolId: elsewhere }, true],
    ["department", ofCommune, true],
    ["department", ofNobody, true],
  ] as const)("a desk of the %s, case %#", (kind, group, may) => {
    expect(deskThatMay([desk(kind)], "lead", group) !== undefined).toBe(may);
  });

  test("a member posts, and only a lead changes a group", () => {
    const of = [desk("school", "member")];

    expect(deskThatMay(of, "use", ofSchool)?.deskId).toBe("school member");
    expect(deskThatMay(of, "lead", ofSchool)).toBeUndefined();
  });

  test("who leads one desk and helps at another leads only the groups of the first", () => {
    const of = [desk("commune", "member"), desk("school", "lead")];

    expect(deskThatMay(of, "lead", ofSchool)?.deskId).toBe("school lead");
    expect(deskThatMay(of, "lead", ofCommune)).toBeUndefined();
  });
});

describe("how long a group is paid for", () => {
  const day = 24 * 60 * 60_000;
  const now = instant(Date.UTC(2026, 10, 30));
  const lapsesIn = (days: number) => ({ until: instant(now + days * day), renewsItself: false });

  test.each([
    [15, "fine"],
    [14, "soon"],
    [4, "soon"],
    [3, "pressing"],
    [0.1, "pressing"],
    [0, "lapsed"],
    [-1, "lapsed"],
  ] as const)("%d days before: %s", (days, standing) => {
    expect(assetStanding(lapsesIn(days), now)).toBe(standing);
  });

  test("what renews itself, and what has no end, is fine", () => {
    expect(assetStanding({ ...lapsesIn(-1), renewsItself: true }, now)).toBe("fine");
    expect(assetStanding({ until: null, renewsItself: false }, now)).toBe("fine");
  });

  test.each([
    [15, null, undefined],
    [14, null, 14],
    [13, 14, undefined],
    [3, 14, 3],
    [2, 3, undefined],
    [2, null, 3],
    [-1, 14, undefined],
  ])("%d days before, with %s given already, warns of %s", (days, given, due) => {
    expect(lapseWarningDue(lapsesIn(days), given, now)).toBe(due);
  });
});

describe("a date as Zalo writes it", () => {
  const endOfYear = Date.UTC(2027, 11, 31, 17); // the first moment of 2028 in Viet Nam

  test.each([
    ["31/12/2027", endOfYear],
    ["31/12/2027 10:00", endOfYear],
    ["2027-12-31", endOfYear],
    ["1830272400000", 1_830_272_400_000],
    ["", undefined],
    ["mãi mãi", undefined],
    [undefined, undefined],
  ])("%j", (written, end) => {
    expect(endOfZaloDate(written)).toBe(end);
  });
});

describe("the mark in a group's description", () => {
  const mine = "11111111-2222-4333-8444-555555555555";
  const other = "11111111-3333-4333-8444-555555555555";

  test("tells a group of ours from another", () => {
    const description = describedWithMark("Bản tin của trường", mine);

    expect(bearsMark(description, mine)).toBe(true);
    expect(bearsMark(description, other)).toBe(false);
    expect(bearsMark(describedWithMark("", mine), mine)).toBe(true);
  });

  test("stays what it is when Zalo gives the words decomposed", () => {
    expect(bearsMark(describedWithMark("Nhóm", mine).normalize("NFD"), mine)).toBe(true);
  });
});

test("a name is composed, trimmed and 1 to 30 characters", () => {
  const any = fc.string({ unit: "grapheme", maxLength: 40 });

  fc.assert(
    fc.property(any, (typed) => {
      const name = GroupName.safeParse(typed);
      const composed = typed.trim().normalize("NFC");
      expect(name.success).toBe(composed.length >= 1 && composed.length <= 30);
      expect(name.data ?? composed).toBe(composed);
    }),
  );
});
