import {
  checkDraft,
  emptyDraft,
  type GroupDraft,
  placeOf,
  toggled,
} from "@truong-an/mini-app/staff/groups/group-draft";
import { describe, expect, test } from "vitest";

const groupId = "11111111-2222-4333-8444-555555555555";
const school = { kind: "school", id: "s1", name: "Trường" } as const;
const commune = { kind: "commune", id: "68-xa", name: "Xã" } as const;
const full = (changes: Partial<GroupDraft> = {}): GroupDraft => ({
  ...emptyDraft(groupId, [school]),
  name: "  Phụ huynh  ",
  readers: ["pupils", "parents"],
  assetId: "a1",
  firstMembers: ["m1"],
  ...changes,
});

test("the only place there is, is chosen; of several none is", () => {
  expect(emptyDraft(groupId, [school]).placeKey).toBe("school:s1");
  expect(emptyDraft(groupId, [school, commune]).placeKey).toBe("");
});

describe("a draft that is complete", () => {
  test("becomes a request for a group of the account's own", () => {
    expect(checkDraft(full())).toEqual({
      kind: "gmf",
      body: {
        groupId,
        name: "Phụ huynh",
        description: "",
        place: { kind: "school", id: "s1" },
        readers: ["parents", "pupils"],
        assetId: "a1",
        firstMembers: ["m1"],
      },
    });
  });

  test("becomes a request to attach a group with the Bot, without an asset or members", () => {
    const draft = full({ kind: "bot", chatId: " chat-1 ", assetId: "", firstMembers: [] });

    expect(checkDraft(draft)).toEqual({
      kind: "bot",
      body: {
        groupId,
        chatId: "chat-1",
        name: "Phụ huynh",
        place: { kind: "school", id: "s1" },
        readers: ["parents", "pupils"],
      },
    });
  });
});

test.each([
  ["no name", { name: " " }, ["name"]],
  ["a name of 31 characters", { name: "a".repeat(31) }, ["name"]],
  ["no place", { placeKey: "" }, ["place"]],
  ["nobody meant", { readers: [] }, ["readers"]],
  ["no asset", { assetId: "" }, ["asset"]],
  ["no first member", { firstMembers: [] }, ["members"]],
  ["a chat id with spaces", { kind: "bot", chatId: "lớp 5A" }, ["chatId"]],
  [
    "nothing at all",
    { name: "", placeKey: "", readers: [], assetId: "", firstMembers: [] },
    ["name", "place", "readers", "asset", "members"],
  ],
] as const)("%s is named as a problem", (_case, changes, problems) => {
  expect(checkDraft(full(changes as Partial<GroupDraft>))).toEqual({
    kind: "problems",
    problems: new Set(problems),
  });
});

test("a commune's id may hold dashes and digits", () => {
  expect(placeOf("commune:68-nam-ban")).toEqual({ kind: "commune", id: "68-nam-ban" });
  expect(placeOf("province:68")).toBeUndefined();
});

test("a choice pressed twice is as before", () => {
  expect(toggled(toggled(["a"], "b"), "b")).toEqual(["a"]);
});
