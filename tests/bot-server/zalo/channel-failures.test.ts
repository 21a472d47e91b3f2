import { openBot } from "@truong-an/bot-server/zalo/bot";
import { openZalo } from "@truong-an/bot-server/zalo/client";
import { scopeOf } from "@truong-an/bot-server/zalo/codes";
import { ZaloRefused } from "@truong-an/bot-server/zalo/errors";
import { openGraph } from "@truong-an/bot-server/zalo/graph";
import { openMiniNotices } from "@truong-an/bot-server/zalo/mini-notices";
import { staticToken } from "@truong-an/bot-server/zalo/tokens";
import { openZns } from "@truong-an/bot-server/zalo/zns";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FailureOrder } from "../../zalo-sim/failures.ts";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

// Every channel to Zalo with every way to fail: what the caller hears, and whom it is about.

const mai = {
  id: "5000000000000000001",
  name: "Mai",
  phone: "84912345678",
  usesBot: true,
  allowsNotices: true,
};
const noon = Date.parse("2026-11-30T12:00:00+07:00");
const timeoutMs = 250;

let sim: ZaloSim;
beforeAll(async () => {
  sim = await startZaloSim({ port: 0, people: [mai], realNow: () => noon });
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

const oa = () =>
  openZalo(
    { oaBaseUrl: sim.url, buttonTemplate: "none", buttonPress: "hide", timeoutMs, now: Date.now },
    staticToken("sim-access-token"),
  );

const calls: Record<string, () => Promise<unknown>> = {
  cs: () => oa().sendOaMessage({ userId: mai.id, text: "Có việc cần xem" }),
  group: () => oa().groups.post({ groupId: "any", text: "Bản tin" }),
  zns: () =>
    openZns(
      { znsBaseUrl: sim.url, timeoutMs, now: Date.now },
      staticToken("sim-access-token"),
    ).sendTemplate({
      phone: mai.phone,
      templateId: "480001",
      values: { desk: "Công an xã", level: "khẩn cấp", time: "12:00 30/11/2026" },
      trackingId: "alert-1",
    }),
  bot: () =>
    openBot({
      botBaseUrl: sim.url,
      token: "3000000000000000001:sim-bot-token",
      timeoutMs,
    }).sendMessage({
      chatId: sim.person(mai.id)?.botChatId ?? "",
      text: "Có việc cần xem",
    }),
  mini: () =>
    openMiniNotices({
      miniBaseUrl: sim.url,
      miniAppId: "1000000000000000003",
      key: "sim-mini-app-key",
      templateId: "sim-notice-template",
      timeoutMs,
    }).send({
      userId: sim.person(mai.id)?.appUserId ?? "",
      title: "Trường An",
      contentTitle: "Có bản tin mới",
      contentDescription: "Bấm để xem",
      buttonText: "Xem",
      buttonUrl: "https://zalo.me/s/1/",
    }),
  graph: () =>
    openGraph({ graphBaseUrl: sim.url, appSecret: "sim-app-secret", timeoutMs }).whoIs(
      sim.newUserToken(mai.id),
    ),
};

const channels = ["cs", "group", "zns", "bot", "mini", "graph"] as const;

describe.each(channels)("%s", (at) => {
  test.each([
    ["silence", "timeout", "timeout"],
    ["a server error", "http500", "server-error"],
    ["an error page", "html502", "server-error"],
    ["an empty body", "empty", "unreadable"],
    ["an answer cut off", "answer-then-drop", "no-connection"],
  ] as const)("after %s is tried later", async (_what, kind, why) => {
    sim.fail({ next: 1, kind, at });

    const failure = await failureOf(calls[at]?.() ?? Promise.resolve());

    expect(failure).toMatchObject({ name: "ZaloUnreachable", why });
  });
});

describe("a refusal says whom it is about", () => {
  test.each<[FailureOrder["at"] & string, number, string]>([
    ["cs", -230, "person"],
    ["cs", -217, "person"],
    ["cs", -213, "person"],
    ["cs", -210, "message"],
    ["cs", -211, "everyone"],
    ["cs", -216, "everyone"],
    ["cs", -219, "everyone"],
    ["cs", -224, "everyone"],
    ["group", -237, "person"],
    ["group", -403, "person"],
    ["group", -238, "message"],
    ["group", -241, "message"],
    ["group", -221, "everyone"],
    ["zns", -118, "person"],
    ["zns", -119, "person"],
    ["zns", -133, "message"],
    ["zns", -115, "everyone"],
    ["zns", -124, "everyone"],
    ["zns", -144, "everyone"],
    ["bot", 403, "person"],
    ["bot", 400, "message"],
    ["bot", 401, "everyone"],
    ["mini", -111, "person"],
    ["mini", -109, "everyone"],
    ["mini", -113, "everyone"],
    ["graph", 452, "person"],
    ["graph", -242, "everyone"],
  ])("%s with %i: %s", async (at, code, scope) => {
    sim.fail({ next: 2, kind: "refuse", code, at });

    const failure = await failureOf(calls[at]?.() ?? Promise.resolve());

    expect(failure).toBeInstanceOf(ZaloRefused);
    expect(failure).toMatchObject({ code });
    expect(scopeOf(failure as ZaloRefused)).toBe(scope);
  });

  test.each([
    ["cs", -32],
    ["cs", -200],
    ["group", -32],
    ["zns", -100],
    ["bot", 429],
    ["mini", -103],
    ["mini", -107],
  ] as const)("%s with %i is no refusal: it is tried later", async (at, code) => {
    sim.fail({ next: 1, kind: "refuse", code, at });

    const failure = await failureOf(calls[at]?.() ?? Promise.resolve());

    expect(failure).toMatchObject({ name: "ZaloUnreachable", why: "busy" });
  });
});
