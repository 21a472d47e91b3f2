import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Asking, aJpeg, asking } from "./asking.ts";
import { day } from "./clock.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

const mai = { id: "5000000000000000001", name: "Mai", oaAdmin: true };
const nam = { id: "5000000000000000002", name: "Nam" };
const stranger = {
  id: "5000000000000000003",
  name: "Người lạ",
  followed: false,
  lastInteractionAt: null,
};
const asset = "6a0000000000000000000001";
const smallAsset = "6a0000000000000000000004";
const message = "/v3.0/oa/group/message";
const create = "/v3.0/oa/group/creategroupwithoa";

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  sim = await startZaloSim({
    port: 0,
    people: [mai, nam, stranger],
    realNow: () => 1_800_000_000_000,
  });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

const newGroup = { group_name: "Phụ huynh 5A", asset_id: asset, member_user_ids: [mai.id, nam.id] };

async function aGroup(): Promise<string> {
  return (await zalo.post(create, newGroup)).data.group_id;
}

function text(groupId: string, words = "Chào cả nhà") {
  return { recipient: { group_id: groupId }, message: { text: words } };
}

function names(): readonly string[] {
  return sim.events().map(({ name }) => name);
}

describe("making a group", () => {
  test("a new group has its members, its link and its asset", async () => {
    const { data, error } = await zalo.post(create, newGroup);

    expect(error).toBe(0);
    expect(data.group_link).toMatch(/^https:\/\/zalo\.me\/g\//);
    const { data: full } = await zalo.get("/v3.0/oa/group/getgroup", { group_id: data.group_id });
    expect(full).toMatchObject({
      group_info: { name: "Phụ huynh 5A", status: "enabled", total_member: 3 },
      asset_info: { asset_id: asset, asset_type: "gmf100" },
      group_setting: { lock_send_msg: false },
    });
    expect(names()).toEqual(["create_group"]);
  });

  test.each([
    ["no name", { group_name: "" }, -201],
    ["a name of 31 characters", { group_name: "a".repeat(31) }, -210],
    ["no members", { member_user_ids: [] }, -201],
    ["100 members", { member_user_ids: Array(100).fill(mai.id) }, -210],
    ["an unknown asset", { asset_id: "x" }, -201],
    ["an unknown person", { member_user_ids: ["1"] }, -201],
    ["someone who was never in touch", { member_user_ids: [stranger.id] }, -201],
  ])("%s is refused", async (_what, change, error) => {
    expect(await zalo.post(create, { ...newGroup, ...change })).toMatchObject({ error });
    expect(sim.groups()).toEqual([]);
  });

  test("an asset pays for one group, and not after it has lapsed", async () => {
    await aGroup();
    expect(await zalo.post(create, newGroup)).toMatchObject({ error: -238 });

    sim.advanceClock(31 * day);

    const late = { ...newGroup, asset_id: smallAsset, member_user_ids: [mai.id] };
    expect(await zalo.post(create, late)).toMatchObject({ error: -241 });
  });

  test.each([
    [{ isVerified: false }, -221],
    [{ packageHasGroups: false }, -224],
  ])("with %o every group call is refused with %i", async (condition, error) => {
    sim.setConditions(condition);

    expect(await zalo.post(create, newGroup)).toMatchObject({ error });
    expect(await zalo.get("/v3.0/oa/group/getgroupsofoa")).toMatchObject({ error });
    expect(await zalo.post("/v3.0/oa/quota/group", {})).toMatchObject({ error });
  });

  test("the answer may be nested, and an admin may be demanded", async () => {
    sim.setConditions({ createdGroup: "nested", createNeedsAdmin: true });

    const without = await zalo.post(create, { ...newGroup, member_user_ids: [nam.id] });
    const nested = await zalo.post(create, newGroup);

    expect(without).toMatchObject({ error: -201 });
    expect(nested.data.group_info.group_id).toMatch(/^[0-9a-f]{20}$/);
  });

  test("the assets are listed by product and quota, with what they are used for", async () => {
    const groupId = await aGroup();
    const asked = { quota_owner: "OA", product_type: "gmf100", quota_type: "sub_quota" };

    const { data } = await zalo.post("/v3.0/oa/quota/group", asked);

    expect(data).toHaveLength(3);
    expect(data[0]).toMatchObject({ asset_id: asset, status: "used", used_id: groupId });
    expect(data[1]).toMatchObject({ status: "available" });
    expect(await zalo.post("/v3.0/oa/quota/group", {})).toMatchObject({ error: -201 });
  });
});

describe("writing into a group", () => {
  test("a message lands on every member's phone and comes back as an echo", async () => {
    const groupId = await aGroup();

    const { data } = await zalo.post(message, text(groupId, `Chào [@${groupId}]`));

    expect(data).toMatchObject({ group_id: groupId });
    expect(sim.items()).toMatchObject([
      { personId: mai.id, chat: "group", groupId, from: "oa", text: "Chào @Tất cả" },
      { personId: nam.id, chat: "group", groupId, from: "oa" },
    ]);
    expect(sim.events().at(-1)?.body).toMatchObject({
      event_name: "oa_send_group_text",
      sender: { id: "1000000000000000002" },
      recipient: { id: groupId },
      message: { msg_id: data.message_id, text: `Chào [@${groupId}]` },
    });
  });

  test("a picture by its attachment id lands too", async () => {
    const groupId = await aGroup();
    const { data } = await zalo.upload("/v2.0/oa/upload/image", aJpeg());
    const element = { media_type: "image", attachment_id: data.attachment_id };
    const payload = { template_type: "media", elements: [element] };

    const sent = await zalo.post(message, {
      recipient: { group_id: groupId },
      message: { text: "Bản tin", attachment: { type: "template", payload } },
    });

    expect(sent).toMatchObject({ error: 0 });
    expect(sim.items(nam.id)).toMatchObject([{ attachment: { kind: "image" } }]);
    expect(names().at(-1)).toBe("oa_send_group_image");
  });

  test("an unknown group is -403, buttons are -233, an empty message is -201", async () => {
    const groupId = await aGroup();
    const button = { title: "Mở", type: "oa.query.show", payload: "#a" };
    const attachment = { type: "template", payload: { buttons: [button] } };

    expect(await zalo.post(message, text("nowhere"))).toMatchObject({ error: -403 });
    expect(
      await zalo.post(message, {
        recipient: { group_id: groupId },
        message: { text: "a", attachment },
      }),
    ).toMatchObject({ error: -233 });
    expect(await zalo.post(message, { recipient: { group_id: groupId } })).toMatchObject({
      error: -201,
    });
  });

  test("a lapsed asset disables the group, a new one enables it, and after 45 days it is gone", async () => {
    const groupId = await aGroup();
    sim.setAssetValidThrough(asset, sim.now() - 1);
    expect(await zalo.post(message, text(groupId))).toMatchObject({ error: -237 });
    const { data } = await zalo.get("/v3.0/oa/group/getgroup", { group_id: groupId });
    expect(data.group_info.status).toBe("disabled");
    expect(data.group_info.auto_delete_date).toMatch(/^\d\d\/\d\d\/\d{4}$/);

    const renewed = { group_id: groupId, asset_id: "6a0000000000000000000002" };
    expect(await zalo.post("/v3.0/oa/group/updateasset", renewed)).toMatchObject({ error: 0 });
    expect(await zalo.post(message, text(groupId))).toMatchObject({ error: 0 });

    sim.advanceClock((365 + 46) * day);
    expect(await zalo.post(message, text(groupId))).toMatchObject({ error: -403 });
  });

  test("people write while the group is open, and not while it is locked", async () => {
    const groupId = await aGroup();

    const said = sim.sayInGroup(nam.id, groupId, "Dạ vâng");
    await zalo.post("/v3.0/oa/group/updateinfo", { group_id: groupId, lock_send_msg: true });
    const locked = sim.sayInGroup(nam.id, groupId, "Còn ai không");

    expect(said).toMatch(/^[0-9a-f]{20}$/);
    expect(locked).toBeUndefined();
    expect(sim.items()).toMatchObject([
      { personId: mai.id, from: "member", senderId: nam.id, text: "Dạ vâng" },
      { personId: nam.id, from: "me" },
    ]);
    expect(names()).toEqual(["create_group", "user_send_group_text", "update_group_info"]);
  });

  test("the history and the newest chats can be read", async () => {
    const groupId = await aGroup();
    await zalo.post(message, text(groupId, "một"));
    sim.sayInGroup(nam.id, groupId, "hai");

    const { data } = await zalo.get("/v3.0/oa/group/conversation", { group_id: groupId });
    const recent = await zalo.get("/v3.0/oa/group/listrecentchat");

    expect(data).toMatchObject([
      { message: "hai", src: 1, from_id: nam.id },
      { message: "một", src: 0 },
    ]);
    expect(recent.data).toMatchObject([{ message: "hai", group_id: groupId }]);
  });

  test.each([
    ["message", { message: "bản tin" }],
    ["description", { message: "", description: "bản tin" }],
    ["links", { message: "", links: [{ description: "bản tin" }] }],
    ["nowhere", { message: "" }],
  ] as const)("the history keeps the words beside a picture in: %s", async (pictureWords, kept) => {
    sim.setConditions({ pictureWords, historyNamesSender: false });
    const groupId = await aGroup();
    const { media_type, url } = { media_type: "image", url: "https://truong-an.example/a.jpg" };
    const attachment = {
      type: "template",
      payload: { template_type: "media", elements: [{ media_type, url }] },
    };
    await zalo.post(message, {
      recipient: { group_id: groupId },
      message: { text: "bản tin", attachment },
    });

    const { data } = await zalo.get("/v3.0/oa/group/conversation", { group_id: groupId });

    expect(data).toMatchObject([{ type: "image", ...kept }]);
    expect(data[0]).not.toHaveProperty("src");
  });
});

describe("members", () => {
  test("the link lets people in, at once or after an admin's word", async () => {
    const groupId = await aGroup();
    expect(sim.joinGroup(stranger.id, groupId)).toBe("joined");
    sim.leaveGroup(stranger.id, groupId);
    await zalo.post("/v3.0/oa/group/updateinfo", { group_id: groupId, join_appr: true });

    expect(sim.joinGroup(stranger.id, groupId)).toBe("waiting");
    const waiting = await zalo.get("/v3.0/oa/group/listpendinginvite", { group_id: groupId });
    const accepted = await zalo.post("/v3.0/oa/group/acceptpendinginvite", {
      group_id: groupId,
      member_user_ids: [stranger.id],
    });

    expect(waiting.data.members).toMatchObject([{ user_id: stranger.id }]);
    expect(accepted).toMatchObject({ error: 0 });
    expect(names()).toEqual([
      "create_group",
      "user_join_group",
      "user_out_group",
      "update_group_info",
      "user_request_join_group",
      "accept_request_join_group",
      "user_join_group",
    ]);
  });

  test("the other spellings of joining and leaving", async () => {
    const groupId = await aGroup();
    await zalo.post("/v3.0/oa/group/updateinfo", { group_id: groupId, join_appr: true });
    sim.setConditions({ joinDecision: "react", leaving: "user_leave_group" });
    sim.joinGroup(stranger.id, groupId);

    const body = { group_id: groupId, member_user_ids: [stranger.id] };
    await zalo.post("/v3.0/oa/group/rejectpendinginvite", body);
    sim.leaveGroup(nam.id, groupId);

    expect(names().slice(-2)).toEqual(["react_request_join_group_reject", "user_leave_group"]);
  });

  test("a link that was switched off lets nobody in", async () => {
    const groupId = await aGroup();
    await zalo.post("/v3.0/oa/group/updateinfo", { group_id: groupId, enable_link_join: false });

    expect(sim.joinGroup(stranger.id, groupId)).toBe("refused");
  });

  test("admins come from among the members, and members can be removed", async () => {
    const groupId = await aGroup();
    const of = (id: string) => ({ group_id: groupId, member_user_ids: [id] });

    expect(await zalo.post("/v3.0/oa/group/addadmins", of(stranger.id))).toMatchObject({
      error: -201,
    });
    expect(await zalo.post("/v3.0/oa/group/addadmins", of(nam.id))).toMatchObject({ error: 0 });
    expect(sim.groups()[0]?.admins).toEqual([mai.id, nam.id]);
    await zalo.post("/v3.0/oa/group/removeadmins", of(nam.id));
    await zalo.post("/v3.0/oa/group/removemembers", of(nam.id));

    const { data } = await zalo.get("/v3.0/oa/group/listmember", { group_id: groupId });
    expect(data.members).toMatchObject([{ oa_id: "1000000000000000002" }, { user_id: mai.id }]);
    expect(await zalo.post("/v3.0/oa/group/invite", of(nam.id))).toMatchObject({ error: 0 });
    expect(names()).toEqual([
      "create_group",
      "add_group_admin",
      "remove_group_admin",
      "user_out_group",
      "user_join_group",
    ]);
  });

  test("a deleted group is gone and its asset is free again", async () => {
    const groupId = await aGroup();

    await zalo.post("/v3.0/oa/group/delete", { group_id: groupId });

    expect(await zalo.post(message, text(groupId))).toMatchObject({ error: -403 });
    expect(await zalo.post(create, newGroup)).toMatchObject({ error: 0 });
  });
});

test("a failure ordered for one group leaves the others alone", async () => {
  const one = await aGroup();
  const { data } = await zalo.post(create, { ...newGroup, asset_id: "6a0000000000000000000002" });
  sim.fail({ next: 1, kind: "refuse", code: -237, at: "group", groupId: one });

  expect(await zalo.post(message, text(data.group_id))).toMatchObject({ error: 0 });
  expect(await zalo.post(message, text(one))).toMatchObject({ error: -237 });
  expect(await zalo.post(message, text(one))).toMatchObject({ error: 0 });
});
