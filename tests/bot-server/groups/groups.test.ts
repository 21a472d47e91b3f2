import { randomUUID } from "node:crypto";
import type { GroupList, GroupRow } from "@truong-an/shared/api/groups";
import type { GroupId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { people, schools } from "../../demo/directory.ts";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { type Colleague, joinDesk } from "../../support/colleague.ts";
import { dumpDatabase } from "../../support/database-dump.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { setGroup } from "../../support/group-rows.ts";
import { eventually, openStage, type Stage } from "../../support/stage.ts";
import { manyAssets } from "../../support/zalo-groups.ts";
import { asking } from "../../zalo-sim/asking.ts";

let stage: Stage;
let school: Colleague;
let department: Colleague;
beforeAll(async () => {
  stage = await openStage({ zalo: { assets: manyAssets(4) } });
  await stage.database.query("delete from staff_zalo where user_id = $1", [
    zaloIdOf("commune-nam-ban"),
  ]);
  school = await joinDesk(stage, "cill-cus");
  department = await joinDesk(stage, "department");
});
beforeEach(async () => {
  await stage.database.query("delete from graphile_worker._private_jobs where locked_by is null");
  await stage.database.query("update zalo_groups set state = 'deleted', zalo_id = null");
  await stage.database.query("delete from group_assets");
  stage.sim.reset();
});
afterAll(() => stage.close());

const lead = people.find(({ desk }) => desk === "cill-cus")?.id ?? "";
const schoolPlace = { kind: "school", id: schools[0]?.id ?? "" };
const listOf = async (who: Colleague) =>
  (await who.call("GET", "/api/staff/groups")).body as GroupList;
const groupOf = async (id: string, who = school) =>
  (await listOf(who)).groups.find((group) => group.id === id);

async function sync(who = school): Promise<GroupList> {
  await who.call("POST", "/api/staff/groups/sync");
  return eventually("the comparison with Zalo", async () => {
    const list = await listOf(who);
    const { rowCount } = await stage.database.query(
      "select 1 from graphile_worker.jobs where task_identifier in ('sync-groups', 'read-group')",
    );
    return list.sync?.finishedAt != null && rowCount === 0 ? list : undefined;
  });
}

/** Asks for a group of the school; its id. */
async function create(changes: object = {}): Promise<string> {
  const { freeAssets } = await sync();
  const groupId = randomUUID();
  const asked = {
    groupId,
    name: "Bản tin Cill Cus",
    description: "Bản tin an toàn của trường",
    place: schoolPlace,
    readers: ["parents"],
    assetId: freeAssets[0]?.id,
    firstMembers: [lead],
    ...changes,
  };
  const answer = await school.call("POST", "/api/staff/groups", asked);
  if (answer.status !== 204) throw new Error(`refused: ${answer.status}`);
  return groupId;
}

const change = (groupId: string, kind: string, assetId: string | null = null) =>
  school.call("POST", `/api/staff/groups/${groupId}/changes`, { kind, assetId });

function settled(
  groupId: string,
  isSo: (group: GroupRow) => boolean,
  seconds = 20,
): Promise<GroupRow> {
  return eventually(
    "the group as it should be",
    async () => {
      const group = await groupOf(groupId);
      return group !== undefined && group.change?.status !== "waiting" && isSo(group)
        ? group
        : undefined;
    },
    seconds,
  );
}
const made = (groupId: string, seconds?: number) =>
  settled(
    groupId,
    ({ state, isLocked, members }) => state === "enabled" && isLocked && members > 0,
    seconds,
  );

describe("making a group", () => {
  test("it is made, locked from the start, and shown with its link", async () => {
    const groupId = await create();

    const group = await made(groupId);

    expect(group).toMatchObject({
      name: "Bản tin Cill Cus",
      place: { name: "Trường TH&THCS Cill Cus" },
      link: expect.stringMatching(/^https:\/\/zalo\.me\/g\//),
      members: 2, // the account and its first member
      asset: { kind: "gmf100" },
      change: { kind: "lock", status: "done" },
    });
    expect(stage.sim.groups()).toMatchObject([
      { members: [zaloIdOf("cill-cus")], setting: { lock_send_msg: true } },
    ]);
  });

  test("with pupils in it, somebody lets each newcomer in from the start", async () => {
    const groupId = await create({ readers: ["parents", "pupils"] });

    const group = await made(groupId);

    expect(group.asksToJoin).toBe(true);
    expect(stage.sim.groups()).toMatchObject([
      { setting: { lock_send_msg: true, join_appr: true } },
    ]);
  });

  test("no answer although it was made: the same group is found, and no second one made", async () => {
    stage.sim.reset();
    await sync();
    const groupId = await createFailing("answer-then-drop");

    const group = await made(groupId, 40);

    expect(group.link).toMatch(/^https/);
    expect(stage.sim.groups()).toHaveLength(1);
  });

  test.each([
    ["-221", { isVerified: false }],
    ["-224", { packageHasGroups: false }],
  ])("Zalo's %s is shown, and asking again works once it is mended", async (code, condition) => {
    const { freeAssets } = await sync();
    stage.sim.setConditions(condition);
    const groupId = randomUUID();
    await school.call("POST", "/api/staff/groups", {
      groupId,
      name: "Nhóm",
      description: "",
      place: schoolPlace,
      readers: ["parents"],
      assetId: freeAssets[0]?.id,
      firstMembers: [lead],
    });
    const refused = await settled(groupId, ({ state }) => state === "refused");

    stage.sim.setConditions({ isVerified: true, packageHasGroups: true });
    const again = await change(groupId, "create");
    const group = await made(groupId);

    expect(refused.change).toMatchObject({ kind: "create", status: "refused", code });
    expect(again.status).toBe(204);
    expect(group.state).toBe("enabled");
  });

  test("an asset taken by somebody else in between is refused with Zalo's words", async () => {
    const { freeAssets } = await sync();
    await asking(stage.sim).post("/v3.0/oa/group/creategroupwithoa", {
      group_name: "Nơi khác",
      asset_id: freeAssets[0]?.id,
      member_user_ids: [zaloIdOf("cill-cus")],
    });
    const groupId = randomUUID();
    await school.call("POST", "/api/staff/groups", {
      groupId,
      name: "Nhóm",
      description: "",
      place: schoolPlace,
      readers: ["parents"],
      assetId: freeAssets[0]?.id,
      firstMembers: [lead],
    });

    const refused = await settled(groupId, ({ state }) => state === "refused");

    expect(refused.change).toMatchObject({ code: "-238" });
    expect(stage.sim.groups()).toHaveLength(1);
  });

  test("sent twice it is one group, and one asset pays for one group", async () => {
    const groupId = await create();
    await made(groupId);
    const { asset } = (await groupOf(groupId)) ?? {};
    const asked = {
      name: "Nhóm",
      description: "",
      place: schoolPlace,
      readers: ["parents"],
      assetId: asset?.id,
      firstMembers: [lead],
    };

    const same = await school.call("POST", "/api/staff/groups", { ...asked, groupId });
    const other = await school.call("POST", "/api/staff/groups", {
      ...asked,
      groupId: randomUUID(),
    });

    expect(same.status).toBe(204);
    expect(other.status).toBe(409);
    expect(stage.sim.groups()).toHaveLength(1);
  });

  test("whoever has not linked their Zalo cannot be a first member", async () => {
    const unlinked = people.find(({ desk }) => desk === "commune-nam-ban")?.id;

    await expect(create({ firstMembers: [unlinked] })).rejects.toThrow("409");
  });

  async function createFailing(kind: "answer-then-drop"): Promise<string> {
    const { freeAssets } = await listOf(school);
    // The look at the three kinds of quota comes first; the making is the fourth call.
    const groupId = randomUUID();
    for (const _look of ["sub", "purchase", "reward"]) {
      stage.sim.fail({ next: 1, kind: "slow", ms: 0, at: "group" });
    }
    stage.sim.fail({ next: 1, kind, at: "group" });
    await school.call("POST", "/api/staff/groups", {
      groupId,
      name: "Nhóm",
      description: "",
      place: schoolPlace,
      readers: ["parents"],
      assetId: freeAssets[0]?.id,
      firstMembers: [lead],
    });
    return groupId;
  }
});

describe("changing a group", () => {
  test("unlock, approvals, and another asset: each is done and shown", async () => {
    const groupId = await create();
    await made(groupId);
    const { freeAssets } = await listOf(school);

    await change(groupId, "unlock");
    await settled(groupId, ({ isLocked }) => !isLocked);
    await change(groupId, "ask-to-join");
    await settled(groupId, ({ asksToJoin }) => asksToJoin);
    await change(groupId, "use-asset", freeAssets[0]?.id ?? "");
    const group = await settled(groupId, ({ asset }) => asset?.id === freeAssets[0]?.id);

    expect(group.change).toMatchObject({ kind: "use-asset", status: "done" });
    expect(stage.sim.groups()).toMatchObject([
      { assetId: freeAssets[0]?.id, setting: { lock_send_msg: false, join_appr: true } },
    ]);
  });

  test("whoever asks to join is counted, and let in together", async () => {
    const groupId = await create();
    await made(groupId);
    await change(groupId, "ask-to-join");
    await settled(groupId, ({ asksToJoin }) => asksToJoin);
    const zaloGroup = stage.sim.groups()[0]?.id ?? "";
    stage.sim.joinGroup(zaloIdOf("commune-nam-ban"), zaloGroup);
    await sync();
    const before = await groupOf(groupId);

    await change(groupId, "accept-requests");
    const group = await settled(groupId, ({ members }) => members === 3);

    expect(before?.requests).toBe(1);
    expect(group.requests).toBe(0);
  });

  test("one change at a time", async () => {
    const groupId = await create();
    await made(groupId);
    stage.sim.fail({ next: 1, kind: "slow", ms: 1_000, at: "group" });

    const first = await change(groupId, "unlock");
    const second = await change(groupId, "ask-to-join");

    expect([first.status, second.status]).toEqual([204, 409]);
  });

  test("deleted, it is gone at Zalo and from the list, also when the answer got lost", async () => {
    const groupId = await create();
    await made(groupId);
    stage.sim.fail({ next: 1, kind: "answer-then-drop", at: "group" });

    await change(groupId, "delete");
    await eventually("the group is gone", async () =>
      (await groupOf(groupId)) === undefined ? true : undefined,
    );

    expect(stage.sim.groups()).toEqual([]);
  });

  test("no answer the first time: it is tried again by itself", async () => {
    const groupId = await create();
    await made(groupId);
    await change(groupId, "unlock");
    await settled(groupId, ({ isLocked }) => !isLocked);
    stage.sim.fail({ next: 1, kind: "http500", at: "group" });

    await change(groupId, "lock");
    const group = await settled(groupId, ({ isLocked }) => isLocked, 30);

    expect(group.change).toMatchObject({ kind: "lock", status: "done", code: null });
  });
});

describe("what happens at Zalo", () => {
  test("a group made elsewhere appears as nobody's, for the department to attach", async () => {
    await asking(stage.sim).post("/v3.0/oa/group/creategroupwithoa", {
      group_name: "Tạo ở trang OA",
      asset_id: stage.sim.assets()[0]?.id,
      member_user_ids: [zaloIdOf("cill-cus")],
    });

    const seen = await sync(department);
    const group = seen.groups.find(({ name }) => name === "Tạo ở trang OA");
    const unseen = await listOf(school);
    const body = { place: schoolPlace, readers: ["parents"] };
    const foreign = await school.call("POST", `/api/staff/groups/${group?.id}/attach`, body);
    const attached = await department.call("POST", `/api/staff/groups/${group?.id}/attach`, body);

    expect(group).toMatchObject({ place: null, state: "enabled" });
    expect(unseen.groups).toEqual([]);
    expect([foreign.status, attached.status]).toEqual([404, 204]);
    expect((await listOf(school)).groups).toMatchObject([
      { name: "Tạo ở trang OA", place: { kind: "school" } },
    ]);
  });

  test("deleted there, it is gone here; renamed there, it is renamed here", async () => {
    const groupId = await create();
    await made(groupId);
    const other = await create({ name: "Nhóm thứ hai" });
    await made(other);
    const [first, second] = stage.sim.groups();
    await asking(stage.sim).post("/v3.0/oa/group/delete", { group_id: first?.id });
    await asking(stage.sim).post("/v3.0/oa/group/updateinfo", {
      group_id: second?.id,
      group_name: "Tên mới",
    });

    const { groups } = await sync();

    expect(groups.map(({ name }) => name)).toEqual(["Tên mới"]);
  });

  test("a group whose asset has lapsed is shown as disabled, with the day it will be dissolved", async () => {
    const groupId = await create();
    await made(groupId);
    const assetId = (await groupOf(groupId))?.asset?.id ?? "";
    stage.sim.setAssetValidThrough(assetId, stage.sim.now() - 24 * 60 * 60_000);

    await sync();

    expect(await groupOf(groupId)).toMatchObject({
      state: "disabled",
      dissolvesAt: expect.any(Number),
    });
  });

  test.each([
    ["user_out_group", "flat", "accept"],
    ["user_leave_group", "nested", "react"],
  ] as const)(
    "its webhooks keep members and requests right, however they are spelled (%s)",
    async (leaving, createdGroup, joinDecision) => {
      stage.sim.setConditions({ leaving, createdGroup, joinDecision });
      const groupId = await create();
      await made(groupId);
      const zaloGroupId = stage.sim.groups()[0]?.id ?? "";
      const [first, second] = [zaloIdOf("commune-nam-ban"), zaloIdOf("police-nam-ban")];

      stage.sim.joinGroup(first, zaloGroupId);
      await settled(groupId, ({ members }) => members === 3);
      stage.sim.leaveGroup(first, zaloGroupId);
      await settled(groupId, ({ members }) => members === 2);
      await change(groupId, "ask-to-join");
      await settled(groupId, ({ asksToJoin }) => asksToJoin);
      stage.sim.joinGroup(second, zaloGroupId);
      const asked = await settled(groupId, ({ requests }) => requests === 1);
      await asking(stage.sim).post("/v3.0/oa/group/delete", { group_id: zaloGroupId });
      await eventually("the group is gone", async () =>
        (await groupOf(groupId)) === undefined ? true : undefined,
      );

      expect(asked.members).toBe(2);
    },
  );

  test("what people write in a group is not kept anywhere", async () => {
    const groupId = await create();
    await made(groupId);
    await change(groupId, "unlock");
    await settled(groupId, ({ isLocked }) => !isLocked);
    const zaloGroupId = stage.sim.groups()[0]?.id ?? "";

    stage.sim.sayInGroup(zaloIdOf("cill-cus"), zaloGroupId, "Con nhà chị Hoa lớp 6B bị đánh");
    await stage.sim.settled();

    const cells = await dumpDatabase(stage.database);
    expect(stage.sim.deliveries().at(-1)).toMatchObject({ state: "delivered" });
    expect(cells.filter(({ bytes }) => bytes.includes("chị Hoa"))).toEqual([]);
  });
});

describe("places to choose from", () => {
  const found = async (who: Colleague, query: string) => {
    const answer = await who.call("GET", `/api/staff/group-places?${query}`);
    return (answer.body as { places: { name: string }[] }).places.map(({ name }) => name);
  };

  test.each([
    ["its lead, for a group", () => school, "purpose=group", ["Trường TH&THCS Cill Cus"]],
    ["who works there, for a sheet", () => school, "purpose=poster", ["Trường TH&THCS Cill Cus"]],
    [
      "the department that searches, without tone marks",
      () => department,
      "purpose=group&search=doi+thong",
      ["xã Đồi Thông (trình diễn)", "Trường THPT Đồi Thông (trình diễn)"],
    ],
    [
      "the department that searches for a sheet",
      () => department,
      "purpose=poster&search=doi+thong",
      ["Trường THPT Đồi Thông (trình diễn)"],
    ],
  ])("are those of %s", async (_who, who, query, names) => {
    expect(await found(who(), query)).toEqual(names);
  });
});

describe("a printed sheet for a school", () => {
  test("leads to the Mini App with the school chosen, for whoever works for the school", async () => {
    const mine = await school.call("GET", `/api/staff/posters/${schools[0]?.id}`);
    const foreign = await school.call("GET", `/api/staff/posters/${schools[1]?.id}`);

    expect(mine.body).toEqual({
      schoolName: "Trường TH&THCS Cill Cus",
      communeName: "xã Nam Ban Lâm Hà",
      link: `http://127.0.0.1:3000/?school=${schools[0]?.id}`,
    });
    expect(foreign.status).toBe(404);
  });

  test("of a school that nobody knows there is none, not even for the department", async () => {
    const unknown = await department.call("GET", `/api/staff/posters/${randomUUID()}`);

    expect(unknown.status).toBe(404);
  });
});

test("a group that somebody has attached to the Bot is let go without a word to Zalo", async () => {
  const { chatId } = stage.sim.putBotInGroup("Lớp 5A", [zaloIdOf("cill-cus")]);
  const groupId = randomUUID() as GroupId;
  const asked = { groupId, chatId, name: "Lớp 5A", place: schoolPlace, readers: ["parents"] };

  const attached = await school.call("POST", "/api/staff/groups/bots", asked);
  const twice = await school.call("POST", "/api/staff/groups/bots", {
    ...asked,
    groupId: randomUUID(),
  });
  const shown = await groupOf(groupId);
  const removed = await change(groupId, "delete");

  expect([attached.status, twice.status, removed.status]).toEqual([204, 409, 204]);
  expect(shown).toMatchObject({ kind: "bot", state: "enabled", name: "Lớp 5A" });
  expect(await groupOf(groupId)).toBeUndefined();
  expect(stage.sim.requests()).toEqual([]);
});

describe("a chat that the Bot sits in", () => {
  const attach = (who: Colleague, chatId: string, groupId: string, place: object = schoolPlace) =>
    who.call("POST", "/api/staff/groups/bots", {
      groupId,
      chatId,
      name: "Lớp 5A",
      place,
      readers: ["parents"],
    });

  test("is taken from nobody who leads its present place", async () => {
    const zaloId = "chat-of-others";
    const id = await setGroup(stage.database, { kind: "bot", place: "other school", zaloId });

    const taken = await attach(school, zaloId, id);
    const again = await attach(department, zaloId, id);

    expect([taken.status, again.status]).toEqual([404, 204]);
    expect(await groupOf(id)).toMatchObject({ place: { kind: "school", id: schoolPlace.id } });
  });

  test("does not turn a group that the account ran into one of the Bot's", async () => {
    const zaloId = "once-a-gmf-group";
    const former = await setGroup(stage.database, { zaloId, state: "deleted" });
    const groupId = randomUUID();

    const attached = await attach(school, zaloId, groupId);

    const { rows } = await stage.database.query(
      "select kind, state, zalo_id from zalo_groups where id = any($1) order by kind",
      [[former, groupId]],
    );
    expect(attached.status).toBe(204);
    expect(rows).toEqual([
      { kind: "bot", state: "enabled", zalo_id: zaloId },
      { kind: "gmf", state: "deleted", zalo_id: null },
    ]);
  });

  test("let go and attached again, it still has what was posted there", async () => {
    const zaloId = "chat-of-5a";
    const former = await setGroup(stage.database, { kind: "bot", zaloId, state: "deleted" });
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    await stage.database.query(
      `with one as (insert into broadcasts (id, bulletin_id, staff_id, desk_id, started_at)
         select gen_random_uuid(), $1, $2, desk_id, now() from desk_members where staff_id = $2
         returning id)
       insert into broadcast_posts (broadcast_id, group_id, status, attempts, changed_at)
       select id, $3, 'sent', 1, now() from one`,
      [bulletinId, lead, former],
    );
    const groupId = randomUUID();

    await attach(school, zaloId, groupId);

    const shown = await school.call("GET", `/api/staff/broadcasts/${bulletinId}`);
    expect(shown.body).toMatchObject({ posts: [{ groupId, status: "sent" }] });
  });
});

test("a stranger to a group gets the same answer as for a group that does not exist", async () => {
  const id = await setGroup(stage.database, { place: "other school" });
  const unknown = randomUUID();

  const answers = await Promise.all([change(id, "lock"), change(unknown, "lock")]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
