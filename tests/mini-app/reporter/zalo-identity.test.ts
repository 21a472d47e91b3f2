import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../mini-app/src/", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: readFileSync(`${folder}${path}`, "utf8") }));

test("sharing and notices of bulletins alone load Zalo's SDK, which signs people in, and load it when pressed", () => {
  const mentions = sources.flatMap(({ path, code }) =>
    code
      .split("\n")
      .filter((line) => /["']zmp-sdk/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

  expect(mentions.sort()).toEqual([
    'reporter/notice-consent.ts: const { getAccessToken, requestSendNotification } = await import("zmp-sdk/apis");',
    'reporter/share.ts: const { openShareSheet } = await import("zmp-sdk/apis");',
  ]);
});

test.each([
  ["share.ts", "home-page.tsx"],
  ["notice-consent.ts", "use-notices.ts"],
  ["use-notices.ts", "bulletin-notices.tsx"],
  ["bulletin-notices.tsx", "bulletins-page.tsx"],
])("%s is used by %s alone", (used, by) => {
  const users = sources.filter(({ code }) => code.includes(`/${used}"`));

  expect(users.map(({ path }) => path)).toEqual([`reporter/${by}`]);
});

test("one file of ours alone talks to Zalo's bridge", () => {
  const users = sources.filter(({ code }) => code.includes("jsCall")).map(({ path }) => path);

  expect(users).toEqual(["reporter/zalo.ts"]);
});

test("the one thing asked of Zalo about the person is a token, for notices of bulletins", () => {
  const identityCalls =
    /\b(?:getUserInfo|getUserID|getAccessToken|getIDToken|getPhoneNumber|getLocation|getAuthCode|getDeviceId\w*|authorize|login|getSetting|followOA|interactOA)\s*\(/g;

  const calls = sources.flatMap(({ path, code }) =>
    [...code.matchAll(identityCalls)].map(([call]) => `${path}: ${call}`),
  );

  expect(calls).toEqual(["reporter/notice-consent.ts: getAccessToken("]);
});
