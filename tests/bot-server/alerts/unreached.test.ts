import type { ReportId } from "@truong-an/shared/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Alerting, openAlerting, staffIdOf } from "../../support/alerting.ts";
import { deskIdOf, zaloIdOf } from "../../support/demo-ids.ts";
import { dangerFacts } from "../../support/reporter.ts";

let house: Alerting;
beforeAll(async () => {
  house = await openAlerting();
});
afterEach(async () => {
  house.sim.reset();
  await house.database.query("delete from graphile_worker._private_jobs");
  await house.database.query("delete from operator_alarms");
});
afterAll(() => house.close());

/** Everything that this desk's people have says no. */
function allRefuse(desk: string): void {
  house.sim.fail({ next: 1, kind: "refuse", code: -217, userId: zaloIdOf(desk) });
  house.mail.failNext(1, "refuse");
}

async function rungOf(reportId: ReportId): Promise<number> {
  const { rows } = await house.database.query("select last_rung from reports where id = $1", [
    reportId,
  ]);
  return rows[0].last_rung;
}

const called = async () => {
  const jobs = await house.waiting("call-desk");
  return jobs.map(({ payload }) => payload.deskId);
};

test("when every channel of everyone at a desk says no, the next rung hears at once", async () => {
  const reportId = await house.report(dangerFacts);
  allRefuse("police-nam-ban");

  await house.call(reportId, "police-nam-ban");
  await house.crank("climb-past");

  expect(await house.turns(reportId)).toEqual(["oa-message refused -217", "email refused 550"]);
  expect(await rungOf(reportId)).toBe(1);
  expect(await called()).toEqual([deskIdOf("department")]);
  const { rows } = await house.database.query(
    "select desk_id from audit_entries where kind = 'desk-unreached' and report_id = $1",
    [reportId],
  );
  expect(rows).toEqual([{ desk_id: deskIdOf("police-nam-ban") }]);
});

test("two desks of one rung that cannot be reached climb one rung, not two", async () => {
  const reportId = await house.report(dangerFacts);
  allRefuse("police-nam-ban");
  await house.call(reportId, "police-nam-ban");
  allRefuse("cill-cus");
  await house.call(reportId, "cill-cus");

  await house.crank("climb-past");

  expect(await rungOf(reportId)).toBe(1);
});

test("nobody on duty is nobody reached", async () => {
  const reportId = await house.report(dangerFacts);
  const duty = await house.database.query("delete from desk_duty where desk_id = $1 returning *", [
    deskIdOf("police-nam-ban"),
  ]);

  await house.call(reportId, "police-nam-ban");
  await house.crank("climb-past");
  await house.database.query("insert into desk_duty values ($1, $2)", Object.values(duty.rows[0]));

  expect(await rungOf(reportId)).toBe(1);
});

test("silence is not yet certain: the first turn again, then the next rung", async () => {
  const reportId = await house.report(dangerFacts);
  house.sim.fail({ next: 2, kind: "http500", userId: zaloIdOf("police-nam-ban") });
  house.mail.failNext(2, "tempfail");
  await house.call(reportId, "police-nam-ban");
  const early = await house.waiting("climb-past");

  await house.crank("deliver-alert");

  expect(early).toEqual([]);
  expect(await house.waiting("climb-past")).toHaveLength(1);
  const alarms = await house.waiting("tell-operator");
  expect(alarms.map(({ payload }) => payload.subject)).toEqual(["people"]);
});

test("one who was reached is enough", async () => {
  const reportId = await house.report(dangerFacts);
  house.sim.fail({ next: 1, kind: "refuse", code: -217, userId: zaloIdOf("police-nam-ban") });

  await house.call(reportId, "police-nam-ban");

  expect(await house.waiting("climb-past")).toEqual([]);
});

test("where days are the measure, the clock decides", async () => {
  const reportId = await house.report();
  allRefuse("cill-cus");

  await house.call(reportId, "cill-cus");

  expect(await house.waiting("climb-past")).toEqual([]);
});

test("after the last rung there is nowhere to climb: the repetitions go on at their time", async () => {
  const reportId = await house.report(dangerFacts);
  await house.database.query("update reports set last_rung = 1 where id = $1", [reportId]);
  allRefuse("department");

  await house.call(reportId, "department", 1);
  await house.crank("climb-past");

  expect(await rungOf(reportId)).toBe(1);
  expect(await called()).toEqual([]);
});

test("a report in somebody's hands climbs nowhere", async () => {
  const reportId = await house.report(dangerFacts);
  allRefuse("police-nam-ban");
  await house.call(reportId, "police-nam-ban");
  await house.database.query(
    "update reports set status = 'taken', taken_by = $2, taken_at = now() where id = $1",
    [reportId, staffIdOf("cill-cus")],
  );

  await house.crank("climb-past");

  expect(await rungOf(reportId)).toBe(0);
});
