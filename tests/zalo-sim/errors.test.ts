import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, type Asking, aJpeg, asking } from "./asking.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

// Every error that an address is known to answer with can be had on order, in that address's own shape.

const person = { id: "5000000000000000001", name: "Mai", phone: "84900000001", usesBot: true };

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  const noon = Date.parse("2026-12-01T12:00:00+07:00"); // ZNS sleeps at night
  sim = await startZaloSim({ port: 0, people: [person], realNow: () => noon });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

function askToken(): Promise<Response> {
  return fetch(`${sim.url}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: "sim-app-secret" },
    body: new URLSearchParams({
      app_id: "1000000000000000001",
      grant_type: "refresh_token",
      refresh_token: "sim-refresh-token",
    }),
  });
}

const templateData = { desk: "Tổ tiếp nhận", level: "Khẩn", time: "12:00 01/12/2026" };
const byData = (path: string, data: object) => zalo.get(path, { data: JSON.stringify(data) });
const toPerson = { user_id: person.id };

type Family = Parameters<ZaloSim["fail"]>[0]["at"];

const calls: Readonly<Record<NonNullable<Family>, () => Promise<Answer>>> = {
  token: async () => (await askToken()).json(),
  cs: () => zalo.post("/v3.0/oa/message/cs", { recipient: toPerson, message: { text: "Chào" } }),
  template: () =>
    zalo.post("/v3.0/oa/message/template", {
      ...toPerson,
      template_id: "480001",
      template_data: templateData,
    }),
  upload: () => zalo.upload("/v2.0/oa/upload/image", aJpeg()),
  account: () => zalo.get("/v2.0/oa/getoa"),
  users: () => byData("/v3.0/oa/user/detail", toPerson),
  chats: () => byData("/v2.0/oa/listrecentchat", { offset: 0, count: 10 }),
  quota: () => zalo.post("/v3.0/oa/quota/message", toPerson),
  group: () => zalo.get("/v3.0/oa/group/getgroupsofoa"),
  zns: () =>
    zalo.post("/message/template", {
      phone: person.phone,
      template_id: "480001",
      template_data: templateData,
    }),
  graph: async () => {
    const access_token = sim.newUserToken(person.id);
    const code = sim.newUserCode(person.id, "phone");
    const headers = { access_token, code, secret_key: "sim-app-secret" };
    return (await fetch(`${sim.url}/v2.0/me/info`, { headers })).json();
  },
  mini: () => {
    sim.putPerson({ ...person, allowsNotices: true });
    const notice = { title: "Trường An", contentTitle: "Bản tin", contentDescription: "Mới" };
    return zalo.post(
      "/notification/template",
      { templateId: "sim-notice-template", templateData: notice },
      {
        "content-type": "application/json",
        "x-api-key": "Bearer sim-mini-app-key",
        "x-user-id": sim.person(person.id)?.appUserId ?? "",
        "x-miniapp-id": "1000000000000000003",
      },
    );
  },
  bot: () => {
    const chat_id = sim.person(person.id)?.botChatId;
    return zalo.post("/bot3000000000000000001:sim-bot-token/sendMessage", { chat_id, text: "a" });
  },
};
type Name = keyof typeof calls;

const codes: readonly (readonly [Name, readonly (number | string)[]])[] = [
  ["token", [-14_014, "-14014", -14_002, -14_003]],
  ["cs", [-216, -220, -230, -210, -201, -32, -213, -218, -223, -224, -248]],
  ["template", [-249, -201, -230, -320]],
  ["upload", [-201, -210, -211]],
  ["account", [-216]],
  ["users", [-201, -213, -216]],
  ["chats", [-201, -216]],
  ["quota", [-216]],
  ["group", [-237, -403, -201, -216, -32, -238, -241, -221, -224]],
  ["zns", [-108, -109, -1121, -1122, -115, -118, -119, -124, -131, -133, -144]],
  ["graph", [452, 100, -242]],
  ["mini", [-102, -109, -110, -111, -113]],
  ["bot", [401, 400, 429]],
];

describe.each(codes)("at %s", (name, list) => {
  test.each(list.map((code) => [code]))("the code %s comes once", async (code) => {
    sim.fail({ next: 1, kind: "refuse", code, at: name });

    const first = await calls[name]();
    const second = await calls[name]();

    const field = name === "bot" ? "error_code" : "error";
    expect(first).toMatchObject({ [field]: code });
    if (name === "bot") expect(second).toMatchObject({ ok: true });
    else if (name === "token") expect(second).toHaveProperty("access_token");
    else expect(second).toMatchObject({ error: 0 });
  });

  test("an order for another address passes it by", async () => {
    sim.fail({ next: 1, kind: "http500", at: name === "cs" ? "token" : "cs" });

    const answer = await calls[name]();

    expect(answer.error ?? 0).toBe(0);
    expect(answer.ok ?? true).toBe(true);
  });
});

describe("an answer that is no answer", () => {
  test.each([
    ["http500", 500, /Internal/],
    ["html502", 502, /<html>/],
    ["empty", 200, /^$/],
  ] as const)("%s", async (kind, status, text) => {
    sim.fail({ next: 1, kind, at: "token" });

    const response = await askToken();

    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
  });

  test("a timeout says nothing at all", async () => {
    sim.fail({ next: 1, kind: "timeout" });

    const silent = fetch(`${sim.url}/v2.0/oa/getoa`, { signal: AbortSignal.timeout(200) });

    await expect(silent).rejects.toThrow();
  });

  test("a slow answer is the right one, late", async () => {
    sim.fail({ next: 1, kind: "slow", ms: 300, at: "cs" });
    const begun = performance.now();

    expect(await calls.cs()).toMatchObject({ error: 0 });

    expect(performance.now() - begun).toBeGreaterThanOrEqual(290);
  });

  test("work that is done can lose its answer on the way", async () => {
    sim.fail({ next: 1, kind: "answer-then-drop", at: "cs", userId: person.id });

    await expect(calls.cs()).rejects.toThrow();

    expect(sim.items(person.id)).toMatchObject([{ text: "Chào" }]);
  });

  test("a refresh may lose its answer: the old token is used up, the new pair unknown", async () => {
    sim.fail({ next: 1, kind: "answer-then-drop", at: "token" });

    await expect(askToken()).rejects.toThrow();

    expect(await calls.token()).toMatchObject({ error: -14_014 });
  });

  test("a refresh may answer without a new refresh token, and the old one lives on", async () => {
    sim.fail({ next: 1, kind: "no-refresh-token", at: "token" });

    const first = await calls.token();
    const second = await calls.token();

    expect(first).toHaveProperty("access_token");
    expect(first).not.toHaveProperty("refresh_token");
    expect(second).toHaveProperty("refresh_token");
  });
});

test("replies of the OA API carry the rate, also when they fail", async () => {
  sim.fail({ next: 1, kind: "refuse", code: -248 });

  const response = await fetch(`${sim.url}/v2.0/oa/getoa`);

  expect(response.headers.get("x-ratelimit-limit")).toBe("4000");
  expect(Number(response.headers.get("x-ratelimit-remain"))).toBeLessThan(4_000);
});
