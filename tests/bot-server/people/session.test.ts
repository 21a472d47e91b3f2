import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listDoors } from "../../support/door-list.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { codeNow, join, knock, person, signIn } from "./newcomer.ts";

let doorstep: Doorstep;
let totpSecret: string;
let cookie: string;
beforeAll(async () => {
  doorstep = await openDoorstep();
  ({ totpSecret } = await join(doorstep));
});
afterAll(() => doorstep.close());
beforeEach(async () => {
  doorstep.clock.pass(2); // a one-time code works once
  cookie = (await signIn(doorstep, codeNow(doorstep, totpSecret))).cookie ?? "";
});

function whoAmI(with_ = cookie) {
  return knock(doorstep, "GET", "/api/staff/me", undefined, { cookie: with_ });
}

function signOut(headers: Record<string, string> = {}) {
  return knock(doorstep, "POST", "/api/staff/sign-out", undefined, { cookie, ...headers });
}

/** This session as the database shows it, found by the hash of its token. */
async function storedSession(): Promise<string | undefined> {
  const hash = createHash("sha256")
    .update(cookie.split("=")[1] ?? "")
    .digest();
  const found = await doorstep.database.query(
    "select row_to_json(s)::text as text from staff_sessions s where token_hash = $1",
    [hash],
  );
  return found.rows[0]?.text;
}

test("a session is a cookie that no script can read and no other site can send", async () => {
  const opened = await openDoorstep({ PUBLIC_URL: "https://truong-an.invalid" });
  const secret = (await join(opened)).totpSecret;
  opened.clock.pass(2);
  const { setCookie } = await signIn(opened, codeNow(opened, secret));
  await opened.close();

  expect(setCookie.split("; ").slice(1).sort()).toEqual([
    "HttpOnly",
    "Path=/api/staff",
    "SameSite=Strict",
    "Secure",
  ]);
});

test("it holds while one works, and no longer than a shift of twelve hours", async () => {
  const statuses: number[] = [];
  for (let half = 1; half <= 24; half += 1) {
    doorstep.clock.pass(29);
    statuses.push((await whoAmI()).status);
  }
  doorstep.clock.pass(23); // 11 h 59 min
  const before = await whoAmI();
  doorstep.clock.pass(2);
  const after = await whoAmI();

  expect(statuses).toEqual(statuses.map(() => 200));
  expect(before.status).toBe(200);
  expect(after).toMatchObject({ status: 401, code: "signed-out" });
});

test("half an hour of silence ends it", async () => {
  doorstep.clock.pass(29);
  const before = await whoAmI();
  doorstep.clock.pass(31);
  const after = await whoAmI();

  expect(before.status).toBe(200);
  expect(after.code).toBe("signed-out");
});

test("signing out ends it here and on the server", async () => {
  const out = await signOut();

  expect(out.status).toBe(204);
  expect(out.setCookie).toMatch(/^truong-an-console=;.*Path=\/api\/staff/);
  expect((await whoAmI()).code).toBe("signed-out");
  expect(await storedSession()).toBeUndefined();
});

test("signing out sweeps away sessions that have run out", async () => {
  await doorstep.database.query(
    "insert into staff_sessions values ($1, $2, now() - interval '2 days', now() - interval '1 day')",
    [Buffer.alloc(32), person.id],
  );

  await signOut();

  const left = await doorstep.database.query(
    "select 1 from staff_sessions where expires_at < now()",
  );
  expect(left.rowCount).toBe(0);
});

test("the database knows the session by the hash of its token only", async () => {
  const token = cookie.split("=")[1] ?? "";

  const stored = await storedSession();

  expect(token.length).toBe(43);
  expect(stored).toContain(person.id);
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(Buffer.from(token).toString("hex"));
  expect(doorstep.logged()).not.toContain(token);
});

test.each([
  ["no cookie", ""],
  ["an empty one", "truong-an-console="],
  ["one of another's making", `truong-an-console=${"a".repeat(43)}`],
  ["a very long one", `truong-an-console=${"a".repeat(4_000)}`],
  ["an odd one", "truong-an-console=%00%ff; truong-an-console=x"],
])("%s opens nothing", async (_what, given) => {
  expect(await whoAmI(given)).toMatchObject({ status: 401, code: "signed-out" });
});

test("every door of the console but the entry wants a session", async () => {
  const entry = /\/(invitations\/\w+|sign-in|sign-in\/start)$/;
  const doors = (await listDoors(doorstep)).filter(
    ({ path }) => path.startsWith("/api/staff/") && !entry.test(path),
  );

  const answers = await Promise.all(
    doors.map(({ method, path }) =>
      knock(doorstep, method.toUpperCase() as "GET", path.replace(/\{\w+\}/g, "x")),
    ),
  );

  expect(doors.length).toBeGreaterThan(8);
  expect(answers.map(({ status, code }) => [status, code])).toEqual(
    answers.map(() => [401, "signed-out"]),
  );
});

test.each([
  ["without the console's header", { "x-truong-an-console": "" }],
  ["with another value in it", { "x-truong-an-console": "true" }],
  ["from a stranger's page", { origin: "https://stranger.invalid" }],
  ["from Zalo's Mini Apps", { origin: "https://h5.zdn.vn" }],
  ["from a page without an origin", { origin: "null" }],
  ["from our name under another scheme", { origin: "https://127.0.0.1:3000" }],
  ["from our name at another port", { origin: "http://127.0.0.1:3001" }],
])("a request %s changes nothing, session or not", async (_what, headers) => {
  const out = await signOut(headers);
  const start = await knock(
    doorstep,
    "POST",
    "/api/staff/sign-in/start",
    { email: person.email },
    headers,
  );

  expect(out).toMatchObject({ status: 403, code: "wrong-page" });
  expect(start).toMatchObject({ status: 403, code: "wrong-page" });
  expect((await whoAmI()).status).toBe(200);
});

test("our own page is believed by its origin", async () => {
  expect((await signOut({ origin: "http://127.0.0.1:3000" })).status).toBe(204);
});

test("reading needs no header: a link in an alert opens", async () => {
  const answer = await doorstep.app.inject({ url: "/api/staff/me", headers: { cookie } });

  expect(answer.statusCode).toBe(200);
});
