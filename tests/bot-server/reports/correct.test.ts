import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Colleague, close, joinDesk, take } from "../../support/colleague.ts";
import { correct, readAgain } from "../../support/correcting.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { dangerFacts, quietFacts, reply, submit, type Told } from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

const token = "a-token-for-the-metrics-of-one-test";

let doorstep: Doorstep;
let school: Colleague;
let police: Colleague;
let commune: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep({ METRICS_TOKEN: token });
  school = await joinDesk(doorstep, "cill-cus");
  police = await joinDesk(doorstep, "police-nam-ban");
  commune = await joinDesk(doorstep, "commune-nam-ban");
});
afterAll(() => doorstep.close());

async function arrived(told: Told = {}) {
  const { report, receipt } = await submit(doorstep.url, told);
  const { id } = await storedNow(doorstep.database, report.submissionId);
  const now = () => storedNow(doorstep.database, report.submissionId);
  const nextHearsIn = async () => {
    const { rows } = await doorstep.database.query<{ minutes: number }>(
      "select round(extract(epoch from next_rung_at - $2) / 60)::int as minutes from reports where id = $1",
      [id, new Date(doorstep.clock.now())],
    );
    return rows[0]?.minutes ?? null;
  };
  return { id, receipt, now, nextHearsIn };
}

const forgetJobs = () => doorstep.database.query("delete from graphile_worker._private_jobs");

describe("raising a level", () => {
  test("needs envelopes for the desks that the level adds, and says which, with the signed sheet", async () => {
    const { id, now } = await arrived();

    const answered = await sendCorrection(school, id, {
      from: "normal",
      level: "emergency",
      reason: "other_knowledge",
    });

    expect(answered).toMatchObject({
      status: 409,
      body: {
        code: "desks-changed",
        desks: [deskIdOf("police-nam-ban")],
        sheet: { signature: expect.any(String) },
      },
    });
    expect(await now()).toMatchObject({ level: "normal", sealedTo: quietDesks });
    expect((await now()).audit).not.toContain("level-corrected");
  });

  test("tells the bodies of the new level at once and counts the silence anew", async () => {
    const { id, now, nextHearsIn } = await arrived();
    await forgetJobs();

    const { status } = await correct(school, id, {
      level: "emergency",
      reason: "danger_is_nearer",
    });

    expect(status).toBe(204);
    expect(await now()).toMatchObject({
      level: "emergency",
      status: "waiting",
      owner: "school",
      told: ["commune", "police", "school"],
      calls: ["commune", "police", "school"],
      deadlines: 1,
    });
    expect(await nextHearsIn()).toBeLessThanOrEqual(5);
    expect((await police.open(id)).story).not.toBe("");
  });

  test("by whoever holds the report leaves it in those hands, if they choose so, and tells the others", async () => {
    const { id, now, nextHearsIn } = await arrived();
    await take(school, id);
    await forgetJobs();

    await correct(school, id, { level: "emergency", reason: "told_more", keeps: true });

    expect(await now()).toMatchObject({
      level: "emergency",
      status: "taken",
      owner: "school",
      told: ["commune", "police", "school"],
      calls: ["commune", "police"],
      deadlines: 0,
    });
    expect(await nextHearsIn()).toBeNull();
    expect((await school.queue()).find((row) => row.id === id)?.takenBy).toBe(school.me.name);
  });

  test.each([
    ["its holder, who gives it back", () => school, false],
    ["somebody else, who cannot keep what another holds", () => commune, true],
  ] as const)("by %s puts it back to waiting", async (_who, colleague, keeps) => {
    const { id, now } = await arrived({ facts: { ...quietFacts, when: "keeps" } });
    await doorstep.database.query(
      "update envelopes set told_at = now() where report_id = $1 and desk_id = $2",
      [id, deskIdOf("commune-nam-ban")],
    );
    await take(school, id);

    const { status } = await correct(colleague(), id, {
      level: "high",
      reason: "more_at_risk",
      keeps,
    });

    expect(status).toBe(204);
    expect(await now()).toMatchObject({ level: "high", status: "waiting", deadlines: 1 });
  });

  test("never tells the accused", async () => {
    const { id, now } = await arrived({ facts: { ...quietFacts, accused: "police" } });

    const { status } = await correct(school, id, { level: "emergency", reason: "more_at_risk" });

    expect(status).toBe(204);
    expect((await now()).sealedTo).not.toContain("police");
    expect((await now()).told).toHaveLength(2);
  });
});

describe("whoever has seen another level", () => {
  test("changes nothing: what two correct at the same time is done by the first", async () => {
    const { id, now } = await arrived();
    await take(school, id);
    const seen = { from: "normal" } as const;
    await correct(school, id, {
      ...seen,
      level: "emergency",
      reason: "danger_is_nearer",
      keeps: true,
    });

    // To raise from normal to high is, from emergency, to lower.
    const late = await correct(school, id, { ...seen, level: "high", reason: "told_more" });
    const same = await correct(school, id, { ...seen, level: "emergency", reason: "told_more" });

    expect(late).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(same.status).toBe(204);
    expect(await now()).toMatchObject({ level: "emergency" });
    expect((await now()).audit.filter((kind) => kind === "level-corrected")).toHaveLength(1);
  });

  test("changes nothing of what a browser has raised while they were choosing", async () => {
    const { id, now } = await arrived();
    await take(school, id);
    await readAgain(school, id, ["goodbye"]);

    const late = await correct(school, id, {
      from: "normal",
      level: "low",
      reason: "checked_with_people",
    });

    expect(late).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ level: "emergency" });
  });
});

describe("lowering a level", () => {
  test("changes the clock and nothing else for whoever knew: no one is told or called", async () => {
    const { id, now, nextHearsIn } = await arrived();
    const before = await nextHearsIn();
    await forgetJobs();

    const { status } = await correct(school, id, { level: "low", reason: "not_meant" });

    expect(status).toBe(204);
    expect(await now()).toMatchObject({
      level: "low",
      status: "waiting",
      owner: "school",
      told: ["school"],
      calls: [],
      deadlines: 1,
    });
    expect(await nextHearsIn()).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
    expect((await school.queue()).map((row) => row.id)).toContain(id);
  });

  test.each([
    ["an emergency", "emergency"],
    ["a high report", "high"],
  ] as const)("of %s is for whoever has taken it and answers for it", async (_what, level) => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await doorstep.database.query("update reports set level = $2 where id = $1", [id, level]);
    const lower = () => correct(police, id, { level: "normal", reason: "danger_is_over" });

    const untaken = await lower();
    await take(school, id);
    const takenByAnother = await lower();

    expect(untaken).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(takenByAnother).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ level });
    const byTaker = await correct(school, id, { level: "normal", reason: "danger_is_over" });
    expect(byTaker.status).toBe(204);
  });

  test("leaves a taken report in its hands", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await take(school, id);

    const { status } = await correct(school, id, { level: "low", reason: "checked_with_people" });

    expect(status).toBe(204);
    expect(await now()).toMatchObject({
      level: "low",
      status: "taken",
      owner: "school",
      deadlines: 0,
    });
  });

  test("is for the desk that owns it, not for another that was told", async () => {
    const { id, now } = await arrived();
    await doorstep.database.query(
      "update envelopes set told_at = now() where report_id = $1 and desk_id = $2",
      [id, deskIdOf("commune-nam-ban")],
    );
    await school.open(id);

    const answered = await correct(commune, id, { level: "low", reason: "not_meant" });

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ level: "normal" });
  });

  test("is refused for what the desk has not opened", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await take(police, id);

    const answered = await sendCorrection(police, id, asLow);

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ level: "emergency" });
  });

  test("is refused while a message is unread, also when a colleague has read it meanwhile", async () => {
    const { id, receipt, now } = await arrived({ facts: dangerFacts });
    const lower = () => sendCorrection(police, id, asLow); // the page from before the message
    await take(police, id);
    await police.open(id);
    await reply(doorstep.url, receipt, { text: "Em quên kể một chuyện." });

    const unread = await lower();
    await police.open(id);
    const readByAnother = await lower();
    const read = await correct(police, id, { level: "low", reason: "not_meant" });

    expect(unread).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(readByAnother).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(read.status).toBe(204);
    expect(await now()).toMatchObject({ level: "low" });
  });
});

describe("after a level was lowered", () => {
  async function lowered() {
    const report = await arrived({ facts: dangerFacts });
    await take(police, report.id);
    await correct(police, report.id, { level: "normal", reason: "not_meant" });
    return report;
  }

  test("an ordinary message leaves it where staff have put it", async () => {
    const { id, receipt, now } = await lowered();

    await reply(doorstep.url, receipt, { text: "Dạ con cảm ơn cô.", signals: ["says_over"] });

    expect(await now()).toMatchObject({ level: "normal" });
    const { correctedFor, correctedBy } = (await school.open(id)).detail;
    expect({ correctedFor, correctedBy }).toEqual({
      correctedFor: "not_meant",
      correctedBy: police.me.desks[0]?.name,
    });
  });

  test("a new goodbye raises it again, at once", async () => {
    const { id, receipt, now } = await lowered();

    const answered = await reply(doorstep.url, receipt, {
      text: "Cho con gửi lời chào cả lớp.",
      signals: ["goodbye"],
    });

    expect(answered).toMatchObject({ status: 200, body: { level: "emergency" } });
    expect(await now()).toMatchObject({ level: "emergency", status: "waiting", deadlines: 1 });
    expect((await now()).reasons).toContain("words-goodbye");
    expect((await now()).reasons).not.toContain("danger-now"); // staff have said that it was not so
    const { correctedFor, correctedBy } = (await police.open(id)).detail;
    expect([correctedFor, correctedBy]).toEqual([null, null]);
  });

  test("danger now, said in a message, raises it again", async () => {
    const { receipt, now } = await lowered();

    await reply(doorstep.url, receipt, { text: "Nó lại đánh con.", dangerNow: true });

    expect(await now()).toMatchObject({ level: "emergency", status: "waiting" });
  });

  test("and then closed, a message that opens it again leaves it its reasons", async () => {
    const { id, receipt, now } = await lowered();
    await correct(police, id, { level: "not_a_report", reason: "wrong_matter" });
    await close(police, id, "prank");

    await reply(doorstep.url, receipt, { text: "Dạ con cảm ơn cô." });

    expect(await now()).toMatchObject({ level: "not_a_report", status: "waiting" });
    expect((await now()).reasons).toContain("danger-now");
  });
});

describe("after a level was raised", () => {
  test("what was told before may still raise it further: nothing has been set aside", async () => {
    const { id, now } = await arrived();
    await correct(school, id, { level: "high", reason: "more_at_risk" });

    await readAgain(school, id, ["goodbye"]);

    expect(await now()).toMatchObject({ level: "emergency" });
  });

  test("danger now, said in a message, stands there as the reason instead of the correction", async () => {
    const { id, receipt, now } = await arrived();
    await correct(school, id, { level: "emergency", reason: "other_knowledge" });

    await reply(doorstep.url, receipt, { text: "Nó đang ở đây.", dangerNow: true });

    expect((await now()).reasons[0]).toBe("danger-now");
    expect((await school.open(id)).detail.correctedFor).toBeNull();
  });
});

describe("a correction", () => {
  test("is remembered with who, from, to and why, and shown in the history", async () => {
    const { id } = await arrived({ facts: dangerFacts });
    await take(police, id);

    await correct(police, id, { level: "high", reason: "danger_is_over" });

    const { rows } = await doorstep.database.query(
      `select staff_id, desk_id, details from audit_entries
       where report_id = $1 and kind = 'level-corrected'`,
      [id],
    );
    const correction = { from: "emergency", to: "high", reason: "danger_is_over" };
    expect(rows).toEqual([
      { staff_id: police.me.id, desk_id: deskIdOf("police-nam-ban"), details: correction },
    ]);
    const { timeline } = (await school.open(id)).detail;
    expect(timeline.find(({ kind }) => kind === "level-corrected")).toMatchObject({
      who: police.me.name,
      correction,
    });
  });

  test("whose reason is no longer on the list leaves the report readable", async () => {
    const { id } = await arrived();
    await doorstep.database.query(
      `insert into audit_entries (at, kind, report_id, staff_id, desk_id, details)
       values (now(), 'level-corrected', $1, $2, $3,
         '{"from": "normal", "to": "low", "reason": "of_old"}')`,
      [id, school.me.id, deskIdOf("cill-cus")],
    );

    const { timeline } = (await school.open(id)).detail;

    const entry = timeline.find(({ kind }) => kind === "level-corrected");
    expect(entry).toMatchObject({ who: school.me.name, correction: null });
  });

  test("is counted by its two levels alone", async () => {
    const { id } = await arrived({ facts: dangerFacts });
    const countNow = async () => {
      const page = await doorstep.app.inject({
        url: "/metrics",
        headers: { authorization: `Bearer ${token}` },
      });
      const line = /^triage_corrections_total\{from="emergency",to="not_a_report"\} (\d+)$/m;
      return Number(line.exec(page.body)?.[1] ?? 0);
    };
    const before = await countNow();
    await take(police, id);

    await correct(police, id, { level: "not_a_report", reason: "not_meant" });
    await correct(police, id, { level: "not_a_report", reason: "not_meant" }); // it has this level

    expect(await countNow()).toBe(before + 1);
  });

  test("takes a reason from the list that fits its direction, and no other word", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await take(police, id);
    await police.open(id);
    const give = (change: object) => sendCorrection(police, id, { ...asLow, ...change });

    const unfitting = await give({ reason: "danger_is_nearer" });
    const words = await give({ reason: "em bé nói đùa" });
    const more = await give({ comment: "em bé nói đùa" });

    expect([unfitting.status, words.status, more.status]).toEqual([400, 400, 400]);
    expect(await now()).toMatchObject({ level: "emergency" });
  });

  test("of a closed report is refused: the writer's next message opens it again", async () => {
    const { id } = await arrived();
    await take(school, id);
    await close(school, id, "counselling");

    const answered = await correct(school, id, { level: "low", reason: "not_meant" });

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
  });

  test("by a stranger meets a report that does not exist", async () => {
    const { id } = await arrived();

    const here = await sendCorrection(police, id, asLow);
    const nowhere = await sendCorrection(police, newSubmissionId(), asLow);

    expect(here).toMatchObject({ status: 404, body: { code: "not-found" } });
    expect(here).toEqual(nowhere);
  });
});

const asLow = { from: "emergency", level: "low", reason: "not_meant" };

/** Sends a correction with no page opened and nothing sealed for it. */
const sendCorrection = (colleague: Colleague, id: string, body: object) =>
  colleague.call("POST", `/api/staff/reports/${id}/level`, {
    readThrough: 0,
    keeps: false,
    envelopes: [],
    ...body,
  });

const quietDesks = ["commune", "department", "school"];
