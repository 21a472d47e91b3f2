import { openAddressHash } from "@truong-an/bot-server/doors/address";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import type { FastifyRequest } from "fastify";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

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
const sealed = Buffer.from("age-encryption.org/v1\n-> X25519 nobody").toString("base64");
const message = { signals: [], dangerNow: false, envelopes: [], photos: [], sealed };

type Call = readonly [method: "GET" | "POST" | "PUT", url: string, body?: object];

const openThread: Call = ["POST", "/api/reporter/threads/open", { finder }];
const sendMessage: Call = [
  "POST",
  "/api/reporter/threads/messages",
  { ...message, finder, messageId: newSubmissionId() },
];
const fetchPhoto: Call = ["POST", "/api/reporter/threads/photo", { finder, sha256 }];
const startSignIn: Call = ["POST", "/api/staff/sign-in/start", { email }];
const signIn: Call = ["POST", "/api/staff/sign-in", { email, signInHalf: finder, oneTimeCode }];
const openInvitation: Call = ["POST", "/api/staff/invitations/open", { token }];

const limitedByAddress: readonly (readonly [string, number, Call])[] = [
  ["sending a photo", 600, ["PUT", `/api/reporter/photos/${sha256}`]],
  ["searching schools", 600, ["GET", "/api/public/schools?search=cill"]],
  ["starting to sign in", 30, startSignIn],
  ["signing in", 30, signIn],
  ["opening an invitation", 30, openInvitation],
  [
    "confirming an invitation",
    30,
    ["POST", "/api/staff/invitations/confirm", { token, oneTimeCode }],
  ],
];

/** A door, how often a minute about one thing, how often from one address, and another such thing. */
const limitedByBoth: readonly (readonly [string, number, number, Call, (at: number) => object])[] =
  [
    ["looking up a receipt", 60, 3_000, openThread, anotherReceipt],
    ["writing with a receipt", 60, 3_000, sendMessage, anotherReceipt],
    ["fetching a photo", 60, 3_000, fetchPhoto, anotherReceipt],
  ];

function anotherReceipt(at: number) {
  const bytes = Buffer.alloc(32, 9);
  bytes.writeUInt32BE(at);
  return { finder: bytes.toString("base64") };
}

function anotherAccount(at: number) {
  return { email: `somebody-${at}@truong-an.invalid` };
}

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

test.each(limitedByAddress)(
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

test.each(limitedByBoth)(
  "%s more than %i times a minute is slowed down, from wherever it is tried",
  async (_what, most, _address, call, another) => {
    const [method, url, body] = call;
    const statuses: number[] = [];
    for (let knocked = 0; knocked < most; knocked += 1) {
      statuses.push((await knock(call, `192.0.2.${knocked}`)).statusCode);
    }
    const beyond = await knock(call, "192.0.2.200");
    const other = await knock([method, url, { ...body, ...another(0) }], "192.0.2.200");

    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect(beyond.statusCode).toBe(429);
    expect(beyond.json()).toMatchObject({ code: "too-many-requests" });
    expect(Number(beyond.headers["retry-after"])).toBeGreaterThan(0);
    expect(other.statusCode).not.toBe(429);
  },
);

test.each(limitedByBoth)(
  "%s: beyond %i for one, others behind the same address go on until %i",
  async (_what, _one, most, [method, url, body], another) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 }); // what came before is forgotten
    const statuses: number[] = [];
    for (let at = 1; at <= most; at += 1) {
      statuses.push(
        (await knock([method, url, { ...body, ...another(at) }], "192.0.2.9")).statusCode,
      );
    }

    const beyond = await knock([method, url, { ...body, ...another(0) }], "192.0.2.9");

    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect(beyond.statusCode).toBe(429);
  },
  60_000,
);

test("whoever tries one account too often keeps nobody else from it, nor its office from others", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 360_000 });
  await knockOften(signIn, 31, "192.0.2.11");

  const elsewhere = await knock(signIn, "192.0.2.12");
  const colleague = await knock(
    [signIn[0], signIn[1], { ...signIn[2], ...anotherAccount(1) }],
    "192.0.2.11",
  );

  expect([elsewhere.statusCode, colleague.statusCode]).toEqual([403, 403]);
});

test("however an account or a receipt is spelled, it is the same", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 240_000 });
  const sameReceipt = `${finder.slice(0, 42)}${finder[42] === "c" ? "d" : "f"}=`;
  await knockOften(startSignIn, 30, "192.0.2.10");
  await knockOften(openThread, 60, "192.0.2.10");

  const account = await knock(
    ["POST", "/api/staff/sign-in/start", { email: email.toUpperCase() }],
    "192.0.2.10",
  );
  const receipt = await knock(
    ["POST", "/api/reporter/threads/open", { finder: sameReceipt }],
    "192.0.2.10",
  );

  expect(Buffer.from(sameReceipt, "base64").equals(Buffer.from(finder, "base64"))).toBe(true);
  expect([account.statusCode, receipt.statusCode]).toEqual([429, 429]);
});

test("after a minute the door opens again", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const call = openInvitation;
  await knockOften(call, 30, "192.0.2.3");
  const beyond = await knock(call, "192.0.2.3");

  vi.setSystemTime(Date.now() + 61_000);
  const later = await knock(call, "192.0.2.3");

  expect(beyond.statusCode).toBe(429);
  expect(later.statusCode).toBe(410);
});

test("one door's limit leaves the others open", async () => {
  await knockOften(openInvitation, 31, "192.0.2.4");

  const other = await knock(["POST", "/api/reporter/threads/open", anotherReceipt(1)], "192.0.2.4");

  expect(other.statusCode).toBe(404);
});

async function knockClaiming(door: Doorstep, claim: (knocked: number) => string) {
  const statuses: number[] = [];
  for (let knocked = 0; knocked < 31; knocked += 1) {
    const answer = await door.app.inject({
      method: "POST",
      url: "/api/staff/invitations/open",
      remoteAddress: "192.0.2.5",
      headers: { "x-truong-an-console": "1", "x-forwarded-for": claim(knocked) },
      payload: { token },
    });
    statuses.push(answer.statusCode);
  }
  return statuses;
}

test("an address that a sender only claims is not believed", async () => {
  const statuses = await knockClaiming(doorstep, (knocked) => `198.51.100.${knocked}`);

  expect(statuses.at(-1)).toBe(429);
});

test("behind a proxy the address that it saw counts, and a forged one before it makes no new one", async () => {
  const behindProxy = await openDoorstep({ TRUST_PROXY: "192.0.2.5" });

  const forged = await knockClaiming(
    behindProxy,
    (knocked) => `198.51.100.${knocked}, 203.0.113.1`,
  );
  const seen = await knockClaiming(behindProxy, (knocked) => `203.0.113.${knocked + 2}`);
  await behindProxy.close();

  expect(forged.at(-1)).toBe(429);
  expect(new Set(seen)).toEqual(new Set([410]));
});

test("a proxy that is not ours is not believed", async () => {
  const behindProxy = await openDoorstep({ TRUST_PROXY: "10.0.0.0/8" });

  const statuses = await knockClaiming(behindProxy, (knocked) => `198.51.100.${knocked}`);
  await behindProxy.close();

  expect(statuses.at(-1)).toBe(429);
});

test("no number of puzzles from one address is too many", async () => {
  const statuses = await knockOften(["GET", "/api/reporter/puzzle"], 700, "192.0.2.6");

  expect(new Set(statuses)).toEqual(new Set([200]));
});

test("the answers tell nobody how much of a limit is left", async () => {
  const answer = await knock(openInvitation, "192.0.2.7");

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
