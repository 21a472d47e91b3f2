import { acknowledgeAlert } from "@truong-an/bot-server/alerts/acknowledge";
import { isCalled } from "@truong-an/bot-server/chat/contacts";
import { escalate } from "@truong-an/bot-server/routing/escalate";
import type { ReportId } from "@truong-an/shared/ids";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Alerting, openAlerting, staffIdOf } from "../../support/alerting.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { dangerFacts } from "../../support/reporter.ts";

let house: Alerting;
beforeAll(async () => {
  house = await openAlerting();
});
afterEach(async () => {
  house.sim.reset();
  await house.database.query("delete from graphile_worker._private_jobs");
  await house.database.query("delete from alert_calls");
});
afterAll(() => house.close());

const school = zaloIdOf("cill-cus");
const police = zaloIdOf("police-nam-ban");

async function codeOf(reportId: ReportId): Promise<string> {
  const { rows } = await house.database.query(
    "select code from alert_calls where report_id = $1 and staff_id = $2 order by round desc",
    [reportId, staffIdOf("cill-cus")],
  );
  return rows[0].code;
}

const alertsTo = (userId: string) => house.sim.items(userId).length;

async function auditOf(reportId: ReportId): Promise<readonly string[]> {
  const { rows } = await house.database.query(
    "select kind from audit_entries where report_id = $1 order by id",
    [reportId],
  );
  return rows.map(({ kind }) => kind);
}

test("'received' is remembered in the report's history, once", async () => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  const alert = await codeOf(reportId);

  await acknowledgeAlert(house.world, { userId: school, alert });
  await acknowledgeAlert(house.world, { userId: school, alert });

  const kinds = await auditOf(reportId);
  expect(kinds.filter((kind) => kind === "alert-acknowledged")).toHaveLength(1);
});

test("it stops a repetition, and not the clock: the next rung hears at its time", async () => {
  const reportId = await house.report(dangerFacts);
  await house.call(reportId, "cill-cus");
  const before = alertsTo(school);
  await acknowledgeAlert(house.world, { userId: school, alert: await codeOf(reportId) });

  await house.call(reportId, "cill-cus", 1);
  house.clock.pass(5);
  await escalate(house.world, { reportId });

  expect(alertsTo(school)).toBe(before);
  const called = await house.waiting("call-desk");
  expect(called.length).toBeGreaterThan(0);
  expect(await auditOf(reportId)).toContain("report-escalated");
});

test("a silent channel is not tried again after it", async () => {
  house.sim.fail({ next: 1, kind: "http500", userId: school });
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  const [retry] = await house.waiting("deliver-alert");
  await acknowledgeAlert(house.world, { userId: school, alert: null });

  await house.crank("deliver-alert");

  expect(retry?.payload).toMatchObject({ channels: ["oa-message"], turn: 1 });
  expect(await house.waiting("deliver-alert")).toEqual([]);
  expect(alertsTo(school)).toBe(0);
});

test("after a while mere repetition calls again", async () => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  await acknowledgeAlert(house.world, { userId: school, alert: null });
  const before = alertsTo(school);

  house.clock.pass(16);
  await house.call(reportId, "cill-cus", 1);

  expect(alertsTo(school)).toBe(before + 1);
});

test.each([
  ["a new message", "update reports set news = news + 1 where id = $1"],
  ["a higher level", "update reports set level = 'high' where id = $1"],
  [
    "another desk in charge",
    "update reports set owner_desk_id = (select id from desks where kind = 'department') where id = $1",
  ],
])("%s calls again at once", async (_news, change) => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  await acknowledgeAlert(house.world, { userId: school, alert: null });
  const before = alertsTo(school);

  await house.database.query(change, [reportId]);
  await house.call(reportId, "cill-cus", 1);

  expect(alertsTo(school)).toBe(before + 1);
});

test("a lower level does not", async () => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  await acknowledgeAlert(house.world, { userId: school, alert: null });
  const before = alertsTo(school);

  await house.database.query("update reports set level = 'low' where id = $1", [reportId]);
  await house.call(reportId, "cill-cus", 1);

  expect(alertsTo(school)).toBe(before);
});

test.each([
  ["a colleague's account", police],
  ["a stranger's", "999000111222333444"],
])("from %s nothing happens", async (_whose, userId) => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  const before = alertsTo(school);

  await acknowledgeAlert(house.world, { userId, alert: await codeOf(reportId) });
  await acknowledgeAlert(house.world, { userId, alert: null });
  await house.call(reportId, "cill-cus", 1);

  expect(await auditOf(reportId)).not.toContain("alert-acknowledged");
  expect(alertsTo(school)).toBe(before + 1);
});

test("'1' means the newest call that has not been answered", async () => {
  const older = await house.report();
  await house.call(older, "cill-cus");
  house.clock.pass(2);
  const newer = await house.report();
  await house.call(newer, "cill-cus");

  await acknowledgeAlert(house.world, { userId: school, alert: null });
  const afterOne = [await auditOf(older), await auditOf(newer)];
  await acknowledgeAlert(house.world, { userId: school, alert: null });

  const isHeard = (kinds: readonly string[] = []) => kinds.includes("alert-acknowledged");
  expect(afterOne.map(isHeard)).toEqual([false, true]);
  expect(isHeard(await auditOf(older))).toBe(true);
});

const answers = async () => {
  const said = await house.waiting("say");
  return said.map(({ payload, priority }) => [payload.phrase.say, priority]);
};

test("whoever says it is told whether there was something to receive, at once", async () => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  const alert = await codeOf(reportId);

  await acknowledgeAlert(house.world, { userId: school, alert });
  await acknowledgeAlert(house.world, { userId: school, alert });

  expect(await answers()).toEqual([
    ["acknowledged", -10],
    ["nothing-to-acknowledge", -10],
  ]);
});

test("a call that a colleague's taking has overtaken waits for no answer, and leaves '1' to the menu", async () => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  const alert = await codeOf(reportId);
  const before = await isCalled(house.world.db, school);
  await house.database.query(
    `update reports set status = 'taken', taken_round = 1, taken_at = now(), taken_by = $2,
       next_rung_at = null where id = $1`,
    [reportId, staffIdOf("police-nam-ban")],
  );

  await acknowledgeAlert(house.world, { userId: school, alert: null });
  await acknowledgeAlert(house.world, { userId: school, alert });

  expect([before, await isCalled(house.world.db, school)]).toEqual([true, false]);
  expect(await answers()).toEqual([
    ["nothing-to-acknowledge", -10],
    ["nothing-to-acknowledge", -10],
  ]);
});

test("a report that was closed in the meantime needs no answer, and gets none", async () => {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  await house.database.query(
    "update reports set status = 'closed', closed_at = now(), outcome = 'prank' where id = $1",
    [reportId],
  );

  await acknowledgeAlert(house.world, { userId: school, alert: null });

  expect(await auditOf(reportId)).not.toContain("alert-acknowledged");
});
