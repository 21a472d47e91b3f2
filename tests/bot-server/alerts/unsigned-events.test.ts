import { afterAll, beforeAll, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { oaSettings, tell, textEvent } from "../../support/zalo-events.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep(oaSettings);
});
afterAll(() => doorstep.close());

const right = () => tell(doorstep.url, textEvent("2000000000000000001", "menu"));
const wrong = () =>
  tell(doorstep.url, textEvent("2000000000000000001", "menu"), { secret: "a wrong secret" });

/** What the operator is told of signatures, in order: whether it is over. */
async function told(): Promise<readonly boolean[]> {
  const { rows } = await doorstep.database.query(
    `select (payload ->> 'isOver')::boolean as over from graphile_worker._private_jobs
     where payload ->> 'subject' = 'webhook' order by id`,
  );
  return rows.map(({ over }) => over);
}

test("wrong signatures in a row are told to the operator, once, and so is the first right one", async () => {
  await right();
  await wrong();
  await wrong();
  doorstep.clock.pass(11);
  await wrong();
  await wrong();
  const apart = await told();
  await wrong();
  await wrong();
  const together = await told();

  await right();

  expect(apart).toEqual([]);
  expect(together).toEqual([false]);
  await expect.poll(told).toEqual([false, true]);
  expect(doorstep.logged()).toContain("an event has a wrong signature");
});

test("a right one in between says that the settings are right", async () => {
  const before = (await told()).length;

  await wrong();
  await wrong();
  await right();
  await wrong();
  await wrong();

  expect(await told()).toHaveLength(before);
});
