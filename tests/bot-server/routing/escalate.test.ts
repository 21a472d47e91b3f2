import { escalate } from "@truong-an/bot-server/routing/escalate";
import { ReportId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Colleague, joinDesk, take } from "../../support/colleague.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { dangerFacts, quietFacts, type Sealed, submit } from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

let doorstep: Doorstep;
let police: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep();
  police = await joinDesk(doorstep, "police-nam-ban");
});
afterAll(() => doorstep.close());

/** The job runs as the queue would run it, `minutes` after everything before. */
async function runAfter(minutes: number, { report }: Sealed) {
  doorstep.clock.pass(minutes);
  const { id } = await storedNow(doorstep.database, report.submissionId);
  await doorstep.database.query("delete from graphile_worker._private_jobs");
  await escalate(doorstep.world, { reportId: ReportId.parse(id) });
  return storedNow(doorstep.database, report.submissionId);
}

test("before the deadline it only waits for it", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });

  const early = await runAfter(3.9, sealed);

  expect(early).toMatchObject({ lastRung: 0, round: 0, calls: [], deadlines: 1 });
  expect(early.audit).not.toContain("report-escalated");
});

test("at the deadline the next desk hears, and is called", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });

  const climbed = await runAfter(5, sealed);

  expect(climbed).toMatchObject({ lastRung: 1, round: 1, calls: ["department"], deadlines: 1 });
  expect(climbed.told).toEqual(["commune", "department", "police", "school"]);
  expect(climbed.audit.slice(-2)).toEqual(["report-escalated", "desk-told"]);
});

test.each([
  ["an emergency", dangerFacts, -20],
  ["an everyday report", quietFacts, 0],
])(
  "the next deadline of %s stands in the queue where it belongs",
  async (_what, facts, priority) => {
    const sealed = await submit(doorstep.url, { facts });

    await runAfter(1, sealed);

    const { rows } = await doorstep.database.query(
      "select priority from graphile_worker.jobs where key like 'escalate:%'",
    );
    expect(rows).toEqual([{ priority }]);
  },
);

test("after the last rung everyone is called again, and again", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });
  const everyone = ["commune", "department", "police", "school"];
  await runAfter(5, sealed);

  const second = await runAfter(15, sealed);
  const third = await runAfter(15, sealed);

  expect(second).toMatchObject({ lastRung: 1, round: 2, calls: everyone, deadlines: 1 });
  expect(third).toMatchObject({ lastRung: 1, round: 3, calls: everyone, deadlines: 1 });
  expect(third.audit.filter((kind) => kind === "desk-told")).toHaveLength(4); // told once each
});

test("run twice at the same moment, it climbs once", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });
  doorstep.clock.pass(5);
  const { id } = await storedNow(doorstep.database, sealed.report.submissionId);
  const reportId = ReportId.parse(id);

  await Promise.all([1, 2, 3].map(() => escalate(doorstep.world, { reportId })));

  const after = await storedNow(doorstep.database, sealed.report.submissionId);
  expect(after).toMatchObject({ lastRung: 1, round: 1, deadlines: 1 });
});

test("a report that was taken in the meantime is left alone", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });
  const { id } = await storedNow(doorstep.database, sealed.report.submissionId);
  await doorstep.database.query("update staff_sessions set last_seen_at = $1", [
    new Date(doorstep.clock.now()),
  ]);
  await take(police, id);

  const after = await runAfter(60, sealed);

  expect(after).toMatchObject({ status: "taken", lastRung: 0, calls: [], deadlines: 0 });
});

test("the old deadlines hold when the rules of a deployment change", async () => {
  const sealed = await submit(doorstep.url, { facts: dangerFacts });
  const slow = { ...doorstep.world.config.CLOCKS, emergency: slowLevel };
  const world = { ...doorstep.world, config: { ...doorstep.world.config, CLOCKS: slow } };
  const { id } = await storedNow(doorstep.database, sealed.report.submissionId);
  doorstep.clock.pass(5);

  await escalate(world, { reportId: ReportId.parse(id) });

  expect(await storedNow(doorstep.database, sealed.report.submissionId)).toMatchObject({
    lastRung: 1,
  });
});

const slowLevel = {
  secondRung: { minutes: 600 },
  thirdRung: { minutes: 900 },
  repeat: { minutes: 600 },
};
