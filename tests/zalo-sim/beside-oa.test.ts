import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, type Asking, asking } from "./asking.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

// What belongs to Zalo but not to the Official Account: the Bot, the Mini App's notices, the Graph.

const person = { id: "5000000000000000001", name: "Mai", phone: "84900000001" };
const other = { id: "5000000000000000002", name: "Nam" };

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  sim = await startZaloSim({
    port: 0,
    people: [person, other],
    realNow: () => 1_800_000_000_000,
  });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

describe("the Bot", () => {
  const call = (method: string, body: object = {}) =>
    zalo.post(`/bot3000000000000000001:sim-bot-token/${method}`, body);
  const chatOf = (id: string) => sim.person(id)?.botChatId ?? "";

  test("writes to whoever has written to it, and to nobody else", async () => {
    const message = { chat_id: chatOf(person.id), text: "Chào" };
    expect(await call("sendMessage", message)).toMatchObject({ ok: false, error_code: 400 });

    sim.sayToBot(person.id, "xin chào");

    expect(await call("sendMessage", message)).toMatchObject({ ok: true });
    expect(sim.items(person.id)).toMatchObject([
      { chat: "bot", from: "me", text: "xin chào" },
      { chat: "bot", from: "bot", text: "Chào" },
    ]);
  });

  test.each([
    ["no text", "sendMessage", { text: "" }, 400],
    ["2,001 characters", "sendMessage", { text: "a".repeat(2_001) }, 400],
    ["a picture without an address", "sendPhoto", { photo: "a.jpg" }, 400],
    ["a voice that is no .aac", "sendVoice", { voice_url: "https://a.example/a.mp3" }, 400],
    ["an action that does not exist", "sendChatAction", { action: "dancing" }, 400],
    ["a method that does not exist", "sendParade", {}, 404],
    [
      "a secret of seven characters",
      "setWebhook",
      { url: "https://a.example/", secret_token: "1234567" },
      400,
    ],
  ])("%s is refused", async (_what, method, change, error_code) => {
    sim.sayToBot(person.id, "a");

    const answer = await call(method, { chat_id: chatOf(person.id), ...change });

    expect(answer).toMatchObject({ ok: false, error_code });
  });

  test("a wrong token is 401, and 429 comes when the month is used up or on order", async () => {
    sim.sayToBot(person.id, "a");
    const message = { chat_id: chatOf(person.id), text: "Chào" };
    expect(await zalo.post("/bot1:x/getMe", {})).toMatchObject({ ok: false, error_code: 401 });

    sim.fail({ next: 1, kind: "refuse", code: 429, at: "bot", userId: person.id });
    expect(await call("sendMessage", message)).toMatchObject({ ok: false, error_code: 429 });
    sim.setQuotas({ botMessages: 0 });
    expect(await call("sendMessage", message)).toMatchObject({ ok: false, error_code: 429 });
  });

  test("updates are fetched one by one while no webhook is set", async () => {
    sim.sayToBot(person.id, "một");
    sim.sendImageToBot(person.id, "https://a.example/a.jpg");

    const one = await call("getUpdates", { timeout: "0" });
    const two = await call("getUpdates", { timeout: 0 });

    expect(one.result).toMatchObject({
      event_name: "message.text.received",
      message: { text: "một", chat: { chat_type: "PRIVATE" }, from: { display_name: "Mai" } },
    });
    expect(two.result.message.photo).toBe("https://a.example/a.jpg");
    expect(await call("getUpdates", { timeout: 0 })).toMatchObject({ ok: false, error_code: 408 });
    await call("setWebhook", { url: "https://a.example/", secret_token: "12345678" });
    expect(await call("getUpdates", { timeout: 0 })).toMatchObject({ ok: false, error_code: 400 });
    expect(await call("getWebhookInfo")).toMatchObject({ result: { url: "https://a.example/" } });
    expect(await call("deleteWebhook")).toMatchObject({ result: { url: "" } });
  });

  test("in a group it is heard by all and hears only its own name", async () => {
    const { chatId } = sim.putBotInGroup("Lớp 5A", [person.id, other.id]);
    sim.sayInBotGroup(person.id, chatId, "mai nghỉ học");
    sim.sayInBotGroup(person.id, chatId, "@Bot Trường An bản tin");

    await call("sendMessage", { chat_id: chatId, text: "Bản tin mới" });

    const heard = sim.events().map(({ body }) => (body as Answer).result.message);
    expect(heard).toMatchObject([{ chat: { id: chatId, chat_type: "GROUP" } }]);
    expect(sim.items(other.id).at(-1)).toMatchObject({ groupId: chatId, from: "bot" });
  });

  test("says who it is", async () => {
    expect(await call("getMe")).toMatchObject({ ok: true, result: { can_join_groups: true } });
  });
});

describe("the Mini App's notices", () => {
  const headers = () => ({
    "content-type": "application/json",
    "x-api-key": "Bearer sim-mini-app-key",
    "x-user-id": sim.person(person.id)?.appUserId ?? "",
    "x-miniapp-id": "1000000000000000003",
  });
  const notice = {
    templateId: "sim-notice-template",
    templateData: {
      title: "Trường An",
      contentTitle: "Bản tin",
      contentDescription: "Có bản tin mới",
    },
  };
  const send = (change: object = {}, body: object = {}) =>
    zalo.post("/notification/template", { ...notice, ...body }, { ...headers(), ...change });

  test("reach somebody who allowed them", async () => {
    sim.putPerson({ ...person, allowsNotices: true });

    expect(await send()).toMatchObject({ error: 0, message: "Success" });
    expect(sim.items(person.id)).toMatchObject([{ chat: "notices" }]);
  });

  test.each([
    ["a wrong key", { "x-api-key": "Bearer guess" }, {}, -102],
    ["a wrong Mini App", { "x-miniapp-id": "1" }, {}, -114],
    ["an unknown person", { "x-user-id": "1" }, {}, -110],
    ["a person who did not allow it", {}, {}, -111],
    ["an unknown template", {}, { templateId: "x" }, -101],
  ])("%s is refused", async (_what, change, body, error) => {
    expect(await send(change, body)).toMatchObject({ error });
    expect(sim.items()).toEqual([]);
  });

  test("a caller from elsewhere, an empty quota, and a consent taken back are refused", async () => {
    sim.putPerson({ ...person, allowsNotices: true });
    sim.setConditions({ miniCallerAllowed: false });
    expect(await send()).toMatchObject({ error: -113 });
    sim.setConditions({ miniCallerAllowed: true });
    sim.setQuotas({ notices: 0 });
    expect(await send()).toMatchObject({ error: -109 });
    sim.setQuotas({ notices: 1 });

    sim.revokeConsent(person.id);

    expect(await send()).toMatchObject({ error: -111 });
    expect(sim.events()).toMatchObject([{ door: "mini", name: "user.revoke.consent" }]);
  });
});

describe("the Graph", () => {
  const proofOf = (token: string, secret = "sim-app-secret") =>
    createHmac("sha256", secret).update(token).digest("hex");
  const me = async (
    headers: Record<string, string>,
    path = "/v2.0/me?fields=id,name,user_id_by_oa",
  ) => (await fetch(`${sim.url}${path}`, { headers })).json();

  test("says who holds a token, and the name only when it is shared", async () => {
    const access_token = sim.newUserToken(person.id);
    const headers = { access_token, appsecret_proof: proofOf(access_token) };

    const shy = await me(headers);
    sim.putPerson({ ...person, shares: ["name"] });
    const open = await me(headers);

    expect(shy).toMatchObject({ error: 0, name: "", user_id_by_oa: person.id });
    expect(shy.id).toMatch(/^\d{19}$/);
    expect(shy.id).not.toBe(person.id);
    expect(open).toMatchObject({ id: shy.id, name: "Mai" });
  });

  test("a stale token is 452, a wrong proof is refused", async () => {
    const access_token = sim.newUserToken(person.id);
    expect(await me({ access_token: "x", appsecret_proof: proofOf("x") })).toMatchObject({
      error: 452,
    });
    expect(
      await me({ access_token, appsecret_proof: proofOf(access_token, "guess") }),
    ).toMatchObject({ error: -242 });
    sim.setConditions({ badProof: 100 });
    expect(await me({ access_token })).toMatchObject({ error: 100 });

    sim.advanceClock(3_600_000);

    const late = { access_token, appsecret_proof: proofOf(access_token) };
    expect(await me(late)).toMatchObject({ error: 452 });
  });

  test("a code gives a number once, within two minutes, to whoever knows the secret", async () => {
    const access_token = sim.newUserToken(person.id);
    const ask = (code: string, secret_key = "sim-app-secret") =>
      me({ access_token, code, secret_key }, "/v2.0/me/info");
    const code = sim.newUserCode(person.id, "phone");

    expect(await ask(code, "guess")).toMatchObject({ error: 100 });
    expect(await ask(code)).toMatchObject({ error: 0, data: { number: person.phone } });
    expect(await ask(code)).toMatchObject({ error: 100 });
    expect(await ask(sim.newUserCode(other.id, "phone"))).toMatchObject({ error: 100 });
    expect(await ask(sim.newUserCode(person.id, "location"))).toMatchObject({
      data: { latitude: "11.8453" },
    });

    const late = sim.newUserCode(person.id, "phone");
    sim.advanceClock(121_000);
    expect(await ask(late)).toMatchObject({ error: 100 });
  });
});
