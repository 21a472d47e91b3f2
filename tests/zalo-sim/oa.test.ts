import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Asking, asking } from "./asking.ts";
import { day, hour } from "./clock.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

const mai = { id: "5000000000000000001", name: "Mai" };
const nam = { id: "5000000000000000002", name: "Nam", followed: false, lastInteractionAt: null };
const noon = Date.parse("2026-12-01T12:00:00+07:00");

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: [mai, nam], realNow: () => noon });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

const send = (userId: string, message: object = { text: "Chào" }) =>
  zalo.post("/v3.0/oa/message/cs", { recipient: { user_id: userId }, message });
const template = (payload: object) => ({ attachment: { type: "template", payload } });
const byData = (path: string, data: object) => zalo.get(path, { data: JSON.stringify(data) });

describe("the windows", () => {
  test("48 hours are free, then the package pays, and after 7 days nothing goes out", async () => {
    expect((await send(mai.id)).data.quota).toMatchObject({ quota_type: "reply", remain: "7" });

    sim.advanceClock(48 * hour + 1);
    expect((await send(mai.id)).data.quota).toMatchObject({
      quota_type: "sub_quota",
      remain: "499",
    });
    sim.setQuotas({ messages: 0 });
    expect(await send(mai.id)).toMatchObject({ error: -211 });

    sim.advanceClock(5 * day);
    expect(await send(mai.id)).toMatchObject({ error: -230 });
    sim.say(mai.id, "còn đây");
    expect((await send(mai.id)).data.quota).toMatchObject({ quota_type: "reply" });
  });

  test("where eight answers are free, the ninth is paid for until the person writes again", async () => {
    sim.setConditions({ replies: "eight" });
    for (let sent = 0; sent < 8; sent += 1) await send(mai.id);

    expect((await send(mai.id)).data.quota).toMatchObject({ quota_type: "sub_quota" });
    sim.advanceClock(1);
    sim.say(mai.id, "nữa đi");
    expect((await send(mai.id)).data.quota).toMatchObject({ quota_type: "reply" });
  });

  test("somebody who does not follow can be answered once they have written", async () => {
    expect(await send(nam.id)).toMatchObject({ error: -213 });

    sim.say(nam.id, "xin chào");

    expect(await send(nam.id)).toMatchObject({ error: 0 });
    sim.unfollow(nam.id);
    expect(await send(nam.id)).toMatchObject({ error: -213 });
  });
});

describe("the shapes of a message", () => {
  const row = {
    title: "Bản tin",
    subtitle: "Tuần này",
    default_action: { url: "https://a.example/" },
  };
  const button = { title: "Chọn", type: "oa.query.show", payload: "#a" };

  test.each<[string, object, number, string]>([
    ["buttons without a template type", template({ buttons: [button] }), 0, "oa_send_text"],
    [
      "buttons called button",
      template({ template_type: "button", buttons: [button] }),
      0,
      "oa_send_text",
    ],
    [
      "buttons called list",
      template({ template_type: "list", buttons: [button] }),
      0,
      "oa_send_text",
    ],
    ["a list", template({ template_type: "list", elements: [row] }), 0, "oa_send_list"],
    [
      "a request for contact data",
      template({ template_type: "request_user_info", elements: [row] }),
      0,
      "oa_send_list",
    ],
    [
      "two requests at once",
      template({ template_type: "request_user_info", elements: [row, row] }),
      -201,
      "",
    ],
    [
      "a payload of 1,001 characters",
      template({ buttons: [{ ...button, payload: "a".repeat(1_001) }] }),
      -201,
      "",
    ],
    ["buttons of no kind", template({ template_type: "card", buttons: [button] }), -201, ""],
  ])("%s", async (_what, message, error, echo) => {
    expect(await send(mai.id, { text: "Xem", ...message })).toMatchObject({ error });
    expect(sim.events()[0]?.name ?? "").toBe(echo);
  });
});

describe("what may be read", () => {
  test("a person's details, with the date as Zalo writes it", async () => {
    const { data } = await byData("/v3.0/oa/user/detail", { user_id: mai.id });

    expect(data).toMatchObject({
      user_id: mai.id,
      user_id_by_app: sim.person(mai.id)?.appUserId,
      display_name: "Mai",
      user_is_follower: true,
      user_last_interaction_date: "01/12/2026",
    });
  });

  test.each([
    ["an unknown person", { user_id: "1" }, -201],
    ["a number where an id belongs", { user_id: 5_000_000 }, -201],
    ["somebody who never followed", { user_id: nam.id }, -213],
  ])("the details of %s are refused", async (_what, data, error) => {
    expect(await byData("/v3.0/oa/user/detail", data)).toMatchObject({ error });
  });

  test("the list of people, a page at a time", async () => {
    const all = await byData("/v3.0/oa/user/getlist", { offset: 0, count: 50 });
    const followers = await byData("/v3.0/oa/user/getlist", {
      offset: 0,
      count: 50,
      is_follower: "true",
    });

    expect(all.data).toMatchObject({ total: 2, users: [{ user_id: mai.id }, { user_id: nam.id }] });
    expect(followers.data.users).toEqual([{ user_id: mai.id }]);
    expect(await byData("/v3.0/oa/user/getlist", { offset: 0, count: 51 })).toMatchObject({
      error: -201,
    });
    expect(await zalo.get("/v3.0/oa/user/getlist", { data: "{" })).toMatchObject({ error: -201 });
  });

  test("the chats, newest first, with who said what", async () => {
    sim.say(mai.id, "xin chào");
    await send(mai.id);
    sim.say(nam.id, "alo");

    const recent = await byData("/v2.0/oa/listrecentchat", { offset: 0, count: 10 });
    const one = await byData("/v2.0/oa/conversation", { user_id: mai.id, offset: 0, count: 10 });

    expect(recent.data).toHaveLength(2);
    expect(one.data).toMatchObject([
      { src: 0, message: "Chào", to_id: mai.id },
      { src: 1, message: "xin chào", from_id: mai.id, from_display_name: "Mai" },
    ]);
    expect(await byData("/v2.0/oa/listrecentchat", { offset: 0, count: 11 })).toMatchObject({
      error: -201,
    });
  });

  test("what may still be sent, to one person and in all", async () => {
    await send(mai.id);
    const ofPerson = await zalo.post("/v3.0/oa/quota/message", { user_id: mai.id });
    const ofOa = await zalo.post("/v3.0/oa/quota/message", {
      quota_owner: "OA",
      product_type: "cs",
      quota_type: "sub_quota",
    });

    expect(ofPerson.data).toMatchObject({
      last_interaction: String(noon),
      cs_reply: { remain: 7, total: 8 },
    });
    expect(ofOa.data).toMatchObject([{ product_type: "cs", remain: "500" }]);
    expect(await zalo.post("/v3.0/oa/quota/message", {})).toMatchObject({ error: -201 });
  });
});
