import type { PlaceSheet } from "@truong-an/shared/directory";
import { formVersion } from "@truong-an/shared/form";
import type { Facts } from "@truong-an/shared/report";
import { resealEnvelopes } from "@truong-an/shared/sealing/report";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import {
  dangerFacts,
  fetchSheet,
  pilotSchool,
  quietFacts,
  type Sealed,
  seal,
  send,
  upperSchool,
} from "../../support/reporter.ts";
import { countIn, stored, storedNow } from "../../support/stored.ts";

let doorstep: Doorstep;
let sheet: PlaceSheet;
beforeAll(async () => {
  doorstep = await openDoorstep();
  sheet = await fetchSheet(doorstep.url, pilotSchool);
});
afterAll(() => doorstep.close());

const sent = (report: unknown) => send(doorstep.url, report);
const storedFor = ({ report }: Sealed) => storedNow(doorstep.database, report.submissionId);

describe("the same submission again is the same report", () => {
  test("however often it is sent, also all at once", async () => {
    const sealed = await seal(sheet, { facts: dangerFacts });
    const before = await countIn(doorstep.database, "reports");

    const answers = await Promise.all(Array.from({ length: 6 }, () => sent(sealed.report)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => answers[0]?.body));
    expect(await countIn(doorstep.database, "reports")).toBe(before + 1);
    const { audit, calls, deadlines, sealedTo } = await storedFor(sealed);
    expect(audit).toEqual(["report-received", "desk-told", "desk-told", "desk-told"]);
    expect(calls).toEqual(["commune", "police", "school"]);
    expect(deadlines).toBe(1);
    expect(sealedTo).toEqual(["commune", "department", "police", "school"]);
  });

  test("with another body too: the first one stays", async () => {
    const first = await seal(sheet);
    const other = await seal(sheet, { facts: dangerFacts, story: "Chuyện khác." });
    await sent(first.report);

    const answer = await sent({ ...other.report, submissionId: first.report.submissionId });

    expect(answer).toMatchObject({ status: 200, body: { level: "normal" } });
    expect(await storedFor(first)).toMatchObject({ level: "normal", facts: { danger: "no" } });
  });

  test("also when the directory has changed since: the phone need not seal again", async () => {
    const sealed = await seal(sheet);
    await sent(sealed.report);
    await setKeyNumber("cill-cus", 2);

    const answer = await sent(sealed.report);
    await setKeyNumber("cill-cus", 1);

    expect(answer).toMatchObject({ status: 200, body: { level: "normal" } });
  });

  test("but a second report under the receipt of the first is refused", async () => {
    const first = await seal(sheet);
    const second = await seal(sheet);
    await sent(first.report);

    const answer = await sent({ ...second.report, receipt: first.report.receipt });

    expect(answer).toMatchObject({ status: 400, body: { code: "malformed" } });
    expect(await stored(doorstep.database, second.report.submissionId)).toBeUndefined();
  });
});

describe("envelopes for other desks than the right ones: refused, with the signed sheet and the right desks", () => {
  const everyone = ["cill-cus", "police-nam-ban", "commune-nam-ban", "department"];

  test("an independent desk is left out", async () => {
    const { report } = await seal(sheet, { facts: dangerFacts });
    const envelopes = report.envelopes.filter(
      ({ deskId }) => deskId !== deskIdOf("commune-nam-ban"),
    );

    await expectDesksChanged({ ...report, envelopes }, everyone);
  });

  test("the accused is among them", async () => {
    const facts: Facts = { ...dangerFacts, accused: "police" };
    const sealed = await seal(sheet, { facts });

    const report = await withEnvelopeFor(sealed, "police");

    await expectDesksChanged(report, ["cill-cus", "commune-nam-ban", "department"]);
  });

  test("a desk is among them that this report does not concern", async () => {
    const sealed = await seal(sheet);

    const report = await withEnvelopeFor(sealed, "police");

    await expectDesksChanged(report, ["cill-cus", "commune-nam-ban", "department"]);
  });

  test("one desk stands there twice in the place of another", async () => {
    const { report } = await seal(sheet);
    const [first, , third] = report.envelopes;

    await expectDesksChanged({ ...report, envelopes: [first, first, third] }, [
      "cill-cus",
      "commune-nam-ban",
      "department",
    ]);
  });

  test("a key that the desk no longer has", async () => {
    const { report } = await seal(sheet);
    const envelopes = report.envelopes.map((one) => ({ ...one, keyNumber: one.keyNumber + 1 }));

    await expectDesksChanged({ ...report, envelopes }, [
      "cill-cus",
      "commune-nam-ban",
      "department",
    ]);
  });

  test("an old sheet: sealed again with the new one, it is accepted", async () => {
    const { report } = await seal(sheet);
    await setKeyNumber("department", 2);

    const refused = await sent(report);
    const renewed = report.envelopes.map((one) =>
      one.deskId === deskIdOf("department") ? { ...one, keyNumber: 2 } : one,
    );
    const accepted = await sent({ ...report, envelopes: renewed });
    await setKeyNumber("department", 1);

    expect(refused).toMatchObject({ status: 409, body: { code: "desks-changed" } });
    expect(accepted.status).toBe(200);
  });

  test("sealed for the desks of another school", async () => {
    const { report } = await seal(await fetchSheet(doorstep.url, upperSchool));

    const answer = await sent({ ...report, schoolId: pilotSchool });

    expect(answer).toMatchObject({ status: 409, body: { code: "desks-changed" } });
  });

  async function expectDesksChanged(report: unknown, right: readonly string[]): Promise<void> {
    const before = await countIn(doorstep.database, "reports");
    const signed = await doorstep.database.query(
      "select sheet, signature from place_sheets where school_id = $1",
      [pilotSchool],
    );

    const answer = await sent(report);

    expect(answer).toMatchObject({ status: 409, body: { code: "desks-changed" } });
    expect([...answer.body.desks].sort()).toEqual(right.map(deskIdOf).sort());
    expect(answer.body.sheet).toEqual(signed.rows[0]);
    expect(await countIn(doorstep.database, "reports")).toBe(before);
  }
});

describe("the server decides, from what the form showed", () => {
  test("a hidden answer is cleared before anything is decided, and is not stored", async () => {
    // Nobody is asked who did it, or when, about a broken roof.
    const shown: Facts = { ...quietFacts, categories: ["facility"], accused: null, when: null };
    const sealed = await seal(sheet, { facts: shown });
    const facts = { ...shown, accused: "staff", when: "today" };

    const answer = await sent({ ...sealed.report, facts });

    expect(answer).toMatchObject({ status: 200, body: { level: "low" } });
    expect((await storedFor(sealed)).facts).toEqual(shown);
  });

  test("hints from the words raise the level", async () => {
    const { report } = await seal(sheet, { facts: dangerFacts }); // the desks of an emergency

    const answer = await sent({ ...report, facts: quietFacts, signals: ["wish_to_die"] });

    expect(answer).toMatchObject({ status: 200, body: { level: "emergency" } });
  });

  test("hints never lower it", async () => {
    const { report } = await seal(sheet, { facts: dangerFacts });

    const answer = await sent({ ...report, signals: ["drugs"] }); // alone they say "high"

    expect(answer).toMatchObject({ status: 200, body: { level: "emergency" } });
  });

  test("hints alone are enough, and the desks must match the level that they make", async () => {
    const sealed = await seal(sheet);

    const answer = await sent({ ...sealed.report, signals: ["wish_to_die"] });

    expect(answer).toMatchObject({ status: 409, body: { code: "desks-changed" } });
    expect(answer.body.desks).toContain(deskIdOf("police-nam-ban"));
  });

  test("a form that this server does not know yet is refused", async () => {
    const { report } = await seal(sheet);

    const answer = await sent({ ...report, formVersion: formVersion + 1 });

    expect(answer).toMatchObject({ status: 409, body: { code: "form-changed" } });
  });

  test("a school that nobody knows is refused", async () => {
    const { report } = await seal(sheet);

    const answer = await sent({ ...report, schoolId: report.submissionId });

    expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});

describe("what is kept of the time", () => {
  test("the minute, and the deadline of the level", async () => {
    const sealed = await seal(sheet, { facts: dangerFacts });
    await sent(sealed.report);

    const { rows } = await doorstep.database.query(
      `select extract(second from received_at)::int as seconds, next_rung_at - received_at as left
       from reports where submission_id = $1`,
      [sealed.report.submissionId],
    );

    expect(rows[0].seconds).toBe(0);
    expect(rows[0].left).toMatchObject({ minutes: 5 });
  });
});

async function withEnvelopeFor({ report, reportIdentity }: Sealed, kind: string) {
  const desk = sheet.desks.find((one) => one.kind === kind);
  if (desk === undefined) throw new Error("the sheet lacks this desk");
  const { id: deskId, keyNumber, recipient } = desk;
  const key = { deskId, keyNumber, recipient };
  const { submissionId } = report;
  const [extra] = await resealEnvelopes(reportIdentity, submissionId, report.recipient, [key]);
  const sealed = Buffer.from(extra?.sealed ?? []).toString("base64");
  return { ...report, envelopes: [...report.envelopes, { deskId, keyNumber, sealed }] };
}

async function setKeyNumber(desk: string, keyNumber: number): Promise<void> {
  await doorstep.database.query("update desks set key_number = $2 where id = $1", [
    deskIdOf(desk),
    keyNumber,
  ]);
}
