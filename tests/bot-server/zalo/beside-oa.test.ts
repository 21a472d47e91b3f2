import { openBot } from "@truong-an/bot-server/zalo/bot";
import { openGraph } from "@truong-an/bot-server/zalo/graph";
import { openMiniNotices } from "@truong-an/bot-server/zalo/mini-notices";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

// What belongs to Zalo but not to the Official Account: the Bot, the Mini App's notices, the Graph.

const mai = { id: "5000000000000000001", name: "Mai", allowsNotices: true, usesBot: true };
const nam = { id: "5000000000000000002", name: "Nam" };
const timeoutMs = 500;
const botToken = "3000000000000000001:sim-bot-token";

let sim: ZaloSim;

beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: [mai, nam] });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

describe("the Bot", () => {
  const bot = (token = botToken) => openBot({ botBaseUrl: sim.url, token, timeoutMs });
  const chatOf = (id: string) => sim.person(id)?.botChatId ?? "";

  test("says who it is", async () => {
    expect(await bot().getMe()).toMatchObject({ id: "3000000000000000001" });
  });

  test("writes, and shows a picture", async () => {
    const chatId = chatOf(mai.id);

    const { messageId } = await bot().sendMessage({ chatId, text: "Có việc cần xem" });
    await bot().sendPhoto({ chatId, photoUrl: "https://a.example/a.jpg", caption: "Bản tin" });

    expect(messageId).not.toBe("");
    expect(sim.items(mai.id)).toMatchObject([
      { chat: "bot", text: "Có việc cần xem" },
      { chat: "bot", text: "Bản tin", attachment: { kind: "image" } },
    ]);
  });

  test("says where its updates shall go", async () => {
    await bot().setWebhook({ url: `${sim.url}/hook`, secret: "a-secret-of-ours" });

    expect(sim.requests()[0]?.body).toEqual({
      url: `${sim.url}/hook`,
      secret_token: "a-secret-of-ours",
    });
  });

  test.each([
    [
      "nobody who has written to it",
      () => bot().sendMessage({ chatId: chatOf(nam.id), text: "a" }),
      400,
    ],
    ["anyone with a wrong token", () => bot("1:wrong").getMe(), 401],
  ])("reaches not %s", async (_whom, call, code) => {
    expect(await failureOf(call())).toMatchObject({ name: "ZaloRefused", code, service: "bot" });
  });

  test("waits when it has written too much", async () => {
    sim.fail({ next: 1, kind: "refuse", code: 429, at: "bot" });

    const failure = await failureOf(bot().sendMessage({ chatId: chatOf(mai.id), text: "a" }));

    expect(failure).toMatchObject({ name: "ZaloUnreachable", why: "busy" });
  });

  test("writes nothing that is too long", async () => {
    const failure = await failureOf(
      bot().sendMessage({ chatId: chatOf(mai.id), text: "a".repeat(2_001) }),
    );

    expect(failure).toBeInstanceOf(RangeError);
    expect(sim.requests()).toEqual([]);
  });

  test.each(["refuse", "timeout", "http500", "html502", "empty"] as const)(
    "keeps its token out of the error after %s",
    async (kind) => {
      sim.fail({ next: 1, kind, code: 400, at: "bot" });

      const failure = (await failureOf(bot().getMe())) as Error;

      const told = `${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`;
      expect(failure.name).toMatch(/^Zalo/);
      expect(told).not.toContain("sim-bot-token");
    },
  );

  test("keeps its token out of the error when nobody listens", async () => {
    const lost = openBot({ botBaseUrl: "http://127.0.0.1:1", token: botToken, timeoutMs });

    const failure = (await failureOf(lost.getMe())) as Error;

    expect(failure).toMatchObject({ why: "no-connection" });
    expect(failure.cause).toBeUndefined();
    expect(String(failure.stack)).not.toContain("sim-bot-token");
  });
});

describe("the Mini App's notices", () => {
  const notices = (key = "sim-mini-app-key") =>
    openMiniNotices({
      miniBaseUrl: sim.url,
      miniAppId: "1000000000000000003",
      key,
      templateId: "sim-notice-template",
      timeoutMs,
    });
  const notice = (personId: string) => ({
    userId: sim.person(personId)?.appUserId ?? "",
    title: "Trường An",
    contentTitle: "Có bản tin mới",
    contentDescription: "Bấm để xem",
    buttonText: "Xem",
    buttonUrl: "https://zalo.me/s/1000000000000000003/",
  });

  test("reach somebody who asked for them", async () => {
    await notices().send(notice(mai.id));

    expect(sim.items(mai.id)).toMatchObject([{ chat: "notices" }]);
  });

  test.each([
    ["somebody who did not ask", () => notices().send(notice(nam.id)), -111],
    ["somebody unknown", () => notices().send({ ...notice(mai.id), userId: "1" }), -110],
    ["anyone with a wrong key", () => notices("wrong").send(notice(mai.id)), -102],
  ])("reach not %s", async (_whom, call, code) => {
    expect(await failureOf(call())).toMatchObject({ name: "ZaloRefused", code, service: "mini" });
  });

  test("reach nobody when our address is not on Zalo's list", async () => {
    sim.setConditions({ miniCallerAllowed: false });

    expect(await failureOf(notices().send(notice(mai.id)))).toMatchObject({ code: -113 });
  });
});

describe("the Graph", () => {
  const graph = (appSecret = "sim-app-secret") =>
    openGraph({ graphBaseUrl: sim.url, appSecret, timeoutMs });

  test("says whose token it is, by ids alone", async () => {
    const user = await graph().whoIs(sim.newUserToken(mai.id));

    expect(user).toEqual({ id: sim.person(mai.id)?.appUserId, oaUserId: mai.id });
    expect(sim.requests()[0]?.url).not.toMatch(/name|picture/);
  });

  test("knows nobody by a token that has ended", async () => {
    expect(await failureOf(graph().whoIs("old"))).toMatchObject({ code: 452, service: "graph" });
  });

  test.each([-242, 100] as const)("refuses a wrong proof with %i", async (badProof) => {
    sim.setConditions({ badProof });

    const failure = await failureOf(graph("wrong").whoIs(sim.newUserToken(mai.id)));

    expect(failure).toMatchObject({ name: "ZaloRefused", code: badProof });
  });
});
