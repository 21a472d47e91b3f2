import { createHash } from "node:crypto";
import { type Config, readConfig } from "@truong-an/bot-server/config";
import {
  isBotSecret,
  isSignedMiniEvent,
  isSignedOaEvent,
} from "@truong-an/bot-server/zalo/webhook";
import { describe, expect, test } from "vitest";
import { settingsFor } from "../../support/doorstep.ts";
import { miniSignature, oaSignature } from "../../zalo-sim/webhook-signature.ts";

const few = await settingsFor("postgres://127.0.0.1/truong_an");
const zalo = {
  ZALO_APP_ID: "900",
  ZALO_APP_SECRET: "app-secret",
  ZALO_OA_ID: "800",
  ZALO_OA_SECRET: "oa-secret",
  ZALO_MINI_APP_KEY: "mini-key",
  ZALO_BOT_SECRET: "bot-secret",
};
const configOf = (given: object = {}): Config => readConfig({ ...few, ...zalo, ...given });

const body =
  '{"event_name":"user_send_text","message":{"text":"chào 🌻"},"timestamp":"1790000000000"}';
const bytes = Buffer.from(body);
const signing = { appId: "900", oaId: "800", bareHex: false };
const signed = (idFirst: "app" | "oa", secret: string, bareHex = false) =>
  oaSignature(body, "1790000000000", { ...signing, idFirst, secret, bareHex });

describe("an event of the Official Account", () => {
  test.each([
    ["app", "oa", "oa-secret"],
    ["app", "app", "app-secret"],
    ["oa", "oa", "oa-secret"],
    ["oa", "app", "app-secret"],
  ] as const)(
    "is taken with the id of the %s and the secret of the %s when set so",
    (id, whose, secret) => {
      const config = configOf({ ZALO_SIGNATURE_ID: id, ZALO_SIGNATURE_SECRET: whose });
      const other = id === "app" ? "oa" : "app";

      expect(isSignedOaEvent(config, bytes, signed(id, secret))).toBe(true);
      expect(isSignedOaEvent(config, bytes, signed(id, secret, true))).toBe(true);
      expect(isSignedOaEvent(config, bytes, signed(other, secret))).toBe(false);
      expect(isSignedOaEvent(config, bytes, signed(id, "another secret"))).toBe(false);
    },
  );

  test("is taken whose time is a number, however its letters were escaped", () => {
    const raw = String.raw`{"timestamp":1790000000000,"message":{"text":"ch\u00e0o"} }`;
    const signature = oaSignature(raw, "1790000000000", {
      ...signing,
      idFirst: "app",
      secret: "oa-secret",
    });

    expect(isSignedOaEvent(configOf(), Buffer.from(raw), signature)).toBe(true);
  });

  test.each([
    [
      "with one byte changed",
      Buffer.from(body.replace("chào", "Chào")),
      signed("app", "oa-secret"),
    ],
    ["without a signature", bytes, undefined],
    ["with two signatures", bytes, [signed("app", "oa-secret")]],
    ["with half a signature", bytes, signed("app", "oa-secret").slice(0, 40)],
    ["that is no JSON", Buffer.from("{"), signed("app", "oa-secret")],
    [
      "without a time",
      Buffer.from("{}"),
      `mac=${createHash("sha256").update("900{}oa-secret").digest("hex")}`,
    ],
  ])("is not taken %s", (_what, raw, header) => {
    expect(isSignedOaEvent(configOf(), raw, header)).toBe(false);
  });

  test("is never taken while no secret is configured", () => {
    const config = configOf({ ZALO_OA_SECRET: "" });

    expect(isSignedOaEvent(config, bytes, signed("app", ""))).toBe(false);
    expect(isSignedOaEvent(config, bytes, signed("app", "undefined"))).toBe(false);
  });
});

describe("an event of the Mini App", () => {
  const event = {
    event: "user.revoke.consent",
    appId: "1",
    userId: "7",
    timestamp: 1_790_000_000_000,
  };
  const raw = Buffer.from(JSON.stringify(event));

  test("is taken when its values and our key were signed", () => {
    const signature = miniSignature(event, "mini-key");

    expect(isSignedMiniEvent(configOf(), raw, signature)).toBe(true);
    expect(isSignedMiniEvent(configOf(), raw, `mac=${signature}`)).toBe(true);
  });

  test.each([
    ["another key", configOf(), miniSignature(event, "wrong")],
    ["no key of ours", configOf({ ZALO_MINI_APP_KEY: "" }), miniSignature(event, "undefined")],
    ["nothing", configOf(), undefined],
  ])("is not taken with %s", (_what, config, header) => {
    expect(isSignedMiniEvent(config, raw, header)).toBe(false);
  });
});

test.each([
  ["our secret", "bot-secret", true],
  ["part of it", "bot-secre", false],
  ["nothing", undefined, false],
  ["it twice", ["bot-secret", "bot-secret"], false],
])("an update of the Bot with %s: %s is %s", (_what, header, isTaken) => {
  expect(isBotSecret(configOf(), header)).toBe(isTaken);
});

test("no update of a Bot is taken while no secret is configured", () => {
  expect(isBotSecret(configOf({ ZALO_BOT_SECRET: "" }), "")).toBe(false);
});
