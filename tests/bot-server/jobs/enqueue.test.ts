import { cancel, enqueue, escalationKey } from "@truong-an/bot-server/jobs/enqueue";
import { DeskId, ReportId } from "@truong-an/shared/ids";
import { addMinutes } from "@truong-an/shared/time";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const reportId = ReportId.parse("00000000-0000-4000-8000-000000000001");
const deskId = DeskId.parse("00000000-0000-4000-8000-000000000002");
const key = escalationKey(reportId);

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
beforeEach(async () => {
  await doorstep.database.query("delete from graphile_worker._private_jobs");
});
afterAll(() => doorstep.close());

async function waiting() {
  const { rows } = await doorstep.database.query<{ name: string; key: string; at: Date }>(
    "select task_identifier as name, key, run_at as at from graphile_worker.jobs order by id",
  );
  return rows;
}

test("a job is queued with the transaction that asks for it", async () => {
  await doorstep.world.db.transaction(async (tx) => {
    await enqueue(tx, "call-desk", { reportId, deskId, round: 0 });
    expect(await waiting()).toEqual([]); // nobody sees it before the commit
  });

  expect(await waiting()).toMatchObject([{ name: "call-desk" }]);
});

test("what is rolled back was never queued", async () => {
  const broken = doorstep.world.db.transaction(async (tx) => {
    await enqueue(tx, "call-desk", { reportId, deskId, round: 0 });
    await enqueue(tx, "escalate", { reportId }, { key });
    throw new Error("the transaction fails");
  });

  await expect(broken).rejects.toThrow("the transaction fails");
  expect(await waiting()).toEqual([]);
});

test("a cancelled job comes back when the cancelling is rolled back", async () => {
  await enqueue(doorstep.world.db, "escalate", { reportId }, { key });

  const broken = doorstep.world.db.transaction(async (tx) => {
    await cancel(tx, key);
    throw new Error("the transaction fails");
  });

  await expect(broken).rejects.toThrow("the transaction fails");
  expect(await waiting()).toMatchObject([{ name: "escalate", key }]);
});

test("a second job under the same key takes the place of the first, with its time", async () => {
  const later = addMinutes(doorstep.clock.now(), 30);
  await enqueue(doorstep.world.db, "escalate", { reportId }, { key });

  await enqueue(doorstep.world.db, "escalate", { reportId }, { key, at: later });

  expect(await waiting()).toMatchObject([{ name: "escalate", key, at: new Date(later) }]);
});

test("cancelling takes out the job of that key and no other", async () => {
  const other = escalationKey(ReportId.parse("00000000-0000-4000-8000-000000000003"));
  await enqueue(doorstep.world.db, "escalate", { reportId }, { key });
  await enqueue(doorstep.world.db, "escalate", { reportId }, { key: other });

  await cancel(doorstep.world.db, key);

  expect(await waiting()).toMatchObject([{ key: other }]);
});
