import { staticToken } from "@truong-an/bot-server/zalo/tokens";
import { openZns, type TemplateMessage } from "@truong-an/bot-server/zalo/zns";
import { misfitsOf } from "@truong-an/bot-server/zalo/zns-template";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

const officer = { id: "5000000000000000001", name: "Mai", phone: "84912345678" };
const noon = Date.parse("2026-11-30T12:00:00+07:00");
const message: TemplateMessage = {
  phone: "0912 345 678",
  templateId: "480001",
  values: { desk: "Công an xã", level: "khẩn cấp", time: "12:00 30/11/2026" },
  trackingId: "alert-1",
};

let sim: ZaloSim;

beforeAll(async () => {
  sim = await startZaloSim({
    port: 0,
    people: [officer],
    accessTokens: ["good-token"],
    realNow: () => noon,
  });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

const zns = (token = "good-token") =>
  openZns({ znsBaseUrl: sim.url, timeoutMs: 500, now: Date.now }, staticToken(token));

test("a message reaches the phone, says what is left, and was delivered", async () => {
  const sent = await zns().sendTemplate(message);

  expect(sent.quota).toEqual({ daily: 500, remaining: 499 });
  expect(sim.items(officer.id)).toHaveLength(1);
  expect(sim.requests()[0]?.body).toMatchObject({ phone: "84912345678", tracking_id: "alert-1" });
  expect(await zns().status(sent.messageId ?? "")).toBe("delivered");
  expect(await zns().status("nobody-sent-this")).toBe("unknown");
  expect(await zns().quota()).toEqual({ daily: 500, remaining: 499 });
});

test("a template says which values it needs, and misfits are found before sending", async () => {
  const template = await zns().templateInfo("480001");

  expect(template.status).toBe("ENABLE");
  expect(misfitsOf(template, message.values)).toEqual([]);
  expect(misfitsOf(template, { desk: "a".repeat(201), time: "12:00", mood: "vui" })).toEqual([
    { parameter: "desk", problem: "too-long" },
    { parameter: "level", problem: "missing" },
    { parameter: "time", problem: "too-short" },
    { parameter: "mood", problem: "unknown" },
  ]);
});

describe("nothing leaves", () => {
  test.each([
    ["to a landline", { phone: "024 3825 0000" }],
    ["to half a number", { phone: "0912" }],
    ["with a tracking id of 49 letters", { trackingId: "a".repeat(49) }],
  ])("%s", async (_what, change) => {
    const failure = await failureOf(zns().sendTemplate({ ...message, ...change }));

    expect(failure).toBeInstanceOf(RangeError);
    expect(sim.requests()).toEqual([]);
  });
});

describe("ZNS says no", () => {
  test("at night", async () => {
    sim.setClock(Date.parse("2026-11-30T23:30:00+07:00"));

    expect(await failureOf(zns().sendTemplate(message))).toMatchObject({
      code: -133,
      service: "zns",
    });
  });

  test.each([
    ["to a number without Zalo", { phone: "0987654321" }, -118],
    ["to an unknown template", { templateId: "1" }, -109],
    ["to a template that is not approved", { templateId: "480002" }, -131],
    ["to values that are missing", { values: { desk: "Công an xã" } }, -1122],
  ])("%s", async (_what, change, code) => {
    const failure = await failureOf(zns().sendTemplate({ ...message, ...change }));

    expect(failure).toMatchObject({ name: "ZaloRefused", code });
  });

  test("to a token that is no longer good", async () => {
    expect(await failureOf(zns("old-token").sendTemplate(message))).toMatchObject({ code: -124 });
  });

  test("when the quota of the day is used up", async () => {
    sim.setQuotas({ znsToday: 0 });

    expect(await failureOf(zns().sendTemplate(message))).toMatchObject({ code: -144 });
  });
});

test.each([
  ["timeout", "timeout"],
  ["http500", "server-error"],
  ["html502", "server-error"],
  ["empty", "unreadable"],
] as const)("%s is tried later", async (kind, why) => {
  sim.fail({ next: 1, kind, at: "zns" });

  expect(await failureOf(zns().sendTemplate(message))).toMatchObject({
    name: "ZaloUnreachable",
    why,
  });
});
