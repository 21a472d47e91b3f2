import { type GroupsView, groupsHash } from "@truong-an/mini-app/staff/groups/group-routes";
import { groupsByPlace } from "@truong-an/mini-app/staff/groups/groups-by-place";
import { offeredChanges } from "@truong-an/mini-app/staff/groups/offered-changes";
import { sendCounts } from "@truong-an/mini-app/staff/groups/send-counts";
import { routeOf } from "@truong-an/mini-app/staff/routes";
import { whyNot } from "@truong-an/mini-app/staff/text/groups-vi";
import type { GroupRow, PostRow } from "@truong-an/shared/api/groups";
import { GroupChangeId, GroupId } from "@truong-an/shared/ids";
import { describe, expect, test } from "vitest";

const id = "11111111-2222-4333-8444-555555555555";

const group = (changes: Partial<GroupRow> = {}): GroupRow => ({
  id: GroupId.parse(id),
  kind: "gmf",
  state: "enabled",
  name: "Nhóm",
  description: "",
  place: { kind: "school", id: "s1", name: "Trường A" },
  readers: ["parents"],
  link: null,
  isLocked: true,
  asksToJoin: false,
  members: 3,
  mostMembers: 100,
  requests: 0,
  asset: null,
  dissolvesAt: null,
  mayLead: true,
  change: null,
  ...changes,
});

describe("the pages under #/groups", () => {
  test.each<GroupsView>([
    { kind: "list" },
    { kind: "new" },
    { kind: "group", groupId: id },
    { kind: "poster", schoolId: id },
    { kind: "send", bulletinId: null },
    { kind: "send", bulletinId: id },
  ])("%o is where its address leads", (view) => {
    expect(routeOf(groupsHash(view))).toEqual({ page: "groups", view });
  });

  test.each(["#/groups/poster", "#/groups/poster/x", "#/groups/nonsense"])(
    "%s leads to the list",
    (hash) => {
      expect(routeOf(hash)).toEqual({ page: "groups", view: { kind: "list" } });
    },
  );
});

describe("what can be asked of a group", () => {
  const waiting = {
    id: GroupChangeId.parse(id),
    kind: "lock",
    status: "waiting",
    code: null,
    askedAt: 0,
  } as const;

  test.each<[string, Partial<GroupRow>, readonly string[]]>([
    ["a locked one", {}, ["unlock", "ask-to-join", "use-asset", "delete"]],
    [
      "an open one that asks",
      { isLocked: false, asksToJoin: true },
      ["lock", "join-freely", "use-asset", "delete"],
    ],
    [
      "one that people ask to join",
      { asksToJoin: true, requests: 2 },
      ["accept-requests", "reject-requests", "unlock", "join-freely", "use-asset", "delete"],
    ],
    ["a disabled one", { state: "disabled" }, ["use-asset", "delete"]],
    ["one that was refused", { state: "refused" }, ["create", "delete"]],
    ["one with the Bot", { kind: "bot" }, ["delete"]],
    ["one that something is asked of", { change: waiting }, []],
  ])("%s", (_case, changes, offered) => {
    expect(offeredChanges(group(changes))).toEqual(offered);
  });
});

test("groups stand under their places, by name, and those of nobody under none", () => {
  const places = groupsByPlace([
    group({ place: { kind: "school", id: "b", name: "Trường Đồi" } }),
    group({ place: null }),
    group({ place: { kind: "school", id: "a", name: "Trường An" } }),
    group({ place: { kind: "school", id: "b", name: "Trường Đồi" } }),
  ]);

  expect(places.map(({ place, groups }) => [place.name, groups.length])).toEqual([
    ["Trường An", 1],
    ["Trường Đồi", 2],
  ]);
});

describe("what can be done with a bulletin", () => {
  const post = (changes: Partial<PostRow>): PostRow => ({
    groupId: GroupId.parse(id),
    groupName: "Nhóm",
    groupKind: "gmf",
    groupState: "enabled",
    placeName: "Trường",
    status: null,
    code: null,
    isPending: false,
    mayRetry: false,
    ...changes,
  });

  test("nothing has been begun", () => {
    expect(sendCounts([post({}), post({}), post({ groupState: "disabled" })])).toMatchObject({
      all: 0,
      startable: 2,
      retryable: 0,
      stoppable: 0,
      isFirst: true,
    });
  });

  test("on its way", () => {
    const posts = [
      post({ status: "sent" }),
      post({ status: "waiting", isPending: true }),
      post({ status: "unsure", isPending: true }),
    ];

    expect(sendCounts(posts)).toMatchObject({ all: 3, sent: 1, stoppable: 2, retryable: 0 });
  });

  test("partly failed: what a person must look at is not tried blindly", () => {
    const posts = [
      post({ status: "sent" }),
      post({ status: "failed", mayRetry: true }),
      post({ status: "unsure", mayRetry: true }),
      post({ status: "unsure", mayRetry: true, groupKind: "bot" }),
      post({ status: "cancelled", mayRetry: true }),
    ];

    expect(sendCounts(posts)).toMatchObject({
      all: 4,
      sent: 1,
      retryable: 2,
      startable: 1,
      isFirst: false,
    });
  });
});

test("a code that nobody explained is at least told", () => {
  expect(whyNot("-224")).toBe("gói dịch vụ của OA chưa có nhóm GMF. Cần nâng gói.");
  expect(whyNot("-999")).toContain("-999");
});
