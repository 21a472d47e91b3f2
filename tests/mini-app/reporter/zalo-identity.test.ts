import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../mini-app/src/", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: readFileSync(`${folder}${path}`, "utf8") }));

test("sharing alone loads Zalo's SDK, which signs people in, and loads it when it is pressed", () => {
  const mentions = sources.flatMap(({ path, code }) =>
    code
      .split("\n")
      .filter((line) => /["']zmp-sdk/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

  expect(mentions).toEqual([
    'reporter/share.ts: const { openShareSheet } = await import("zmp-sdk/apis");',
  ]);
});

test("only the first page can share", () => {
  const users = sources.filter(({ code }) => /["'][./\w]*\/share\.ts["']/.test(code));

  expect(users.map(({ path }) => path)).toEqual(["reporter/home-page.tsx"]);
});

test("one file of ours alone talks to Zalo's bridge", () => {
  const users = sources.filter(({ code }) => code.includes("jsCall")).map(({ path }) => path);

  expect(users).toEqual(["reporter/zalo.ts"]);
});

test("no page asks Zalo who the person is", () => {
  const identityCalls =
    /\b(?:getUserInfo|getUserID|getAccessToken|getIDToken|getPhoneNumber|getLocation|getAuthCode|getDeviceId\w*|authorize|login|getSetting|followOA|interactOA)\s*\(/;

  expect(sources.filter(({ code }) => identityCalls.test(code)).map(({ path }) => path)).toEqual(
    [],
  );
});
