import {
  contactHasLeft,
  contactWasHeard,
  dropIdleContacts,
  keepContact,
} from "@truong-an/bot-server/db/contacts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());

const userId = "700000000000000100";
const day = 24 * 60 * 60_000; // no nearer is it kept of a follower
const [early, late, later] = [day, 2 * day, 3 * day] as const;

async function follows(): Promise<boolean> {
  const { rows } = await doorstep.database.query(
    "select follows from zalo_contacts where user_id = $1",
    [userId],
  );
  return rows[0].follows;
}

test.each([
  [
    "left, and told so in order",
    [[contactWasHeard, early] as const, [contactHasLeft, late] as const],
    false,
  ],
  [
    "followed again, and the old unfollow comes last",
    [[contactWasHeard, late] as const, [contactHasLeft, early] as const],
    true,
  ],
  [
    "left, and an old word comes last",
    [[contactHasLeft, late] as const, [contactWasHeard, early] as const],
    false,
  ],
  [
    "left and followed again",
    [[contactHasLeft, early] as const, [contactWasHeard, late] as const],
    true,
  ],
  [
    "left, an old word, and a new one",
    [
      [contactHasLeft, late] as const,
      [contactWasHeard, early] as const,
      [contactWasHeard, later] as const,
    ],
    true,
  ],
])("whoever has %s: whether they follow is what they did last", async (_story, told, expected) => {
  const { db } = doorstep.world;
  await doorstep.database.query("delete from zalo_contacts where user_id = $1", [userId]);
  await keepContact(db, userId);

  for (const [tell, at] of told) await tell(db, userId, at);

  expect(await follows()).toBe(expected);
});

test("an account that nothing keeps any more goes, a member's stays", async () => {
  const { db } = doorstep.world;
  await keepContact(db, userId);

  await dropIdleContacts(db);

  const { rows } = await doorstep.database.query(
    "select user_id from zalo_contacts where user_id = any($1)",
    [[userId, zaloIdOf("cill-cus")]],
  );
  expect(rows).toEqual([{ user_id: zaloIdOf("cill-cus") }]);
});
