import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listDoors } from "../../support/door-list.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { pilotSchool } from "../../support/reporter.ts";

const www = fileURLToPath(new URL("../../../mini-app/www", import.meta.url));
const zalo = "https://h5.zdn.vn";
const finder = Buffer.alloc(32, 7).toString("base64");

let doorstep: Doorstep;
beforeAll(async () => {
  const isBuilt = existsSync(join(www, "index.html")) && existsSync(join(www, "console.html"));
  if (!isBuilt) throw new Error("The Mini App is not built: run `npm run build` first.");
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());

function look(
  url: string,
  headers: Record<string, string> = {},
  method: "GET" | "OPTIONS" = "GET",
) {
  return doorstep.app.inject({ method, url, headers });
}

const everywhere = [
  ["the Mini App", "/"],
  ["the Mini App inside Zalo", "/zapps/1/"],
  ["the console", "/console"],
  ["a page that is not there", "/nowhere"],
  ["a reporter's door", "/api/reporter/puzzle"],
  ["a staff door without a session", "/api/staff/me"],
  ["a door that is not there", "/api/nowhere"],
] as const;

test.each(everywhere)("%s is answered with headers that keep strangers out", async (_what, url) => {
  const { headers } = await look(url, { accept: "text/html" });

  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers).not.toHaveProperty("server");
});

test.each(everywhere)(
  "%s may run our own scripts and WebAssembly, and nothing else",
  async (_what, url) => {
    const { headers } = await look(url, { accept: "text/html" });
    const policy = new Map(
      String(headers["content-security-policy"])
        .split(";")
        .map((part) => part.trim().split(" "))
        .map(([name = "", ...sources]) => [name, sources.join(" ")] as const),
    );

    expect(policy.get("script-src")).toBe("'self' 'wasm-unsafe-eval'");
    expect(policy.get("default-src")).toBe("'self'");
    expect(policy.get("connect-src")).toBe("'self'");
    expect(policy.get("object-src")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(policy.get("form-action")).toBe("'none'");
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect([...policy.values()].join(" ")).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
  },
);

describe("another origin", () => {
  const open = [
    ["a school search", "/api/public/schools"],
    ["a sheet", `/api/public/schools/${pilotSchool}/sheet`],
    ["a puzzle", "/api/reporter/puzzle"],
  ] as const;
  const closed = [
    ["a staff door", "/api/staff/me"],
    ["signing in", "/api/staff/sign-in"],
    ["a path that looks like the reporter's", "/api/staff/me?/api/reporter/"],
    ["the list of doors", "/api/openapi.json"],
    ["the health", "/health/live"],
    ["a page", "/"],
  ] as const;

  test.each(open)("Zalo's Mini Apps may read %s, without cookies", async (_what, url) => {
    const { headers, statusCode } = await look(url, { origin: zalo });

    expect(statusCode).toBe(200);
    expect(headers["access-control-allow-origin"]).toBe(zalo);
    expect(headers.vary).toContain("Origin");
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });

  test.each(open)("a stranger's page may not read %s", async (_what, url) => {
    const { headers } = await look(url, { origin: "https://h5.zdn.vn.stranger.invalid" });

    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  test.each(closed)("not even Zalo's Mini Apps may read %s", async (_what, url) => {
    const asked = await look(url, { origin: zalo });
    const before = await look(
      url,
      { origin: zalo, "access-control-request-method": "POST" },
      "OPTIONS",
    );

    expect(asked.headers).not.toHaveProperty("access-control-allow-origin");
    expect(before.headers).not.toHaveProperty("access-control-allow-origin");
    expect(before.headers).not.toHaveProperty("access-control-allow-methods");
    expect(before.statusCode).toBe(404);
  });

  test("a phone may ask beforehand, and is told what a report needs and no more", async () => {
    const { headers, statusCode } = await look(
      "/api/reporter/reports",
      {
        origin: zalo,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
      "OPTIONS",
    );

    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({
      "access-control-allow-origin": zalo,
      "access-control-allow-methods": "GET, POST, PUT",
      "access-control-allow-headers": "content-type",
    });
  });
});

test("no reporter's or public door sets a cookie", async () => {
  const doors = (await listDoors(doorstep)).filter(({ path }) => !path.startsWith("/api/staff/"));
  const answers = await Promise.all(
    doors.map(({ method, path }) =>
      doorstep.app.inject({
        method: method.toUpperCase() as "POST",
        url: path.replace("{schoolId}", pilotSchool).replace("{sha256}", "0".repeat(64)),
        ...(method === "post" ? { payload: { finder } } : {}),
      }),
    ),
  );

  expect(answers.length).toBeGreaterThan(7);
  expect(answers.filter(({ headers }) => "set-cookie" in headers)).toEqual([]);
});

test.each([
  ["/", "Trường An"],
  ["/zapps/1/", "Trường An"],
  ["/zapps/3219871654987/?env=TESTING&version=1", "Trường An"],
  ["/console", "Bàn tiếp nhận Trường An"],
])("%s is a page whose own files are all there", async (url, title) => {
  const page = await look(url);
  const base = new URL(url, "http://here.invalid");
  const files = [...page.body.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(
    ([, path]) => new URL(path ?? "", base).pathname,
  );
  const answers = await Promise.all(files.map((path) => look(path)));

  expect(page.statusCode).toBe(200);
  expect(page.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
  });
  expect(page.body).toContain(title);
  expect(files.length).toBeGreaterThan(1);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(files.map(() => 200));
});

test("files named after their content are kept for ever, at both of their addresses", async () => {
  const files = readdirSync(join(www, "assets"));
  const scripts = files.filter((name) => name.endsWith(".js"));

  const answers = await Promise.all(
    scripts.flatMap((name) => [look(`/assets/${name}`), look(`/zapps/1/assets/${name}`)]),
  );

  expect(scripts.length).toBeGreaterThan(2);
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ headers }) => headers["cache-control"]))).toEqual(
    new Set(["public, max-age=31536000, immutable"]),
  );
  expect(new Set(answers.map(({ headers }) => headers["content-type"]))).toEqual(
    new Set(["application/javascript; charset=utf-8"]),
  );
});

test.each([
  ["a reporter's door", "/api/reporter/puzzle"],
  ["a staff door", "/api/staff/me"],
  ["a public door", "/api/public/schools"],
  ["a refusal", "/api/nowhere"],
])("what %s answers is kept in no cache", async (_what, url) => {
  expect((await look(url)).headers["cache-control"]).toBe("no-store");
});

test.each(["/api/nowhere", "/api", "/api/", "/api/staff/nowhere", "/health/nowhere"])(
  "%s is refused in JSON, also to a browser",
  async (url) => {
    const answer = await look(url, { accept: "text/html,*/*" });

    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "not-found" });
  },
);

test.each(["/nowhere", "/console/nowhere", "/index.html", "/.env", "/zapps/1/nowhere", "/apis"])(
  "whoever lands at %s reads a kind page with a way on and the emergency numbers",
  async (url) => {
    const answer = await look(url, { accept: "text/html,*/*" });

    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.body).toContain('href="/"');
    expect(answer.body).toContain('href="tel:111"');
    expect(answer.body).not.toContain("nowhere");
  },
);

test.each([
  "/assets/../index.html",
  "/assets/..%2findex.html",
  "/assets/..%2f..%2f..%2fpackage.json",
  "/zapps/1/assets/..%2f..%2f..%2fpackage.json",
  "/zapps/1/assets/%2e%2e/%2e%2e/package.json",
  "/zapps/1/assets/..%5c..%5cpackage.json",
])("no path leads out of the built pages: %s", async (url) => {
  const answer = await look(url);

  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.json()).toMatchObject({ code: expect.any(String) });
});
