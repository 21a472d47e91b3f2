import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../mini-app/src/", import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: readFileSync(`${folder}${path}`, "utf8") }));

test("no page loads Zalo's SDK, which signs people in as soon as it is used", () => {
  expect(sources.filter(({ code }) => /["']zmp-sdk/.test(code)).map(({ path }) => path)).toEqual(
    [],
  );
});

test("one file alone talks to Zalo's bridge", () => {
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
