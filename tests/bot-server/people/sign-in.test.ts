import { afterEach, beforeEach, expect, test } from "vitest";
import { people } from "../../demo/directory.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { codeNow, join, knock, otherHalf, person, salt, signIn } from "./newcomer.ts";

let doorstep: Doorstep;
let totpSecret: string;
beforeEach(async () => {
  doorstep = await openDoorstep();
  ({ totpSecret } = await join(doorstep));
  doorstep.clock.pass(2); // the code of joining is spent
});
afterEach(() => doorstep.close());

function code(secondsFromNow = 0): string {
  return codeNow(doorstep, totpSecret, secondsFromNow);
}

async function saltOf(email: string): Promise<unknown> {
  const started = await knock(doorstep, "POST", "/api/staff/sign-in/start", { email });
  expect(started.status).toBe(200);
  return started.body["salt"];
}

async function remembered() {
  const found = await doorstep.database.query(
    "select kind from audit_entries where staff_id = $1 order by id",
    [person.id],
  );
  return found.rows.map(({ kind }) => kind);
}

test("both factors right open a session, in whatever case the address is typed", async () => {
  const answer = await signIn(doorstep, code(), { email: person.email.toUpperCase() });

  expect(answer).toMatchObject({ status: 200, body: { email: person.email, salt } });
  expect(answer.cookie).toMatch(/^truong-an-console=[\w-]{43}$/);
  expect(await remembered()).toEqual(["staff-joined", "signed-in"]);
});

test("what is wrong is never told: half, code, address and someone not joined look the same", async () => {
  const right = code();
  const wrong = right === "123456" ? "654321" : "123456";
  const notJoined = people[1]?.email ?? "";

  const answers = [
    await signIn(doorstep, right, { half: otherHalf }),
    await signIn(doorstep, wrong),
    await signIn(doorstep, wrong, { half: otherHalf }),
    await signIn(doorstep, right, { email: "stranger@truong-an.invalid" }),
    await signIn(doorstep, right, { email: notJoined }),
  ];

  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers.map(({ status, code: said }) => [status, said])).toEqual(
    answers.map(() => [403, "sign-in-refused"]),
  );
  expect(answers.map(({ cookie }) => cookie)).toEqual(answers.map(() => undefined));
  expect((await signIn(doorstep, right)).status).toBe(200);
});

test("every refusal that concerns a member is remembered", async () => {
  await signIn(doorstep, code(), { half: otherHalf });
  await signIn(doorstep, code(), { email: "stranger@truong-an.invalid" });

  expect(await remembered()).toEqual(["staff-joined", "sign-in-refused"]);
});

test("a one-time code works once", async () => {
  const first = await signIn(doorstep, code());
  const again = await signIn(doorstep, code());
  doorstep.clock.pass(0.5);
  const next = await signIn(doorstep, code());

  expect([first.status, again.status, next.status]).toEqual([200, 403, 200]);
});

test("of many who send the same code at once, one comes in", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(doorstep, code())));

  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
});

test("the code that joined the desk does not sign in", async () => {
  doorstep.clock.pass(-2);

  expect((await signIn(doorstep, code())).code).toBe("sign-in-refused");
});

test("an older code does not work after a newer one", async () => {
  const older = code(-30);
  await signIn(doorstep, code());

  expect((await signIn(doorstep, older)).code).toBe("sign-in-refused");
});

test.each([
  [-90, 403],
  [-30, 200],
  [30, 200],
  [90, 403],
])(
  "a code from %i seconds away is answered with %i: phones' clocks differ a little",
  async (seconds, status) => {
    expect((await signIn(doorstep, code(seconds))).status).toBe(status);
  },
);

test("an address nobody has gets a salt of its own, the same each time, of the same form as a real one", async () => {
  const first = await saltOf("stranger@truong-an.invalid");
  const again = await saltOf("Stranger@truong-an.invalid");
  const other = await saltOf("another@truong-an.invalid");

  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(Buffer.from(String(first), "base64").length).toBe(16);
});

test("a member's salt is theirs; someone invited but not joined looks like a stranger", async () => {
  const notJoined = people[1]?.email ?? "";

  expect(await saltOf(person.email.toUpperCase())).toBe(salt);
  expect(await saltOf(notJoined)).toBe(await saltOf(notJoined));
  expect(await saltOf(notJoined)).not.toBe(salt);
});

test("nothing that signs in is logged", async () => {
  const used = code();
  await signIn(doorstep, used);
  await signIn(doorstep, used);

  const logged = doorstep.logged();
  expect(logged).toContain("/api/staff/sign-in");
  expect(logged).not.toContain(person.email);
  expect(logged).not.toContain(totpSecret);
  expect(logged).not.toMatch(new RegExp(`\\b${used}\\b`));
});
