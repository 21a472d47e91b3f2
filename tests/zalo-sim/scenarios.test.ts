import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Answer, type Asking, asking } from "./asking.ts";
import { type ScenarioName, scenarios } from "./scenarios.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

const staff = { id: "4257319000000000001", name: "Vũ Thị Hạnh", oaAdmin: true };
const parent = { id: "4257319000000010001", name: "Ka Hiền" };
const app = { id: "77", secret: "app-secret", refreshToken: "first-refresh", codeChallenge: "" };

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  sim = await startZaloSim({
    port: 0,
    people: [staff, parent],
    app,
    realNow: () => 1_800_000_000_000,
  });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

function send(access_token = "sim-access-token"): Promise<Answer> {
  const body = { recipient: { user_id: parent.id }, message: { text: "Chào" } };
  const headers = { access_token, "content-type": "application/json" };
  return zalo.post("/v3.0/oa/message/cs", body, headers);
}

async function refresh(refresh_token: string): Promise<Answer> {
  const response = await fetch(`${sim.url}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: app.secret },
    body: new URLSearchParams({ app_id: app.id, grant_type: "refresh_token", refresh_token }),
  });
  const text = await response.text();
  return text === "" ? "nothing" : JSON.parse(text);
}

function lastMessage(): Answer {
  return sim.events().at(-1)?.body["message"];
}

test("every scenario at the end of the fact sheet has a name, a title and a word to explain it", async () => {
  const listed = await (await fetch(`${sim.url}/__sim/scenarios`)).json();

  expect(listed.map(({ name }: { name: string }) => name)).toEqual([
    "never-interacted",
    "unfollowed",
    "blocked",
    "token-expired-mid-send",
    "refresh-race",
    "consumed-refresh-token",
    "group-asset-lapsed",
    "webhook-replay",
    "webhook-wrong-signature",
    "nfd-text-1999",
    "long-ids",
    "admin-takes-over",
    "image-sent",
    "location-sent",
    "unknown-payload",
    "back-to-normal",
  ]);
  expect(scenarios.every(({ title, explain }) => title !== "" && explain !== "")).toBe(true);
});

test.each<[ScenarioName, number]>([
  ["never-interacted", -230],
  ["unfollowed", -213],
  ["blocked", -217],
])("%s: the next message is refused with %i, until all is normal again", async (name, error) => {
  sim.playScenario(name);

  expect(await send()).toMatchObject({ error });
  sim.playScenario("back-to-normal");
  expect(await send()).toMatchObject({ error: 0 });
});

test("token-expired-mid-send: one refresh later the message goes out", async () => {
  const { access_token, refresh_token } = await refresh("first-refresh");
  sim.playScenario("token-expired-mid-send");

  expect(await send(access_token)).toMatchObject({ error: -220 });
  expect(await send(access_token)).toMatchObject({ error: -220 });
  const next = await refresh(refresh_token);
  expect(await send(next.access_token)).toMatchObject({ error: 0 });
});

test("refresh-race: whoever comes second gets nothing, and both wait", async () => {
  sim.playScenario("refresh-race");
  const begun = performance.now();

  const [one, other] = await Promise.all([refresh("first-refresh"), refresh("first-refresh")]);

  expect(performance.now() - begun).toBeGreaterThan(350);
  expect([one, other].filter((answer) => answer === "nothing")).toHaveLength(1);
});

test("consumed-refresh-token: HTTP 200 and an empty body", async () => {
  sim.playScenario("consumed-refresh-token");

  expect(await refresh("first-refresh")).toBe("nothing");
  expect(await refresh("never-heard-of")).toMatchObject({ error: -14_014 });
});

test("group-asset-lapsed: the group is disabled, until all is normal again", async () => {
  const { data } = await zalo.post("/v3.0/oa/group/creategroupwithoa", {
    group_name: "Phụ huynh 7A",
    asset_id: "6a0000000000000000000001",
    member_user_ids: [parent.id],
  });
  const post = () =>
    zalo.post("/v3.0/oa/group/message", {
      recipient: { group_id: data.group_id },
      message: { text: "Chào" },
    });

  sim.playScenario("group-asset-lapsed", { groupId: data.group_id });

  expect(await post()).toMatchObject({ error: -237 });
  sim.playScenario("back-to-normal");
  expect(await post()).toMatchObject({ error: 0 });
});

test("group-asset-lapsed needs a group", async () => {
  const answer = await fetch(`${sim.url}/__sim/scenarios/group-asset-lapsed`, { method: "POST" });

  expect(answer.status).toBe(400);
});

test("nfd-text-1999: decomposed, and 1,999 characters once composed", () => {
  sim.playScenario("nfd-text-1999", { personId: parent.id });

  const { text } = lastMessage();
  expect(text.length).toBeGreaterThan(2_000);
  expect(text.normalize("NFC")).toHaveLength(1_999);
});

test("long-ids: two senders whom a number would confuse", () => {
  sim.playScenario("long-ids");

  const senders = sim.events().map(({ body }) => (body as Answer).sender.id);
  expect(new Set(senders).size).toBe(2);
  expect(new Set(senders.map(Number)).size).toBe(1);
});

test("admin-takes-over: a human's answer follows the question", () => {
  sim.playScenario("admin-takes-over");

  expect(sim.items(parent.id)).toMatchObject([{ from: "me" }, { from: "admin" }]);
  const echo = sim.events().find(({ name }) => name === "oa_send_text")?.body as Answer;
  expect(echo.sender.admin_id).toMatch(/^\d+$/);
});

test.each<[ScenarioName, string, object]>([
  ["image-sent", "user_send_image", { attachments: [{ type: "image" }] }],
  ["location-sent", "user_send_location", { attachments: [{ type: "location" }] }],
  ["unknown-payload", "user_send_text", { text: "#nut-cu:2024" }],
  ["webhook-replay", "user_send_text", { text: "Xin chào" }],
  ["webhook-wrong-signature", "user_send_text", { text: "Xin chào" }],
])("%s: the event is %s", async (name, event, message) => {
  const played = await fetch(`${sim.url}/__sim/scenarios/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personId: parent.id }),
  });

  expect(played.status).toBe(204);
  expect(sim.events().at(-1)?.name).toBe(event);
  expect(lastMessage()).toMatchObject(message);
});

test.each<[ScenarioName, number]>([
  ["webhook-replay", 6],
  ["webhook-wrong-signature", 1],
])("%s: %i letters go out", async (name, letters) => {
  sim.sendWebhooksTo({ url: `${sim.url}/nobody-answers-here` });

  sim.playScenario(name);
  await sim.settled();

  expect(sim.deliveries()).toHaveLength(letters);
});
