import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, type Colleague, close, joinDesk, take } from "../../support/colleague.ts";
import { correct, readAgain } from "../../support/correcting.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { dangerFacts, reply, submit, type Told } from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

let doorstep: Doorstep;
let school: Colleague;
let police: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep();
  school = await joinDesk(doorstep, "cill-cus");
  police = await joinDesk(doorstep, "police-nam-ban");
});
afterAll(() => doorstep.close());

async function arrived(told: Told = {}) {
  const { report, receipt } = await submit(doorstep.url, told);
  const { id } = await storedNow(doorstep.database, report.submissionId);
  const now = () => storedNow(doorstep.database, report.submissionId);
  return { id, receipt, now };
}

test("what a browser reads in the story raises the report, and tells the desks it seals for", async () => {
  const { id, now } = await arrived();

  const answered = await readAgain(school, id, ["goodbye", "says_now"]);

  expect(answered).toEqual({ status: 200, body: { raised: true, level: "emergency" } });
  expect(await now()).toMatchObject({
    level: "emergency",
    status: "waiting",
    told: ["commune", "police", "school"],
    deadlines: 1,
  });
  expect((await now()).reasons[0]).toBe("words-goodbye");
  expect((await police.open(id)).detail.signals).toEqual(["goodbye", "says_now"]);
});

test("whose browser raised it is remembered with the text it read, and shown in the history", async () => {
  const { id, receipt, now } = await arrived();
  const messageId = newSubmissionId();
  await reply(doorstep.url, receipt, { text: "Tạm biệt cô.", messageId });

  await readAgain(school, id, ["goodbye"], messageId);

  const { rows } = await doorstep.database.query(
    `select staff_id, desk_id, details from audit_entries
     where report_id = $1 and kind = 'report-raised-by-reading'`,
    [id],
  );
  expect(rows).toEqual([
    {
      staff_id: school.me.id,
      desk_id: deskIdOf("cill-cus"),
      details: { messageId, level: "emergency" },
    },
  ]);
  expect((await now()).audit).not.toContain("report-raised"); // no phone has said so
  const { timeline } = (await police.open(id)).detail;
  expect(timeline.find(({ kind }) => kind === "report-raised-by-reading")).toMatchObject({
    who: school.me.name,
    desk: school.me.desks[0]?.name,
  });
});

test("without the envelopes that the level needs nothing is raised, and the answer names the desks", async () => {
  const { id, now } = await arrived();
  const body = { messageId: null, signals: ["goodbye"], envelopes: [] };

  const answered = await school.call("POST", `/api/staff/reports/${id}/signals`, body);

  expect(answered).toMatchObject({
    status: 409,
    body: { code: "desks-changed", desks: [deskIdOf("police-nam-ban")] },
  });
  expect(await now()).toMatchObject({ level: "normal", status: "waiting" });
});

test("the same again changes nothing: no second raise, no second call", async () => {
  const { id, now } = await arrived();
  await readAgain(school, id, ["goodbye"]);
  const before = await now();

  const answered = await readAgain(school, id, ["goodbye"]);

  const after = await now();
  expect(answered).toEqual({ status: 200, body: { raised: false, level: "emergency" } });
  expect({ ...after, audit: [] }).toEqual({ ...before, audit: [] });
  expect(after.audit.filter((kind) => kind === "report-raised-by-reading")).toHaveLength(1);
});

test("what raises nothing changes nothing, and nothing is ever lowered", async () => {
  const { id, now } = await arrived({ facts: dangerFacts });
  const before = await now();

  await readAgain(police, id, ["says_joke", "says_over", "threat"]);

  expect({ ...(await now()), audit: [] }).toEqual({ ...before, audit: [] });
});

test("a report that somebody holds stays in those hands, and they and the added desks are called", async () => {
  const { id, now } = await arrived();
  await take(school, id);
  await doorstep.database.query("delete from graphile_worker._private_jobs");

  const answered = await readAgain(school, id, ["goodbye"]);

  expect(answered).toMatchObject({ status: 200, body: { raised: true } });
  expect(await now()).toMatchObject({
    level: "emergency",
    status: "taken",
    owner: "school",
    told: ["commune", "police", "school"],
    calls: ["commune", "police", "school"],
    deadlines: 0,
  });
});

test("a text that staff had before them when they set the level raises nothing any more", async () => {
  const { id, receipt, now } = await arrived({ facts: dangerFacts });
  const messageId = newSubmissionId();
  await reply(doorstep.url, receipt, { text: "Tạm biệt cô.", messageId });
  await take(police, id);
  await correct(police, id, { level: "normal", reason: "not_meant" });

  const story = await readAgain(police, id, ["goodbye"]);
  const message = await readAgain(police, id, ["goodbye"], messageId);

  const unchanged = { status: 200, body: { raised: false, level: "normal" } };
  expect([story, message]).toEqual([unchanged, unchanged]);
  expect(await now()).toMatchObject({ level: "normal" });
});

test("a message that came after staff set the level raises it, though its phone sent no signals", async () => {
  const { id, receipt, now } = await arrived({ facts: dangerFacts });
  await take(police, id);
  await correct(police, id, { level: "normal", reason: "not_meant" });
  const messageId = newSubmissionId();
  await reply(doorstep.url, receipt, { text: "Tạm biệt cô.", messageId });

  const answered = await readAgain(police, id, ["goodbye"], messageId);

  expect(answered).toEqual({ status: 200, body: { raised: true, level: "emergency" } });
  expect(await now()).toMatchObject({ level: "emergency" });
});

test("a closed report is not raised, and what was closed over raises nothing once it is open again", async () => {
  const { id, receipt, now } = await arrived();
  await take(school, id);
  await close(school, id, "counselling");

  const whileClosed = await readAgain(school, id, ["goodbye"]);
  await reply(doorstep.url, receipt, { text: "Dạ con cảm ơn cô." });
  const reopened = await readAgain(school, id, ["goodbye"]);

  expect(whileClosed).toMatchObject({ status: 409, body: { code: "not-now" } });
  expect(reopened).toMatchObject({ status: 200, body: { raised: false } });
  expect(await now()).toMatchObject({ level: "normal", status: "waiting" });
});

test("takes codes of the list only, of a message that the reporter of this report wrote", async () => {
  const { id, now } = await arrived();
  const other = await arrived();
  const foreign = newSubmissionId();
  await reply(doorstep.url, other.receipt, { text: "một", messageId: foreign });
  await answer(school, id, "Cô đã đọc.");
  const own = (await school.open(id)).detail.messages[0]?.id ?? null;
  const give = (change: object) =>
    school.call("POST", `/api/staff/reports/${id}/signals`, {
      messageId: null,
      signals: ["goodbye"],
      envelopes: [],
      ...change,
    });

  const tries = await Promise.all([
    give({ signals: ["tạm biệt"] }),
    give({ signals: [] }),
    give({ words: "tạm biệt" }),
    give({ messageId: foreign }),
    give({ messageId: own }),
    give({ messageId: newSubmissionId() }),
  ]);

  expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 400));
  expect(await now()).toMatchObject({ level: "normal" });
});

test("a desk that was not told meets a report that does not exist", async () => {
  const { id, now } = await arrived();
  const body = { messageId: null, signals: ["goodbye"], envelopes: [] };

  const answered = await police.call("POST", `/api/staff/reports/${id}/signals`, body);

  expect(answered).toMatchObject({ status: 404, body: { code: "not-found" } });
  expect(await now()).toMatchObject({ level: "normal" });
});
