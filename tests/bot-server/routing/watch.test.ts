import { rearmOverdue } from "@truong-an/bot-server/routing/watch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Colleague, joinDesk, take } from "../../support/colleague.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { dangerFacts, type Sealed, submit } from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

let doorstep: Doorstep;
let police: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep();
  police = await joinDesk(doorstep, "police-nam-ban");
});
afterAll(() => doorstep.close());

/** The report as it stands after its deadline job was lost and `minutes` have gone by. */
async function withoutItsJob(sealed: Sealed, minutes: number) {
  await doorstep.database.query("delete from graphile_worker._private_jobs");
  doorstep.clock.pass(minutes);
  await rearmOverdue(doorstep.world);
  return storedNow(doorstep.database, sealed.report.submissionId);
}

// The session of half an hour must still hold, so this comes first.
test("a report in someone's hands gets none", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });
  const { id } = await storedNow(doorstep.database, sealed.report.submissionId);
  const opened = await take(police, id);

  expect(opened.status).toBe(204);

  expect((await withoutItsJob(sealed, 60)).deadlines).toBe(0);
});

test("a waiting report that has lost its job gets it back once it is overdue", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });

  expect((await withoutItsJob(sealed, 3)).deadlines).toBe(0);
  expect((await withoutItsJob(sealed, 4)).deadlines).toBe(1);
  const { rows } = await doorstep.database.query(
    "select priority from graphile_worker.jobs where key like 'escalate:%'",
  );
  expect(rows).toEqual([{ priority: -20 }]); // an emergency
});

test("a job that has used up its attempts is tried again", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });
  doorstep.clock.pass(7);
  await doorstep.database.query("update graphile_worker._private_jobs set attempts = max_attempts");

  await rearmOverdue(doorstep.world);

  const { rows } = await doorstep.database.query(
    "select attempts from graphile_worker.jobs where key like 'escalate:%' and attempts = 0",
  );
  expect((await storedNow(doorstep.database, sealed.report.submissionId)).deadlines).toBe(1);
  expect(rows.length).toBeGreaterThan(0);
});
