import { openZalo } from "@truong-an/bot-server/zalo/client";
import { assetQuotas, assetTypes } from "@truong-an/bot-server/zalo/groups";
import { staticToken } from "@truong-an/bot-server/zalo/tokens";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

const mai = { id: "5000000000000000001", name: "Mai", oaAdmin: true };
const nam = { id: "5000000000000000002", name: "Nam" };
const assetId = "6a0000000000000000000001";
const page = { offset: 0, count: 10 };
const newGroup = { name: "Phụ huynh 5A", assetId, memberIds: [mai.id] };

let sim: ZaloSim;

beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: [mai, nam], accessTokens: ["good-token"] });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

const groups = () =>
  openZalo(
    {
      oaBaseUrl: sim.url,
      buttonTemplate: "none",
      buttonPress: "hide",
      timeoutMs: 2_000,
      now: Date.now,
    },
    staticToken("good-token"),
  ).groups;

describe("a new group", () => {
  test.each(["flat", "nested"] as const)(
    "is known by its id when the answer is %s",
    async (shape) => {
      sim.setConditions({ createdGroup: shape });

      const made = await groups().create(newGroup);

      expect(made.groupId).toBe(sim.groups()[0]?.id);
      expect(made.link).toMatch(/^https:\/\/zalo\.me\/g\//);
    },
  );

  test("is in the list, and can be looked at", async () => {
    const { groupId } = await groups().create(newGroup);

    const { total, groups: listed } = await groups().list(page);
    const detail = await groups().get(groupId);

    expect(total).toBe(1);
    expect(listed).toMatchObject([{ groupId, name: "Phụ huynh 5A", isEnabled: true }]);
    expect(detail).toMatchObject({ assetId, setting: { lockSendMsg: false } });
    expect(detail.members).toBe(2);
  });

  test.each([
    ["without a name", { name: " " }],
    ["with a name of 31 letters", { name: "a".repeat(31) }],
    ["without a member", { memberIds: [] }],
    ["with 100 members", { memberIds: Array(100).fill(mai.id) }],
  ])("%s is not asked for", async (_what, change) => {
    const failure = await failureOf(groups().create({ ...newGroup, ...change }));

    expect(failure).toBeInstanceOf(RangeError);
    expect(sim.requests()).toEqual([]);
  });

  test.each([
    ["a package without groups", { packageHasGroups: false }, -224],
    ["an account that is not verified", { isVerified: false }, -221],
  ])("is refused to %s", async (_what, conditions, code) => {
    sim.setConditions(conditions);

    const failure = await failureOf(groups().create(newGroup));

    expect(failure).toMatchObject({ name: "ZaloRefused", code });
  });
});

describe("a group that we have", () => {
  let groupId: string;
  beforeEach(async () => {
    groupId = (await groups().create(newGroup)).groupId;
  });

  test("lets members in and out, and names them by id", async () => {
    await groups().invite(groupId, [nam.id]);
    const before = await groups().members(groupId, page);
    await groups().removeMembers(groupId, [nam.id]);
    const after = await groups().members(groupId, page);

    expect(before).toEqual([mai.id, nam.id]);
    expect(after).toEqual([mai.id]);
  });

  test("can be locked and renamed; what is not named stays", async () => {
    await groups().updateInfo(groupId, { lockSendMsg: true });
    await groups().updateInfo(groupId, { name: "Phụ huynh 6A" });

    const detail = await groups().get(groupId);
    expect(detail).toMatchObject({ name: "Phụ huynh 6A", setting: { lockSendMsg: true } });
  });

  test("is written to, with a picture, and what we wrote can be found again", async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100)]);
    const zalo = openZalo(
      {
        oaBaseUrl: sim.url,
        buttonTemplate: "none",
        buttonPress: "hide",
        timeoutMs: 2_000,
        now: Date.now,
      },
      staticToken("good-token"),
    );
    const imageAttachmentId = await zalo.uploadImage(jpeg, "image/jpeg");
    sim.sayInGroup(mai.id, groupId, "lời của một phụ huynh");

    const { messageId } = await groups().post({
      groupId,
      text: "Bản tin mới: https://truong-an.example/b/1",
      imageAttachmentId,
    });

    const found = await groups().conversation(groupId, page);
    expect(found).toMatchObject([
      { from: "us", messageId, text: expect.stringContaining("Bản tin mới") },
      { from: "others" },
    ]);
    expect(JSON.stringify(found)).not.toContain("phụ huynh");
    expect(sim.items(mai.id).at(-1)).toMatchObject({
      chat: "group",
      attachment: { kind: "image" },
    });
  });

  test.each([
    [{ pictureWords: "message" }, "us"],
    [{ pictureWords: "description" }, "us"],
    [{ pictureWords: "links" }, "us"],
    [{ pictureWords: "nowhere" }, "unclear"],
    [{ historyNamesSender: false }, "unclear"],
  ] as const)("tells of a picture, when %o: from %s", async (history, from) => {
    sim.setConditions(history);
    const zalo = openZalo(
      {
        oaBaseUrl: sim.url,
        buttonTemplate: "none",
        buttonPress: "hide",
        timeoutMs: 2_000,
        now: Date.now,
      },
      staticToken("good-token"),
    );
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(100)]);
    const imageAttachmentId = await zalo.uploadImage(jpeg, "image/jpeg");
    await groups().post({ groupId, text: "https://truong-an.example/b/1", imageAttachmentId });

    const said = await groups().conversation(groupId, page);

    expect(said).toMatchObject([{ from }]);
  });

  test("is never called together by what a bulletin quotes", async () => {
    await groups().post({ groupId, text: `Chào [@${groupId}] và [[@${mai.id}]` });

    const sent = sim.requests().at(-1)?.body as { message: { text: string } };
    expect(sent.message.text).not.toContain("[@");
    expect(sim.items(mai.id).at(-1)).toMatchObject({ text: expect.stringContaining(groupId) });
  });

  test("tells by its code that its asset has lapsed, and lives again on another", async () => {
    sim.setAssetValidThrough(assetId, sim.now() - 1);
    const failure = await failureOf(groups().post({ groupId, text: "Bản tin" }));
    const lapsed = await groups().get(groupId);

    await groups().updateAsset(groupId, "6a0000000000000000000002");

    expect(failure).toMatchObject({ name: "ZaloRefused", code: -237 });
    expect(lapsed.isEnabled).toBe(false);
    expect((await groups().get(groupId)).isEnabled).toBe(true);
  });

  test("is gone once deleted", async () => {
    await groups().delete(groupId);

    const failure = await failureOf(groups().post({ groupId, text: "Bản tin" }));

    expect(failure).toMatchObject({ name: "ZaloRefused", code: -403 });
    expect((await groups().list(page)).groups).toEqual([]);
  });

  test("uses one of the assets, which are all found by type and quota", async () => {
    const found = await Promise.all(
      assetTypes.flatMap((type) => assetQuotas.map((quota) => groups().assets(type, quota))),
    );

    const assets = found.flat();
    expect(assets).toHaveLength(4);
    expect(assets.find((asset) => asset.assetId === assetId)).toMatchObject({
      isAvailable: false,
      usedByGroupId: groupId,
    });
  });
});
