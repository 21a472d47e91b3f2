import { escalate } from "@truong-an/bot-server/routing/escalate";
import { ReportId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Colleague, joinDesk } from "../../support/colleague.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { returnWith, submit } from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

const sevenDays = 7 * 24 * 60;

let doorstep: Doorstep;
let school: Colleague;
let commune: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep();
  school = await joinDesk(doorstep, "cill-cus");
  commune = await joinDesk(doorstep, "commune-nam-ban");
});
afterAll(() => doorstep.close());

test("a desk gets its envelope once the route has told it, and not before", async () => {
  const { report, receipt } = await submit(doorstep.url);
  const { id, sealedTo, told } = await storedNow(doorstep.database, report.submissionId);

  const before = await commune.call("GET", `/api/staff/reports/${id}`);
  const queueBefore = await commune.queue();
  const { detail } = await school.open(id);
  doorstep.clock.pass(sevenDays);
  await escalate(doorstep.world, { reportId: ReportId.parse(id) });

  expect(sealedTo).toContain("commune"); // it lies ready
  expect(told).toEqual(["school"]);
  expect(before).toMatchObject({ status: 404, body: { code: "not-found" } });
  expect(queueBefore).toEqual([]);
  expect(detail.toldDesks.map(({ kind }) => kind)).toEqual(["school"]);
  await doorstep.database.query("update staff_sessions set last_seen_at = $1, expires_at = $2", [
    new Date(doorstep.clock.now()),
    new Date(doorstep.clock.now() + 60_000),
  ]);
  expect((await commune.open(id)).story).toBe("Bạn em bị trêu mỗi giờ ra chơi.");
  expect((await returnWith(doorstep.url, receipt)).thread.toldDesks).toHaveLength(2);
});

test("no desk is ever handed the envelope of another", async () => {
  const { report } = await submit(doorstep.url);
  const { id } = await storedNow(doorstep.database, report.submissionId);
  const { rows } = await doorstep.database.query<{ kind: string; sealed: Buffer }>(
    "select kind, sealed from envelopes join desks on desks.id = desk_id where report_id = $1",
    [id],
  );
  const others = rows.filter(({ kind }) => kind !== "school");

  const answer = await school.call("GET", `/api/staff/reports/${id}`);
  const handedOut = JSON.stringify(answer.body);

  expect(others).toHaveLength(2);
  expect(others.filter(({ sealed }) => handedOut.includes(sealed.toString("base64")))).toEqual([]);
});
