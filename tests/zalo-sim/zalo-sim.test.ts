import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "./start.ts";

const person = { id: "5000000000000000001", name: "Người nhận", email: "nguoi-nhan@xa.example" };
const verifier = "v".repeat(43);
const app = {
  id: "77",
  secret: "app-secret",
  refreshToken: "first-refresh",
  codeChallenge: createHash("sha256").update(verifier).digest("base64url"),
};

let sim: ZaloSim;

beforeAll(async () => {
  sim = await startZaloSim({
    port: 0,
    people: [person],
    app,
    callsPerMinute: 50,
    realNow: () => 1_800_000_000_000,
  });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

async function send(
  message: unknown,
  headers: Record<string, string> = { access_token: "sim-access-token" },
) {
  return fetch(`${sim.url}/v3.0/oa/message/cs`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ recipient: { user_id: person.id }, message }),
  });
}

async function token(form: Record<string, string>, secret = app.secret) {
  const response = await fetch(`${sim.url}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: secret },
    body: new URLSearchParams({ app_id: app.id, ...form }),
  });
  return response.json();
}

describe("messages", () => {
  const button = { title: "Mở", type: "oa.open.url", payload: { url: "https://a.example/" } };
  const withButtons = (buttons: readonly unknown[]) => ({
    text: "Chọn",
    attachment: { type: "template", payload: { buttons } },
  });

  test.each([
    ["neither text nor attachment", {}, -201],
    ["text of 2,001 characters", { text: "a".repeat(2_001) }, -210],
    ["six buttons", withButtons(Array(6).fill(button)), -210],
    ["a title of 101 characters", withButtons([{ ...button, title: "a".repeat(101) }]), -210],
    [
      "a button that opens a script",
      withButtons([{ ...button, payload: { url: "javascript:alert(1)" } }]),
      -201,
    ],
    ["a button of no known type", withButtons([{ ...button, type: "oa.open.door" }]), -201],
  ])("%s is refused with HTTP 200", async (_what, message, error) => {
    const response = await send(message);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error });
    expect(sim.items()).toEqual([]);
  });

  test("a Bearer header is no access token", async () => {
    const response = await send({ text: "Chào" }, { authorization: "Bearer sim-access-token" });

    expect(await response.json()).toMatchObject({ error: -216 });
  });

  test("a body that is not JSON is refused as Zalo refuses", async () => {
    const response = await fetch(`${sim.url}/v3.0/oa/message/cs`, {
      method: "POST",
      headers: { "content-type": "application/json", access_token: "sim-access-token" },
      body: "{",
    });

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error: -201 });
  });

  test.each(["/v3.0/oa/message/transaction", "/v3.0/oa/message/promotion", "/v2.0/oa/message"])(
    "the endpoint %s is dead",
    async (path) => {
      const response = await fetch(`${sim.url}${path}`, {
        method: "POST",
        headers: { access_token: "sim-access-token" },
      });

      expect([-233, -240]).toContain((await response.json()).error);
    },
  );

  test("every reply says how many calls are left, and beyond the last one the answer is -32", async () => {
    const first = await send({ text: "1" });
    expect(first.headers.get("x-ratelimit-limit")).toBe("50");
    expect(first.headers.get("x-ratelimit-remain")).toBe("49");
    for (let call = 0; call < 49; call += 1) await send({ text: "more" });

    const over = await send({ text: "too many" });

    expect(await over.json()).toMatchObject({ error: -32 });
    sim.advanceClock(60_000);
    expect(await (await send({ text: "later" })).json()).toMatchObject({ error: 0 });
  });

  test("a failure ordered for one person leaves the others alone", async () => {
    const order = { next: 1, kind: "refuse", code: -218, userId: "6000000000000000001" };
    await fetch(`${sim.url}/__sim/fail`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });

    const response = await send({ text: "Chào" });

    expect(await response.json()).toMatchObject({ error: 0 });
  });

  test("the same seed gives the same message ids and the same unknown fields", async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => startZaloSim({ port: 0, people: [person], seed: 42 })),
    );
    const answers = await Promise.all(
      [one, other].map(async (each) => {
        const answer = await fetch(`${each?.url}/v2.0/oa/getoa`, {
          headers: { access_token: "sim-access-token" },
        });
        return answer.json();
      }),
    );
    await Promise.all([one?.stop(), other?.stop()]);

    expect(answers[0]).toMatchObject({ error: 0, data: { oa_id: "1000000000000000002" } });
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe("tokens", () => {
  test("a refresh token works once, and its successor works next", async () => {
    const first = await token({ grant_type: "refresh_token", refresh_token: "first-refresh" });
    const again = await token({ grant_type: "refresh_token", refresh_token: "first-refresh" });
    const next = await token({ grant_type: "refresh_token", refresh_token: first.refresh_token });

    expect(first.expires_in).toBe("90000");
    expect(again).toMatchObject({ error: -14_014 });
    expect(next.access_token).toMatch(/^[0-9a-f]{64}$/);
  });

  test("an access token lives 25 hours", async () => {
    const { access_token } = await token({
      grant_type: "refresh_token",
      refresh_token: "first-refresh",
    });
    expect(await (await send({ text: "Chào" }, { access_token })).json()).toMatchObject({
      error: 0,
    });

    sim.advanceClock(25 * 3_600_000);

    expect(await (await send({ text: "Chào" }, { access_token })).json()).toMatchObject({
      error: -220,
    });
  });

  test("a code is exchanged once, and only with its verifier", async () => {
    const grant = (code: string, code_verifier: string) =>
      token({ grant_type: "authorization_code", code, code_verifier });
    const code = sim.newCode();

    expect(await grant(sim.newCode(), "w".repeat(43))).toHaveProperty("error");
    expect(await grant(code, verifier)).toHaveProperty("access_token");
    expect(await grant(code, verifier)).toHaveProperty("error");
  });

  test("a wrong app secret gives nothing and leaves the refresh token alive", async () => {
    const grant = { grant_type: "refresh_token", refresh_token: "first-refresh" };

    expect(await token(grant, "guess")).toHaveProperty("error");
    expect(await token(grant)).toHaveProperty("access_token");
  });
});

test("after a reset everything is as it was at the start", async () => {
  sim.putPerson({ ...person, blocked: true });
  sim.invite(person.id, { text: "Mời", url: "https://console.example/" });
  sim.fail({ next: 9, kind: "http500" });
  sim.advanceClock(1_000_000_000);

  await fetch(`${sim.url}/__sim/reset`, { method: "POST" });

  expect(sim.items()).toEqual([]);
  expect(await (await send({ text: "Chào" })).json()).toMatchObject({ error: 0 });
});

test("an order that makes no sense is turned away with the reason", async () => {
  const response = await fetch(`${sim.url}/__sim/fail`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ next: 0, kind: "explode" }),
  });

  expect(response.status).toBe(400);
  expect((await response.json()).message).toContain("kind");
});
