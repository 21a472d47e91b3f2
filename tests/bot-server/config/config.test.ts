import { type Config, readConfig } from "@truong-an/bot-server/config";
import { standardClocks } from "@truong-an/shared/routing/clocks";
import { expect, test } from "vitest";
import { settingsFor } from "../../support/doorstep.ts";

const enough = await settingsFor("postgres://someone:a-password@127.0.0.1:5432/truong_an");

function mistakesOf(settings: Record<string, string>): string {
  try {
    readConfig(settings);
    return "";
  } catch (error) {
    return String(error);
  }
}

test("a few settings are enough: the rest has defaults that are safe", () => {
  const { LOG_LEVEL: _level, ...few } = enough;

  expect(readConfig(few)).toEqual({
    ...few,
    DATABASE_POOL: 10,
    ROLE: "all",
    HOST: "127.0.0.1",
    PORT: 3000,
    MINI_APP_ORIGINS: ["https://h5.zdn.vn"],
    TRUST_PROXY: [],
    CLOCKS: standardClocks,
    LOG_LEVEL: "info",
    ZALO_OA_BASE: "https://openapi.zalo.me",
    ZALO_OAUTH_BASE: "https://oauth.zaloapp.com",
    ZALO_ZNS_BASE: "https://business.openapi.zalo.me",
    ZALO_GRAPH_BASE: "https://graph.zalo.me",
    ZALO_MINI_BASE: "https://openapi.mini.zalo.me",
    ZALO_BOT_BASE: "https://bot-api.zaloplatforms.com",
    ZALO_BUTTON_TEMPLATE: "none",
    ZALO_BUTTON_PRESS: "hide",
    ZALO_SIGNATURE_ID: "app",
    ZALO_SIGNATURE_SECRET: "oa",
    ZALO_ZNS_AT_NIGHT: "refused",
    ACKNOWLEDGED_MINUTES: 15,
    OPERATOR_EMAILS: [],
    SMTP_PORT: 587,
    SMTP_TLS: "required",
    MAIL_FROM: "khong-tra-loi@truong-an.invalid",
  } satisfies Config);
});

test("an empty environment is told everything that it lacks, at once and by name", () => {
  const mistakes = mistakesOf({});

  for (const name of ["DATABASE_URL", "PUBLIC_URL", "SERVER_KEY", "PUZZLE_KEY"]) {
    expect(mistakes).toContain(name);
  }
});

const wrong = "em-la-mot-bi-mat-khong-ai-duoc-doc";

test.each([
  ["DATABASE_URL", wrong],
  ["DATABASE_URL", `https://${wrong}`],
  ["DATABASE_POOL", "1"],
  ["DATABASE_POOL", wrong],
  ["ROLE", wrong],
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["PORT", "-1"],
  ["PUBLIC_URL", wrong],
  ["PUBLIC_URL", `ftp://${wrong}`],
  ["TRUST_PROXY", wrong],
  ["TRUST_PROXY", "true"],
  ["TRUST_PROXY", "1"],
  ["TRUST_PROXY", "0.0.0.0/0"],
  ["TRUST_PROXY", `127.0.0.1,${wrong}`],
  ["SERVER_KEY", `AGE-SECRET-KEY-1${wrong}`],
  ["PUZZLE_KEY", "too-short"],
  ["METRICS_TOKEN", "short"],
  ["CLOCKS", wrong],
  ["CLOCKS", `{"emergency":"${wrong}"}`],
  ["LOG_LEVEL", wrong],
  ["ZALO_OA_BASE", wrong],
  ["ZALO_BUTTON_TEMPLATE", wrong],
  ["ZALO_BUTTON_PRESS", wrong],
  ["SMTP_PORT", "0"],
  ["SMTP_TLS", wrong],
  ["MAIL_FROM", wrong],
])("%s that is wrong is named, and its value is not repeated", (name, value) => {
  const mistakes = mistakesOf({ ...enough, [name]: value });

  expect(mistakes).toContain(name);
  expect(mistakes).not.toContain(value.length > 5 ? value : wrong);
  expect(mistakes).not.toContain(wrong);
});

test("every mistake is listed, not only the first, and no setting that is right", () => {
  const mistakes = mistakesOf({ ...enough, PORT: "x", ROLE: "x", SMTP_TLS: "x" });

  expect(
    mistakes
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(":")[0]),
  ).toEqual(["ROLE", "PORT", "SMTP_TLS"]);
  expect(mistakes).not.toContain("a-password");
});

test("an empty setting counts as not set", () => {
  const empty = { PORT: "", DATABASE_POOL: "", SMTP_HOST: "", METRICS_TOKEN: "", CLOCKS: "" };

  const config = readConfig({ ...enough, ...empty });

  expect(config).toMatchObject({ PORT: 3000, DATABASE_POOL: 10, CLOCKS: standardClocks });
  expect(config.SMTP_HOST).toBeUndefined();
  expect(config.METRICS_TOKEN).toBeUndefined();
  expect(mistakesOf({ ...enough, DATABASE_URL: "" })).toContain("DATABASE_URL");
});

test("lists are separated by commas, blanks around them do not matter", () => {
  const MINI_APP_ORIGINS = " https://h5.zdn.vn , https://mini.truong-an.invalid,";

  expect(readConfig({ ...enough, MINI_APP_ORIGINS }).MINI_APP_ORIGINS).toEqual([
    "https://h5.zdn.vn",
    "https://mini.truong-an.invalid",
  ]);
});

test("proxies are named by address, by network or as this machine's own", () => {
  const TRUST_PROXY = "10.0.0.5, 10.1.0.0/16, 2001:db8::/48, loopback";

  expect(readConfig({ ...enough, TRUST_PROXY }).TRUST_PROXY).toEqual([
    "10.0.0.5",
    "10.1.0.0/16",
    "2001:db8::/48",
    "loopback",
  ]);
});

test("clocks are read from JSON", () => {
  const CLOCKS = JSON.stringify(standardClocks);

  expect(readConfig({ ...enough, CLOCKS }).CLOCKS).toEqual(standardClocks);
});

test("settings that are not ours are left alone", () => {
  expect(readConfig({ ...enough, HOME: "/somewhere" })).not.toHaveProperty("HOME");
});
