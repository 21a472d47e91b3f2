import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, asking } from "./asking.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";

const person = { id: "5000000000000000001", name: "Mai", phone: "84900000001" };
const minute = 60_000;

type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly body: Answer;
};

let received: Received[] = [];
let status = 200;
let delayMs = 0;
const door = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const raw = Buffer.concat(chunks).toString("utf8");
    if (request.method === "POST") {
      received.push({ headers: request.headers, raw, body: JSON.parse(raw) });
    }
    setTimeout(() => response.writeHead(status).end(), delayMs);
  });
});

let sim: ZaloSim;
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  sim = await startZaloSim({ port: 0, people: [person], realNow: () => 1_800_000_000_000 });
});
afterAll(async () => {
  await sim.stop();
  door.closeAllConnections();
  await new Promise((resolve) => door.close(resolve));
});
beforeEach(() => {
  sim.reset();
  sim.sendWebhooksTo({ url });
  received = [];
  status = 200;
  delayMs = 0;
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function names(): readonly string[] {
  return received.map(({ body }) => body.event_name);
}

describe("a signature", () => {
  const appId = "1000000000000000001";
  const oaId = "1000000000000000002";
  const at = "1800000000000";

  test.each([
    ["the app's id and mac=", {}, "mac=", appId, "sim-oa-secret"],
    ["the account's id", { idFirst: "oa" as const }, "mac=", oaId, "sim-oa-secret"],
    ["another secret", { secret: "app-secret" }, "mac=", appId, "app-secret"],
    ["no prefix", { bareHex: true }, "", appId, "sim-oa-secret"],
    ["a numeric timestamp", { timestamp: "number" as const }, "mac=", appId, "sim-oa-secret"],
  ])("is made with %s", async (_how, change, prefix, id, secret) => {
    sim.sendWebhooksTo({ url, ...change });

    sim.say(person.id, "xin chào");
    await sim.settled();

    const [one] = received;
    expect(one?.headers["x-zevent-signature"]).toBe(prefix + sha256(id + one?.raw + at + secret));
    expect(typeof one?.body.timestamp).toBe("timestamp" in change ? "number" : "string");
  });

  test("can be wrong, missing, or over a numeric timestamp, for one event at a time", async () => {
    sim.troubleWebhooks({ next: 1, kind: "wrong-signature" });
    sim.troubleWebhooks({ next: 1, kind: "unsigned" });
    sim.troubleWebhooks({ next: 1, kind: "numeric-timestamp", event: "user_send_text" });
    for (const text of ["1", "2", "3", "4"]) sim.say(person.id, text);
    await sim.settled();

    const isRight = received.map(({ headers, raw }) =>
      headers["x-zevent-signature"] === undefined
        ? undefined
        : headers["x-zevent-signature"] === `mac=${sha256(`${appId}${raw}${at}sim-oa-secret`)}`,
    );
    expect(isRight).toEqual([false, undefined, true, true]);
    expect(typeof received[2]?.body.timestamp).toBe("number");
  });

  test("of the Mini App goes over its values in the order of their names, then the key", async () => {
    sim.sendWebhooksTo({ url, mini: { url } });

    sim.revokeConsent(person.id);
    await sim.settled();

    const userId = sim.person(person.id)?.appUserId;
    const values = `1000000000000000003user.revoke.consent1800000000000${userId}`;
    expect(received[0]?.headers["x-zevent-signature"]).toBe(sha256(`${values}sim-mini-app-key`));
  });

  test("of the Bot is its secret itself", async () => {
    sim.sendWebhooksTo({ url, bot: { url, secret: "bot-secret" } });

    sim.sayToBot(person.id, "chào");
    await sim.settled();

    expect(received[0]?.headers["x-bot-api-secret-token"]).toBe("bot-secret");
    expect(received[0]?.body.result.message.text).toBe("chào");
  });
});

describe("the ladder", () => {
  test("climbs five times, counts, and then the subscription is off until it is enabled", async () => {
    status = 500;
    sim.say(person.id, "một");
    await sim.settled();
    for (const wait of [0.5, 5, 15, 30, 60]) {
      sim.advanceClock(wait * minute - 1);
      await sim.settled();
      const before = received.length;
      sim.advanceClock(1);
      await sim.settled();
      expect(received.length).toBe(before + 1);
    }

    expect(received.map(({ headers }) => headers["num_retry"])).toEqual([
      undefined,
      "1",
      "2",
      "3",
      "4",
      "5",
    ]);
    expect(new Set(received.map(({ raw }) => raw)).size).toBe(1);
    expect(sim.webhooksAreOn()).toBe(false);
    expect(sim.deliveries()).toMatchObject([{ state: "given-up" }]);

    sim.say(person.id, "hai");
    await sim.settled();
    expect(received).toHaveLength(6);
    status = 200;
    sim.enableWebhooks();
    sim.say(person.id, "ba");
    await sim.settled();
    expect(received.at(-1)?.body.message.text).toBe("ba");
  });

  test("ends with the first 200, and only 200 counts", async () => {
    status = 204;
    sim.say(person.id, "một");
    await sim.settled();
    status = 200;
    sim.advanceClock(minute / 2);
    await sim.settled();
    sim.advanceClock(100 * minute);
    await sim.settled();

    expect(received).toHaveLength(2);
    expect(sim.deliveries()).toMatchObject([{ state: "delivered" }]);
  });

  test("a door that is slower than the deadline is tried again", async () => {
    sim.sendWebhooksTo({ url, deadlineMs: 50 });
    delayMs = 200;
    sim.say(person.id, "một");
    await sim.settled();

    expect(sim.deliveries()).toMatchObject([{ attempts: [{ outcome: "timeout" }] }]);
  });

  test("climbs by itself too, as fast as it is told", async () => {
    sim.sendWebhooksTo({ url, retrySpeed: 10_000 });
    status = 500;

    sim.say(person.id, "một");

    await expect.poll(() => received.length, { timeout: 5_000 }).toBe(6);
  });
});

test("duplicates, losses and another order come on request", async () => {
  sim.troubleWebhooks({ next: 1, kind: "repeat", times: 5 });
  sim.say(person.id, "năm lần nữa");
  sim.troubleWebhooks({ next: 1, kind: "lose" });
  sim.say(person.id, "mất");
  sim.troubleWebhooks({ next: 2, kind: "hold" });
  for (const text of ["trước", "sau"]) sim.say(person.id, text);
  sim.releaseWebhooks("reverse");
  await sim.settled();

  const texts = received.map(({ body }) => body.message.text);
  expect(texts).toEqual([...Array(6).fill("năm lần nữa"), "sau", "trước"]);
  expect(new Set(received.slice(0, 6).map(({ raw }) => raw)).size).toBe(1);
});

describe("what people do", () => {
  const ids = { sender: { id: person.id }, recipient: { id: "1000000000000000002" } };

  test.each<[string, () => unknown, string, object]>([
    ["text", () => sim.say(person.id, "a"), "user_send_text", { ...ids, message: { text: "a" } }],
    [
      "a picture",
      () => sim.sendImage(person.id, "https://a.example/a.jpg"),
      "user_send_image",
      {
        ...ids,
        message: { attachments: [{ type: "image", payload: { url: "https://a.example/a.jpg" } }] },
      },
    ],
    ["a sticker", () => sim.sendSticker(person.id), "user_send_sticker", ids],
    [
      "a place",
      () => sim.sendLocation(person.id, "11.5", "108.1"),
      "user_send_location",
      {
        message: {
          attachments: [
            {
              type: "location",
              payload: { coordinates: { latitude: "11.5", longitude: "108.1" } },
            },
          ],
        },
      },
    ],
    ["following", () => sim.follow(person.id), "follow", { follower: { id: person.id } }],
    ["unfollowing", () => sim.unfollow(person.id), "unfollow", { follower: { id: person.id } }],
    ["blocking", () => sim.block(person.id), "unfollow", { follower: { id: person.id } }],
    ["chat now", () => sim.clickChatNow(person.id), "user_click_chatnow", { user_id: person.id }],
    [
      "their number",
      () => sim.submitInfo(person.id, "84900000001"),
      "user_submit_info",
      { info: { name: "Mai", phone: "84900000001" } },
    ],
    ["seeing", () => sim.see(person.id), "user_seen_message", { message: { msg_ids: [] } }],
    ["deleting", () => sim.withdraw(person.id), "user_withdraw", { user_id: person.id }],
    [
      "a human's answer",
      () => sim.adminReplies(person.id, "Chào bạn"),
      "oa_send_text",
      { sender: { admin_id: "7000000000000000001" }, message: { text: "Chào bạn" } },
    ],
  ])("%s arrives as its event", async (_what, act, name, body) => {
    act();
    await sim.settled();

    expect(received[0]?.body).toMatchObject({
      event_name: name,
      app_id: "1000000000000000001",
      ...body,
    });
  });

  test("a pressed button arrives as text, shown or not, and opens the window", async () => {
    const zalo = asking(sim);
    const buttons = [
      { title: "Hiện", type: "oa.query.show", payload: "#hien" },
      { title: "Ẩn", type: "oa.query.hide", payload: "#an" },
      { title: "Mở", type: "oa.open.url", payload: { url: "https://a.example/" } },
      { title: "Gọi", type: "oa.open.phone", payload: { phone_code: "113" } },
    ];
    const attachment = { type: "template", payload: { buttons } };
    await zalo.post("/v3.0/oa/message/cs", {
      recipient: { user_id: person.id },
      message: { text: "Chọn", attachment },
    });
    const n = sim.items(person.id)[0]?.n ?? 0;
    sim.advanceClock(3_600_000);

    const pressed = [0, 1, 2, 3].map((index) => sim.press(person.id, n, index).kind);
    await sim.settled();

    expect(pressed).toEqual(["says", "says", "opens", "dials"]);
    expect(names()).toEqual([
      "oa_send_text",
      "user_received_message",
      "user_send_text",
      "user_send_text",
    ]);
    expect(received.slice(2).map(({ body }) => body.message.text)).toEqual(["#hien", "#an"]);
    expect(sim.items(person.id).map((item) => "text" in item && item.text)).toEqual([
      "Chọn",
      "#hien",
    ]);
    expect(sim.person(person.id)?.lastInteractionAt).toBe(sim.now());
  });

  test("a reaction names the message", async () => {
    const messageId = sim.adminReplies(person.id, "Chào bạn");
    sim.react(person.id, sim.items(person.id)[0]?.n ?? 0, "/-heart");
    await sim.settled();

    expect(received.at(-1)?.body.message).toMatchObject({
      msg_id: messageId,
      react_icon: "/-heart",
    });
  });

  test("a receipt of ZNS says where it comes from", async () => {
    sim.setClock(Date.parse("2026-12-01T12:00:00+07:00"));
    const template_data = { desk: "Tổ tiếp nhận", level: "Khẩn", time: "12:00 01/12/2026" };
    const order = { phone: person.phone, template_id: "480001", template_data };
    await asking(sim).post("/message/template", order);
    await sim.settled();

    expect(received[0]?.headers["x-zevent-server"]).toBe("ZNS");
    expect(received[0]?.body.event_name).toBe("user_received_message");
  });

  test("where receipts are off, a message only echoes", async () => {
    sim.setConditions({ receipts: false });
    sim.adminReplies(person.id, "Chào bạn");
    await sim.settled();

    expect(names()).toEqual(["oa_send_text"]);
  });
});

test("every act can be asked for over HTTP, and an unknown one is turned away", async () => {
  const ask = (path: string, body: object) =>
    fetch(`${sim.url}/__sim/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  const said = await ask("acts/say", { personId: person.id, text: "chào" });
  const wrong = await ask("acts/fly", { personId: person.id });
  const trouble = await ask("webhooks/trouble", { next: 1, kind: "repeat" });
  await ask("acts/say", { personId: person.id, text: "chào" });
  await sim.settled();

  expect((await said.json()).result).toMatch(/^[0-9a-f]{20}$/);
  expect(wrong.status).toBe(400);
  expect(trouble.status).toBe(204);
  expect(received).toHaveLength(3);
});

test("the developer console probes an address before it is used", async () => {
  expect(await sim.probeWebhook()).toEqual([200, 200]);
  expect(received).toMatchObject([{ raw: "{}" }]);
});
