import { openAddressHash } from "@truong-an/bot-server/doors/address";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import type { FastifyRequest } from "fastify";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { pilotSchool } from "../../support/reporter.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());
afterEach(() => vi.useRealTimers());

const finder = Buffer.alloc(32, 7).toString("base64");
const token = "a-token-that-was-never-made";
const email = "nobody@truong-an.invalid";
const sha256 = "0".repeat(64);
const oneTimeCode = "000000";
const message = { signals: [], dangerNow: false, envelopes: [], photos: [], sealed: "AAAA" };

type Call = readonly [method: "GET" | "POST" | "PUT", url: string, body?: object];

const photo: Call = ["PUT", `/api/reporter/photos/${sha256}`];
const limited: readonly (readonly [string, number, Call])[] = [
  ["looking up a receipt", 120, ["POST", "/api/reporter/threads/open", { finder }]],
  [
    "writing with a receipt",
    120,
    [
      "POST",
      "/api/reporter/threads/messages",
      { ...message, finder, messageId: newSubmissionId() },
    ],
  ],
  ["fetching a photo", 300, ["POST", "/api/reporter/threads/photo", { finder, sha256 }]],
  ["sending a photo", 600, photo],
  ["searching schools", 600, ["GET", "/api/public/schools?search=cill"]],
  ["reading a sheet", 600, ["GET", `/api/public/schools/${pilotSchool}/sheet`]],
  ["starting to sign in", 30, ["POST", "/api/staff/sign-in/start", { email }]],
  ["signing in", 30, ["POST", "/api/staff/sign-in", { email, signInHalf: finder, oneTimeCode }]],
  ["opening an invitation", 30, ["POST", "/api/staff/invitations/open", { token }]],
  [
    "confirming an invitation",
    30,
    ["POST", "/api/staff/invitations/confirm", { token, oneTimeCode }],
  ],
];

function knock([method, url, body]: Call, remoteAddress: string) {
  const isBytes = method === "PUT";
  return doorstep.app.inject({
    method,
    url,
    remoteAddress,
    headers: {
      "x-truong-an-console": "1",
      ...(isBytes ? { "content-type": "application/octet-stream" } : {}),
    },
    ...(isBytes ? { payload: Buffer.from("a sealed photo") } : {}),
    ...(body === undefined ? {} : { payload: body }),
  });
}

async function knockOften(call: Call, times: number, from: string): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let knocked = 0; knocked < times; knocked += 1) {
    statuses.push((await knock(call, from)).statusCode);
  }
  return statuses;
}

test.each(limited)(
  "%s more than %i times a minute from one address is slowed down",
  async (_what, most, call) => {
    const statuses = await knockOften(call, most, "192.0.2.1");
    const beyond = await knock(call, "192.0.2.1");
    const neighbour = await knock(call, "192.0.2.2");

    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect(beyond.statusCode).toBe(429);
    expect(beyond.json()).toMatchObject({ code: "too-many-requests" });
    expect(Number(beyond.headers["retry-after"])).toBeGreaterThan(0);
    expect(neighbour.statusCode).not.toBe(429);
  },
  30_000,
);

test("after a minute the door opens again", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const call: Call = ["POST", "/api/staff/invitations/open", { token }];
  await knockOften(call, 30, "192.0.2.3");
  const beyond = await knock(call, "192.0.2.3");

  vi.setSystemTime(Date.now() + 61_000);
  const later = await knock(call, "192.0.2.3");

  expect(beyond.statusCode).toBe(429);
  expect(later.statusCode).toBe(410);
});

test("one door's limit leaves the others open", async () => {
  await knockOften(["POST", "/api/staff/sign-in/start", { email }], 31, "192.0.2.4");

  const other = await knock(["POST", "/api/reporter/threads/open", { finder }], "192.0.2.4");

  expect(other.statusCode).toBe(404);
});

test("an address that a sender only claims is not believed", async () => {
  const statuses: number[] = [];
  for (let knocked = 0; knocked < 31; knocked += 1) {
    const answer = await doorstep.app.inject({
      method: "POST",
      url: "/api/staff/sign-in/start",
      remoteAddress: "192.0.2.5",
      headers: { "x-truong-an-console": "1", "x-forwarded-for": `198.51.100.${knocked}` },
      payload: { email },
    });
    statuses.push(answer.statusCode);
  }

  expect(statuses.at(-1)).toBe(429);
});

test("no number of puzzles from one address is too many", async () => {
  const statuses = await knockOften(["GET", "/api/reporter/puzzle"], 700, "192.0.2.6");

  expect(new Set(statuses)).toEqual(new Set([200]));
});

test("the answers tell nobody how much of a limit is left", async () => {
  const answer = await knock(["POST", "/api/reporter/threads/open", { finder }], "192.0.2.7");

  expect(Object.keys(answer.headers).filter((name) => name.includes("ratelimit"))).toEqual([]);
});

function from(ip: string): FastifyRequest {
  return { ip } as FastifyRequest;
}

test("an address has one name all day, another the next day, and another in another process", () => {
  const { world, clock } = doorstep;
  clock.set(Date.UTC(2026, 10, 23, 1) as ReturnType<typeof clock.now>);
  const hash = openAddressHash(world);
  const morning = hash(from("203.0.113.9"));

  clock.pass(8 * 60);
  const evening = hash(from("203.0.113.9"));
  const elsewhere = openAddressHash(world)(from("203.0.113.9"));
  clock.pass(24 * 60);
  const tomorrow = hash(from("203.0.113.9"));

  expect(evening).toBe(morning);
  expect(new Set([morning, tomorrow, elsewhere]).size).toBe(3);
});

test("the name of an address reveals nothing of it, and neighbours' names have nothing in common", () => {
  const hash = openAddressHash(doorstep.world);

  const names = ["203.0.113.9", "203.0.113.10", "203.0.113.90"].map((ip) => hash(from(ip)));

  expect(new Set(names).size).toBe(3);
  expect(new Set(names.map((name) => name.length))).toEqual(new Set([43]));
  expect(names.filter((name) => name.includes("203") && name.includes("113"))).toEqual([]);
  expect(names[0]?.slice(0, 6)).not.toBe(names[1]?.slice(0, 6));
});

test.each([
  ["2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", true],
  ["2001:db8::1", "2001:db8::ffff:0:0:1", true],
  ["2001:db8:1:2::1", "2001:db8:1:3::1", false],
  ["::1", "::2", true],
  ["::ffff:203.0.113.9", "::ffff:203.0.113.10", false],
])("%s and %s count as one network: %s", (one, other, isOne) => {
  const hash = openAddressHash(doorstep.world);

  expect(hash(from(one)) === hash(from(other))).toBe(isOne);
});

test("no two counters of strangers meet", () => {
  const hash = openAddressHash(doorstep.world);
  const strangers = Array.from({ length: 2_000 }, (_one, at) => `10.0.${at >> 8}.${at & 255}`);

  expect(new Set(strangers.map((ip) => hash(from(ip)))).size).toBe(2_000);
});
