import { readBotEvent } from "@truong-an/bot-server/zalo/read-bot-event";
import { readEvent } from "@truong-an/bot-server/zalo/read-event";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";

const at = 1_790_000_000_000;
const base = { app_id: "900", timestamp: String(at), user_id_by_app: "777" };
const message = (event_name: string, given: object = {}) => ({
  ...base,
  event_name,
  sender: { id: "501" },
  recipient: { id: "OA1" },
  message: { msg_id: "a1", ...given },
});

describe("what a person sends", () => {
  test("a text, with its words", () => {
    expect(readEvent(message("user_send_text", { text: "xin chào" }))).toEqual({
      kind: "user-message",
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      at,
      msgId: "a1",
      userId: "501",
      text: "xin chào",
      attachments: [],
    });
  });

  test.each([
    ["image", "image"],
    ["link", "link"],
    ["audio", "audio"],
    ["video", "video"],
    ["sticker", "sticker"],
    ["location", "location"],
    ["business_card", "business-card"],
    ["file", "file"],
    ["gif", "gif"],
  ])("%s, by its kind alone", (name, kind) => {
    const payload = { url: "https://a.example/secret", coordinates: { latitude: "11.9" } };
    const listed = readEvent(
      message(`user_send_${name}`, { attachments: [{ type: name, payload }] }),
    );
    const bare = readEvent(message(`user_send_${name}`));

    expect([listed, bare]).toMatchObject([{ attachments: [kind] }, { attachments: [kind] }]);
    expect(JSON.stringify(listed)).not.toMatch(/secret|11\.9/);
  });

  test("a number for an id or a time does no harm", () => {
    const event = { ...message("user_send_text"), sender: { id: 501 }, timestamp: at };

    expect(readEvent(event)).toMatchObject({ userId: "501", at });
  });
});

test("an event told again has the same key, another one another, and no key names anybody", () => {
  const follow = { ...base, event_name: "follow", oa_id: "OA1", follower: { id: "501" } };
  const events = [
    message("user_send_text", { text: "a" }),
    message("user_send_text", { text: "b", msg_id: "a2" }),
    follow,
    { ...follow, timestamp: String(at + 1) },
    { ...follow, follower: { id: "502" } },
  ].map(readEvent);

  const keys = events.map((event) => ("key" in event ? event.key : ""));
  expect(new Set(keys).size).toBe(5);
  expect(readEvent(follow)).toEqual(events[2]);
  expect(keys.join()).not.toMatch(/501/);
});

test.each([
  ["follow", { follower: { id: "501" }, source: "oa_profile" }, { kind: "follow", userId: "501" }],
  ["unfollow", { follower: { id: "501" } }, { kind: "unfollow", userId: "501" }],
  ["user_click_chatnow", { oa_id: "OA1", user_id: "501" }, { kind: "chat-opened", userId: "501" }],
  ["user_withdraw", { user_id: "501" }, { kind: "withdrawn", userId: "501" }],
  [
    "user_submit_info",
    { sender: { id: "501" }, info: { name: "Mai", phone: "0912345678" } },
    { kind: "contact-shared", userId: "501" },
  ],
  [
    "oa_send_text",
    { sender: { id: "OA1", admin_id: "7" }, recipient: { id: "501" }, message: { msg_id: "a1" } },
    { kind: "oa-message", userId: "501", adminId: "7" },
  ],
  [
    "oa_send_image",
    { sender: { id: "OA1" }, recipient: { id: "501" }, message: { msg_id: "a1" } },
    { kind: "oa-message", adminId: undefined },
  ],
  [
    "user_seen_message",
    { message: { msg_ids: ["a1", "a2"] } },
    { kind: "seen", msgIds: ["a1", "a2"] },
  ],
  [
    "user_received_message",
    { recipient: { id: "84912345678" }, message: { msg_id: "a1", tracking_id: "alert-1" } },
    { kind: "received", msgId: "a1", trackingId: "alert-1" },
  ],
  [
    "user_reacted_message",
    { sender: { id: "501" }, message: { msg_id: "a1", react_icon: "/-heart" } },
    { kind: "reacted", userId: "501", msgId: "a1" },
  ],
  [
    "anonymous_send_text",
    { sender: { id: "x" }, message: { msg_id: "a1", conversation_id: "c1", text: "a" } },
    { kind: "anonymous-message", conversationId: "c1" },
  ],
  [
    "user_send_group_text",
    {
      sender: { id: "501" },
      recipient: { id: "G1" },
      message: { msg_id: "a1", text: "lời riêng" },
    },
    { kind: "group-message", groupId: "G1", userId: "501" },
  ],
  [
    "oa_send_group_image",
    { sender: { id: "OA1" }, recipient: { id: "G1" }, message: { msg_id: "a1" } },
    { kind: "oa-group-message", groupId: "G1", msgId: "a1", adminId: undefined },
  ],
  [
    "change_template_status",
    { template_id: "480001" },
    { kind: "template-changed", templateId: "480001" },
  ],
  ["change_oa_daily_quota", {}, { kind: "quota-changed" }],
])("%s", (event_name, fields, wanted) => {
  const event = readEvent({ ...base, event_name, ...fields });

  expect(event).toMatchObject({ at, ...wanted });
  expect(JSON.stringify(event)).not.toMatch(/Mai|0912|84912|lời riêng/);
});

test.each([
  ["create_group", "group-created"],
  ["user_join_group", "group-joined"],
  ["user_request_join_group", "group-join-asked"],
  ["accept_request_join_group", "group-join-accepted"],
  ["react_request_join_group_accept", "group-join-accepted"],
  ["reject_request_join_group", "group-join-rejected"],
  ["react_request_join_group_reject", "group-join-rejected"],
  ["user_out_group", "group-left"],
  ["user_leave_group", "group-left"],
  ["add_group_admin", "group-admin-added"],
  ["remove_group_admin", "group-admin-removed"],
  ["update_group_info", "group-changed"],
  ["delete_group", "group-deleted"],
])("%s is %s", (event_name, kind) => {
  const event = readEvent({ ...base, event_name, group_id: "G1", users: [{ id: "501" }] });

  expect(event).toMatchObject({ kind, at, groupId: "G1", userIds: ["501"] });
});

test("the Mini App's consent was taken back", () => {
  const event = { event: "user.revoke.consent", appId: "1", userId: "7", timestamp: at };

  expect(readEvent(event)).toMatchObject({ kind: "consent-revoked", appUserId: "7", at });
});

describe("what we do not know", () => {
  test.each([
    ["a new event", { ...base, event_name: "user_send_hug_2030" }, "user_send_hug_2030"],
    [
      "an echo to nobody we know",
      { ...base, event_name: "oa_send_anonymous_text" },
      "oa_send_anonymous_text",
    ],
    ["a name that is words", { ...base, event_name: "em bị đánh ở trường" }, "unnamed"],
    ["a name of another kind", { ...base, event_name: 7 }, "unnamed"],
    ["a name that every object has", { ...base, event_name: "constructor" }, "constructor"],
    ["a message without its parts", { ...base, event_name: "user_send_text" }, "user_send_text"],
    ["no time", { event_name: "follow" }, "unreadable"],
    ["nothing", null, "unreadable"],
  ])("%s is named and ignored", (_what, raw, name) => {
    expect(readEvent(raw)).toEqual({ kind: "unknown", name });
  });

  test("nothing at all makes it throw", () => {
    const names = fc.constantFrom(
      "user_send_text",
      "follow",
      "create_group",
      "user_seen_message",
      "x",
    );
    const event = fc.record(
      {
        event_name: names,
        timestamp: fc.anything(),
        sender: fc.anything(),
        message: fc.anything(),
        users: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(event, fc.anything()), (raw) => {
        expect(readEvent(raw).kind).toEqual(expect.any(String));
        expect(() => readBotEvent(raw)).not.toThrow();
      }),
    );
  });
});

describe("what the simulator tells", () => {
  const mai = { id: "5000000000000000001", name: "Mai" };
  let sim: ZaloSim;
  beforeAll(async () => {
    sim = await startZaloSim({ port: 0, people: [mai] });
  });
  afterAll(async () => sim.stop());
  beforeEach(() => sim.reset());

  test("of everything that a person does with the account", () => {
    sim.follow(mai.id);
    sim.clickChatNow(mai.id);
    sim.say(mai.id, "xin chào");
    sim.sendImage(mai.id);
    sim.sendLocation(mai.id);
    sim.submitInfo(mai.id, "84912345678");
    sim.adminReplies(mai.id, "chào em");
    sim.unfollow(mai.id);
    sim.withdraw(mai.id);
    sim.revokeConsent(mai.id);

    expect(sim.events().map(({ body }) => readEvent(body).kind)).toEqual([
      "follow",
      "chat-opened",
      "user-message",
      "user-message",
      "user-message",
      "contact-shared",
      "oa-message",
      "received",
      "unfollow",
      "withdrawn",
      "consent-revoked",
    ]);
  });

  test("of the Bot, in private and in a group", () => {
    sim.sayToBot(mai.id, "xin chào");
    sim.sendImageToBot(mai.id, "https://a.example/a.jpg");

    const [text, image] = sim.events().map(({ body }) => readBotEvent(body));
    expect(text).toMatchObject({ kind: "bot-message", isGroup: false, text: "xin chào" });
    expect(text?.chatId).toBe(sim.person(mai.id)?.botChatId);
    expect(image).toMatchObject({ text: undefined });
    expect(readBotEvent({ ok: true, result: { event_name: "other" } })).toBeUndefined();
  });
});
