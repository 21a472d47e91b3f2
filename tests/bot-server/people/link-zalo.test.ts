import { createHash } from "node:crypto";
import {
  answerLinkCode,
  linkZalo,
  newLinkCode,
  unlinkZalo,
} from "@truong-an/bot-server/people/link-zalo";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { staffIdOf } from "../../support/alerting.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
beforeEach(async () => {
  await doorstep.database.query("delete from zalo_link_guesses");
});
afterAll(() => doorstep.close());

const school = staffIdOf("cill-cus");
const police = staffIdOf("police-nam-ban");
const newPhone = "700000000000000001";

const hashOf = (code: string) => createHash("sha256").update(code).digest("hex");
const send = (userId: string, code: string) =>
  linkZalo(doorstep.world, { userId, codeHash: hashOf(code) });

async function accountOf(staffId: string): Promise<{ user: string; address: string }> {
  const { rows } = await doorstep.database.query(
    `select user_id as "user", address from staff_zalo
     join duty_channels using (staff_id)
     where staff_id = $1 and channel = 'oa-message'`,
    [staffId],
  );
  return rows[0];
}

test("the code makes the account that sent it the member's, and they are called there", async () => {
  const { code } = await newLinkCode(doorstep.world, school);

  const outcome = await send(newPhone, code);

  expect(outcome).toBe("linked");
  expect(await accountOf(school)).toEqual({ user: newPhone, address: newPhone });
  const contact = await doorstep.database.query(
    "select last_interaction_at from zalo_contacts where user_id = $1",
    [newPhone],
  );
  expect(contact.rows[0].last_interaction_at.getTime()).toBe(doorstep.clock.now());
});

test("what is remembered of it names no account", async () => {
  const { code } = await newLinkCode(doorstep.world, school);
  await send(newPhone, code);

  const { rows } = await doorstep.database.query(
    "select staff_id, details from audit_entries where kind = 'zalo-linked' order by id desc limit 1",
  );

  expect(rows[0]).toEqual({ staff_id: school, details: { channel: "oa-message" } });
});

test("only the hash of a code is kept", async () => {
  const { code } = await newLinkCode(doorstep.world, school);

  const { rows } = await doorstep.database.query("select * from zalo_link_codes");

  expect(JSON.stringify(rows)).not.toContain(code);
});

test("a code works once", async () => {
  const { code } = await newLinkCode(doorstep.world, school);
  await send(newPhone, code);

  expect(await send("700000000000000002", code)).toBe("wrong-code");
  expect((await accountOf(school)).user).toBe(newPhone);
});

test("a code works for a quarter of an hour", async () => {
  const { code } = await newLinkCode(doorstep.world, school);
  doorstep.clock.pass(15);

  expect(await send("700000000000000002", code)).toBe("wrong-code");
});

test("a new code takes the place of the one before it", async () => {
  const { code: first } = await newLinkCode(doorstep.world, school);
  const { code: second } = await newLinkCode(doorstep.world, school);

  expect(await send("700000000000000003", first)).toBe("wrong-code");
  expect(await send("700000000000000003", second)).toBe("linked");
});

test("an account that is a colleague's is not moved", async () => {
  const { code } = await newLinkCode(doorstep.world, school);
  const before = [await accountOf(school), await accountOf(police)];

  const outcome = await send(zaloIdOf("police-nam-ban"), code);

  expect(outcome).toBe("someone-elses");
  expect([await accountOf(school), await accountOf(police)]).toEqual(before);
});

test("whoever sends five wrong codes is not listened to for an hour, not even with a right one", async () => {
  const guesser = "700000000000000009";
  const { code } = await newLinkCode(doorstep.world, school);
  for (let times = 0; times < 5; times += 1) await send(guesser, `LKWRONGXX${times}`);

  const blocked = await send(guesser, code);
  const fromElsewhere = await send("700000000000000010", code);
  doorstep.clock.pass(61);
  const { code: another } = await newLinkCode(doorstep.world, school);
  const later = await send(guesser, another);

  expect(blocked).toBe("too-many-codes");
  expect(fromElsewhere).toBe("linked");
  expect(later).toBe("linked");
});

const contactsOf = async (userId: string): Promise<number> => {
  const { rows } = await doorstep.database.query("select from zalo_contacts where user_id = $1", [
    userId,
  ]);
  return rows.length;
};

test("an account that is left for another, or unlinked, is not known any more", async () => {
  const [first, second] = ["700000000000000021", "700000000000000022"] as const;
  await send(first, (await newLinkCode(doorstep.world, school)).code);
  const linked = await contactsOf(first);
  await send(second, (await newLinkCode(doorstep.world, school)).code);
  const left = [await contactsOf(first), await contactsOf(second)];

  await unlinkZalo(doorstep.world, school, "oa-message");

  expect(linked).toBe(1);
  expect(left).toEqual([0, 1]);
  expect(await contactsOf(second)).toBe(0);
});

test.each(["oa", "bot"] as const)(
  "a worker killed after linking by %s is followed by one that says the same, and counts no wrong guess",
  async (via) => {
    const { code } = await newLinkCode(doorstep.world, school);
    const payload = { userId: "700000000000000023", codeHash: hashOf(code), via };
    await doorstep.database.query("delete from graphile_worker._private_jobs");

    await answerLinkCode(doorstep.world, payload);
    await answerLinkCode(doorstep.world, payload);

    const said = await doorstep.database.query(
      "select payload::text from graphile_worker._private_jobs order by id",
    );
    const guesses = await doorstep.database.query("select from zalo_link_guesses");
    const entries = await doorstep.database.query(
      "select from audit_entries where kind = 'zalo-linked' and at = $1",
      [new Date(doorstep.clock.now())],
    );
    expect(said.rows.map((row) => /"linked"/.test(row.payload))).toEqual([true, true]);
    expect(guesses.rows).toEqual([]);
    expect(entries.rows.length).toBeGreaterThan(0);
  },
);

test("the id of whoever guesses is not kept", async () => {
  await send("700000000000000011", "LKWRONGXXX");

  const { rows } = await doorstep.database.query("select guesser from zalo_link_guesses");

  expect(rows).toHaveLength(1);
  expect(rows[0].guesser.toString("utf8")).not.toContain("700000000000000011");
});
