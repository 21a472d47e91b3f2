import { createServer } from "node:net";
import { type OaMessage, openZalo, type ZaloSettings } from "@truong-an/bot-server/zalo/client";
import { ZaloRefused, ZaloUnreachable } from "@truong-an/bot-server/zalo/errors";
import { staticToken, type TokenSource } from "@truong-an/bot-server/zalo/tokens";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FailureOrder } from "../../zalo-sim/failures.ts";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

const officer = { id: "9007199254740993123", name: "Cán bộ trực", role: "Công an xã" }; // beyond 2^53
const alert: OaMessage = { userId: officer.id, text: "Có việc cần xem" };
const day = 86_400_000;

let sim: ZaloSim;

beforeAll(async () => {
  sim = await startZaloSim({
    port: 0,
    people: [officer],
    accessTokens: ["good-token", "second-token"],
  });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

function settings(given: Partial<ZaloSettings> = {}): ZaloSettings {
  return {
    oaBaseUrl: sim.url,
    buttonTemplate: "none",
    buttonPress: "hide",
    timeoutMs: 2_000,
    now: Date.now,
    ...given,
  };
}

function zaloWith(given: Partial<ZaloSettings> = {}, tokens = staticToken("good-token")) {
  return openZalo(settings(given), tokens);
}

describe("a message that Zalo takes", () => {
  test("reaches the phone with its button, and gives the message's id", async () => {
    const buttons = [{ title: "Mở bàn tiếp nhận", url: "https://console.example/console#/queue" }];

    const sent = await zaloWith().sendOaMessage({ ...alert, buttons });

    expect(sent.messageId).toMatch(/^[0-9a-f]{20}$/);
    expect(sim.items(officer.id)).toMatchObject([{ app: "zalo", text: alert.text, buttons }]);
  });

  test("carries the token in a bare access_token header, and ids as strings to the last digit", async () => {
    await zaloWith().sendOaMessage(alert);

    const [request] = sim.requests();
    expect(request?.headers["access_token"]).toBe("good-token");
    expect(request?.headers["authorization"]).toBeUndefined();
    expect(request?.body).toEqual({
      recipient: { user_id: "9007199254740993123" },
      message: { text: alert.text },
    });
  });

  test.each(["button", "list"] as const)(
    "names its buttons' template as %s when set so",
    async (buttonTemplate) => {
      await zaloWith({ buttonTemplate }).sendOaMessage({
        ...alert,
        buttons: [{ title: "Mở", url: "https://console.example/" }],
      });

      expect(sim.requests()[0]?.body).toMatchObject({
        message: { attachment: { payload: { template_type: buttonTemplate } } },
      });
    },
  );

  test.each(["hide", "show"] as const)(
    "has what a pressed button says sent as oa.query.%s when set so",
    async (buttonPress) => {
      await zaloWith({ buttonPress }).sendOaMessage({
        ...alert,
        buttons: [{ title: "Tôi đã nhận", says: "#nhan-0" }],
      });

      expect(sim.requests()[0]?.body).toMatchObject({
        message: { attachment: { payload: { buttons: [{ type: `oa.query.${buttonPress}` }] } } },
      });
    },
  );

  test("finds its way whether or not the base address ends in a slash", async () => {
    await zaloWith({ oaBaseUrl: `${sim.url}/` }).sendOaMessage(alert);

    expect(sim.items(officer.id)).toHaveLength(1);
  });

  test("is composed first, so that 1,999 Vietnamese letters written apart still fit", async () => {
    const composed = "ệ".repeat(1_999);
    const decomposed = composed.normalize("NFD");
    expect(decomposed.length).toBeGreaterThan(5_000);

    await zaloWith().sendOaMessage({ ...alert, text: decomposed });

    expect(sim.items(officer.id)).toMatchObject([{ text: composed }]);
  });
});

describe("a message beyond Zalo's limits never leaves", () => {
  const button = { title: "Mở", url: "https://console.example/" };

  test.each([
    ["empty text", { text: "" }],
    ["2,001 letters", { text: "a".repeat(2_001) }],
    ["six buttons", { buttons: Array(6).fill(button) }],
    ["both buttons and a picture", { buttons: [button], imageAttachmentId: "a1" }],
    ["a button that says 1,001 letters", { buttons: [{ title: "Mở", says: "a".repeat(1_001) }] }],
    ["a title of 101 letters", { buttons: [{ ...button, title: "m".repeat(101) }] }],
  ])("%s", async (_what, given) => {
    const failure = await failureOf(zaloWith().sendOaMessage({ ...alert, ...given }));

    expect(failure).toBeInstanceOf(RangeError);
    expect(sim.requests()).toEqual([]);
  });
});

describe("Zalo says no", () => {
  test.each([
    ["someone it does not know", { userId: "1" }, -201],
    ["someone who blocked us", { blocked: true }, -217],
    ["someone who does not follow us", { followed: false }, -213],
    ["someone who never wrote to us", { lastInteractionAt: null }, -230],
  ])("to %s", async (_who, given, code) => {
    const { userId = officer.id, ...state } = { userId: undefined, ...given };
    sim.putPerson({ ...officer, ...state });

    const failure = await failureOf(zaloWith().sendOaMessage({ ...alert, userId }));

    expect(failure).toBeInstanceOf(ZaloRefused);
    expect(failure).toMatchObject({ code });
  });

  test("seven days after the last word, and not before", async () => {
    sim.advanceClock(7 * day - 60_000);
    await zaloWith().sendOaMessage(alert);
    sim.advanceClock(120_000);

    const failure = await failureOf(zaloWith().sendOaMessage(alert));

    expect(failure).toMatchObject({ name: "ZaloRefused", code: -230 });
  });

  test("with a code written as a string", async () => {
    sim.fail({ next: 1, kind: "refuse", code: "-248" });

    const failure = await failureOf(zaloWith().sendOaMessage(alert));

    expect(failure).toMatchObject({ name: "ZaloRefused", code: -248 });
  });

  test("to our token, and there is no other", async () => {
    const failure = await failureOf(zaloWith({}, staticToken("old-token")).sendOaMessage(alert));

    expect(failure).toMatchObject({ name: "ZaloRefused", code: -216 });
    expect(sim.requests()).toHaveLength(1);
  });
});

describe("what else can be asked", () => {
  test("a picture goes up once and down with a message", async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1_000)]);

    const imageAttachmentId = await zaloWith().uploadImage(jpeg, "image/jpeg");
    await zaloWith().sendOaMessage({ ...alert, imageAttachmentId });

    expect(sim.items(officer.id)).toMatchObject([{ attachment: { kind: "image" } }]);
  });

  test("a picture of more than 1 MB never leaves", async () => {
    const failure = await failureOf(
      zaloWith().uploadImage(new Uint8Array(1024 * 1024 + 1), "image/png"),
    );

    expect(failure).toBeInstanceOf(RangeError);
    expect(sim.requests()).toEqual([]);
  });

  test("when a person was last in touch, and what is left", async () => {
    const quota = await zaloWith().quotaOf(officer.id);

    expect(quota.lastInteractionAt).toBeGreaterThan(1_700_000_000_000);
    expect(quota.replies).toEqual({ remain: 8, total: 8 });
  });

  test("with every message, what it was taken from", async () => {
    const sent = await zaloWith().sendOaMessage(alert);

    expect(sent.quota).toMatchObject({ type: "reply", total: 8 });
  });

  test("how the account stands", async () => {
    const account = await zaloWith().account();

    expect(account).toMatchObject({ name: "Trường An", isVerified: true, packageName: "Growth" });
  });
});

test("a refused token is replaced once when its source has another", async () => {
  const refused: string[] = [];
  const tokens: TokenSource = {
    current: async () => "old-token",
    refused: async (token) => {
      refused.push(token);
      return "second-token";
    },
  };

  await zaloWith({}, tokens).sendOaMessage(alert);

  expect(refused).toEqual(["old-token"]);
  expect(sim.requests().map(({ headers }) => headers["access_token"])).toEqual([
    "old-token",
    "second-token",
  ]);
  expect(sim.items(officer.id)).toHaveLength(1);
});

describe("Zalo gives no usable answer", () => {
  test.each<[string, FailureOrder, string]>([
    ["silence", { next: 1, kind: "timeout" }, "timeout"],
    ["a server error", { next: 1, kind: "http500" }, "server-error"],
    ["an error page", { next: 1, kind: "html502" }, "server-error"],
    ["an empty body", { next: 1, kind: "empty" }, "unreadable"],
    ["too many requests (-32)", { next: 1, kind: "refuse", code: -32 }, "busy"],
    ["sending failed there (-200)", { next: 1, kind: "refuse", code: -200 }, "busy"],
  ])("%s is tried later", async (_what, order, why) => {
    sim.fail(order);

    const failure = await failureOf(zaloWith({ timeoutMs: 300 }).sendOaMessage(alert));

    expect(failure).toBeInstanceOf(ZaloUnreachable);
    expect(failure).toMatchObject({ why });
  });

  test("nobody listens there", async () => {
    const oaBaseUrl = await addressWithNobody();

    const failure = await failureOf(zaloWith({ oaBaseUrl }).sendOaMessage(alert));

    expect(failure).toMatchObject({ name: "ZaloUnreachable", why: "no-connection" });
  });

  test("the next call after the bad one goes through", async () => {
    sim.fail({ next: 1, kind: "http500" });
    await failureOf(zaloWith().sendOaMessage(alert));

    await zaloWith().sendOaMessage(alert);

    expect(sim.items(officer.id)).toHaveLength(1);
  });

  test("no error tells the text, the person or the token", async () => {
    for (const kind of ["refuse", "http500", "empty", "html502"] as const) {
      sim.fail({ next: 1, kind });

      const failure = await failureOf(zaloWith().sendOaMessage(alert));

      const told = `${String(failure)} ${JSON.stringify(failure)} ${String((failure as Error).cause)}`;
      expect(told).not.toMatch(/good-token|9007199254740993123|việc/);
    }
  });
});

async function addressWithNobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}
