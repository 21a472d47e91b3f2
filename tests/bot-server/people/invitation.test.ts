import { randomBytes } from "node:crypto";
import { toBase64Url } from "@truong-an/shared/sealing/bytes";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import {
  acceptWith,
  almost,
  codeNow,
  confirmWith,
  join,
  knock,
  otherHalf,
  person,
  signIn,
  tokenOf,
} from "./newcomer.ts";

let doorstep: Doorstep;
let token: string;
beforeEach(async () => {
  doorstep = await openDoorstep();
  token = tokenOf(doorstep);
});
afterEach(() => doorstep.close());

function openIt(given = token) {
  return knock(doorstep, "POST", "/api/staff/invitations/open", { token: given });
}

async function staffRow() {
  const found = await doorstep.database.query("select * from staff where id = $1", [person.id]);
  return found.rows[0];
}

test("an invitation greets its person by name and brings the desk's sealed key", async () => {
  const opened = await openIt();

  expect(opened.status).toBe(200);
  expect(opened.body).toMatchObject({
    staffName: person.name,
    email: person.email,
    desk: { id: deskIdOf(person.desk), keyNumber: 1 },
  });
});

test("it may be opened again until it is spent", async () => {
  await openIt();
  await acceptWith(doorstep, token);

  expect((await openIt()).status).toBe(200);
});

test("accepting it lets nobody in before the first one-time code", async () => {
  const { totpSecret, cookie } = await acceptWith(doorstep, token);

  const early = await signIn(doorstep, codeNow(doorstep, totpSecret));

  expect(cookie).toBeUndefined();
  expect(early.code).toBe("sign-in-refused");
  expect((await staffRow()).joined_at).toBeNull();
});

test("the first one-time code spends it, opens a session and is remembered", async () => {
  const { totpSecret } = await acceptWith(doorstep, token);

  const confirmed = await confirmWith(doorstep, token, codeNow(doorstep, totpSecret));

  expect(confirmed).toMatchObject({ status: 200, body: { email: person.email } });
  const me = await knock(doorstep, "GET", "/api/staff/me", undefined, {
    cookie: confirmed.cookie ?? "",
  });
  expect(me.body).toEqual(confirmed.body);
  const audit = await doorstep.database.query(
    "select kind from audit_entries where staff_id = $1",
    [person.id],
  );
  expect(audit.rows.map(({ kind }) => kind)).toEqual(["staff-joined"]);
});

test("a spent invitation opens, is accepted and is confirmed no more, and its key is gone", async () => {
  const { totpSecret } = await join(doorstep);
  doorstep.clock.pass(2);

  const answers = [
    await openIt(),
    await acceptWith(doorstep, token),
    await confirmWith(doorstep, token, codeNow(doorstep, totpSecret)),
  ];

  expect(answers.map(({ status, code }) => [status, code])).toEqual(
    answers.map(() => [410, "invitation-spent"]),
  );
  const left = await doorstep.database.query(
    "select desk_key_envelope from invitations where staff_id = $1",
    [person.id],
  );
  expect(left.rows).toEqual([{ desk_key_envelope: null }]);
});

test("accepting again starts over: only the last passphrase and the last second factor count", async () => {
  const first = await acceptWith(doorstep, token);
  const second = await acceptWith(doorstep, token, otherHalf);

  const withOld = await confirmWith(doorstep, token, codeNow(doorstep, first.totpSecret));
  const withNew = await confirmWith(doorstep, token, codeNow(doorstep, second.totpSecret));
  doorstep.clock.pass(2);
  const oldHalf = await signIn(doorstep, codeNow(doorstep, second.totpSecret));
  const newHalf = await signIn(doorstep, codeNow(doorstep, second.totpSecret), { half: otherHalf });

  expect(first.totpSecret).not.toBe(second.totpSecret);
  expect([withOld.code, withNew.status]).toEqual(["sign-in-refused", 200]);
  expect([oldHalf.code, newHalf.status]).toEqual(["sign-in-refused", 200]);
});

test("a wrong first code refuses and spends nothing", async () => {
  const { totpSecret } = await acceptWith(doorstep, token);
  const right = codeNow(doorstep, totpSecret);
  const wrong = right === "123456" ? "654321" : "123456";

  const refused = await confirmWith(doorstep, token, wrong);
  const accepted = await confirmWith(doorstep, token, right);

  expect(refused).toMatchObject({ status: 403, code: "sign-in-refused", cookie: undefined });
  expect(accepted.status).toBe(200);
});

test("confirming before accepting is refused", async () => {
  const answer = await confirmWith(doorstep, token, "123456");

  expect(answer).toMatchObject({ status: 409, code: "not-now" });
});

test("an invitation that has run out is the same to everyone as one that never was", async () => {
  await doorstep.database.query("update invitations set expires_at = $1", [
    new Date(doorstep.clock.now() + 60_000),
  ]);
  const before = await openIt();
  doorstep.clock.pass(2);

  const after = [
    await openIt(),
    await acceptWith(doorstep, token),
    await confirmWith(doorstep, token, "123456"),
    await openIt(toBase64Url(randomBytes(32))),
  ];

  expect(before.status).toBe(200);
  expect(after.map(({ body }) => body)).toEqual(after.map(() => after[3]?.body));
  expect(after.map(({ code }) => code)).toEqual(after.map(() => "invitation-spent"));
  expect((await staffRow()).recipient).toBeNull();
});

test("a token that is wrong in one bit opens nothing", async () => {
  expect(almost(token)).not.toBe(token);
  expect((await openIt(almost(token))).code).toBe("invitation-spent");
  expect((await acceptWith(doorstep, almost(token))).code).toBe("invitation-spent");
});

test("two browsers that confirm at once make one member", async () => {
  const { totpSecret } = await acceptWith(doorstep, token);
  const code = codeNow(doorstep, totpSecret);
  await Promise.all([1, 2, 3, 4].map(() => openIt())); // connections enough for all to meet

  const answers = await Promise.all([1, 2, 3, 4].map(() => confirmWith(doorstep, token, code)));

  expect(answers.filter(({ status }) => status === 200).length).toBe(1);
  const joined = await doorstep.database.query(
    "select 1 from audit_entries where kind = 'staff-joined'",
  );
  expect(joined.rowCount).toBe(1);
});

test("the database holds no token, no passphrase half and no second factor that can be read", async () => {
  const { totpSecret } = await join(doorstep);

  const rows = await doorstep.database.query(
    "select row_to_json(s)::text as text from staff s union all select row_to_json(i)::text from invitations i",
  );
  const everything = rows.rows.map(({ text }) => text).join("\n");
  const row = await staffRow();

  expect(everything).not.toContain(token);
  expect(everything).not.toContain(Buffer.from(token, "base64url").toString("hex"));
  expect(everything).not.toContain(totpSecret);
  expect(everything).not.toContain("01".repeat(32)); // the half that signs in
  expect(row.totp_sealed.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n/);
  expect(row.sign_in_hash.length).toBe(32);
});
