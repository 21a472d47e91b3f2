import type { PlaceSheet } from "@truong-an/shared/directory";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { resealEnvelopes } from "@truong-an/shared/sealing/report";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, type Colleague, close, joinDesk, take } from "../../support/colleague.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { jpegWith } from "../../support/jpeg.ts";
import {
  call,
  dangerFacts,
  fetchSheet,
  pilotSchool,
  reply,
  returnWith,
  type Sealed,
  submit,
} from "../../support/reporter.ts";
import { countIn, storedNow } from "../../support/stored.ts";

let doorstep: Doorstep;
let sheet: PlaceSheet;
let school: Colleague;
let police: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep();
  sheet = await fetchSheet(doorstep.url, pilotSchool);
  school = await joinDesk(doorstep, "cill-cus");
  police = await joinDesk(doorstep, "police-nam-ban");
});
afterAll(() => doorstep.close());

const storedFor = ({ report }: Sealed) => storedNow(doorstep.database, report.submissionId);

describe("a message from the writer", () => {
  test("sent twice under one id is one message, with one photo", async () => {
    const sealed = await submit(doorstep.url);
    const messageId = newSubmissionId();
    const said = { text: "Con nhớ thêm một chuyện.", photos: [jpegWith("ảnh")], messageId };

    const first = await reply(doorstep.url, sealed.receipt, said);
    const second = await reply(doorstep.url, sealed.receipt, { ...said, text: "Chuyện khác." });
    const { messages, thread } = await returnWith(doorstep.url, sealed.receipt);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(messages).toMatchObject([{ author: "reporter", text: said.text }]);
    expect(thread.messages[0].photos).toMatchObject([{ here: true }]);
    expect(
      (await storedFor(sealed)).audit.filter((kind) => kind === "message-received"),
    ).toHaveLength(1);
  });

  test("is refused under an id that belongs to another report", async () => {
    const one = await submit(doorstep.url);
    const other = await submit(doorstep.url);
    const messageId = newSubmissionId();
    await reply(doorstep.url, one.receipt, { text: "một", messageId });

    const answered = await reply(doorstep.url, other.receipt, { text: "hai", messageId });

    expect(answered).toMatchObject({ status: 400, body: { code: "malformed" } });
    expect((await returnWith(doorstep.url, other.receipt)).messages).toEqual([]);
  });

  test("under a finding half that nobody gave out says only that there is no such receipt", async () => {
    const finder = Buffer.alloc(32, 7).toString("base64");

    const opened = await call(doorstep.url, "POST", "/api/reporter/threads/open", { finder });

    expect(opened).toMatchObject({ status: 404, body: { code: "no-such-receipt" } });
    expect(JSON.stringify(opened.body)).not.toContain(finder);
  });

  test("to a desk that has taken the report calls that desk, and no other", async () => {
    const sealed = await submit(doorstep.url, { facts: dangerFacts });
    const { id } = await storedFor(sealed);
    await take(police, id);
    await doorstep.database.query("delete from graphile_worker._private_jobs");

    await reply(doorstep.url, sealed.receipt, { text: "Dạ con đây." });

    expect(await storedFor(sealed)).toMatchObject({
      status: "taken",
      calls: ["police"],
      deadlines: 0,
    });
    expect((await police.queue()).find((row) => row.id === id)).toMatchObject({ unread: true });
  });
});

describe("danger now, said in a message", () => {
  const danger = { text: "Bạn đang bị đánh ạ.", dangerNow: true };

  test("needs envelopes for the desks that an emergency adds, and says which", async () => {
    const sealed = await submit(doorstep.url);

    const answered = await reply(doorstep.url, sealed.receipt, danger);

    expect(answered).toMatchObject({
      status: 409,
      body: { code: "desks-changed", desks: [deskIdOf("police-nam-ban")] },
    });
    expect(await storedFor(sealed)).toMatchObject({ level: "normal", sealedTo: quietDesks });
    expect((await returnWith(doorstep.url, sealed.receipt)).messages).toEqual([]);
  });

  test("raises the report at once: another level, more desks told, a new deadline", async () => {
    const sealed = await submit(doorstep.url);
    const { id } = await storedFor(sealed);
    await take(school, id);

    const answered = await reply(doorstep.url, sealed.receipt, {
      ...danger,
      envelopes: [await envelopeFor(sealed, "police")],
    });

    expect(answered).toMatchObject({ status: 200, body: { level: "emergency" } });
    expect(await storedFor(sealed)).toMatchObject({
      level: "emergency",
      status: "waiting",
      facts: { danger: "me" },
      told: ["commune", "police", "school"],
      calls: ["commune", "police", "school", "school"],
      deadlines: 1,
    });
    expect((await storedFor(sealed)).audit).toContain("report-raised");
    expect((await police.open(id)).messages).toEqual([danger.text]);
  });

  test("wakes an emergency that somebody had taken: it waits again, and its desks are called", async () => {
    const sealed = await submit(doorstep.url, { facts: dangerFacts });
    const { id } = await storedFor(sealed);
    await take(police, id);
    await doorstep.database.query("delete from graphile_worker._private_jobs");

    const answered = await reply(doorstep.url, sealed.receipt, danger);

    expect(answered.status).toBe(200);
    expect(await storedFor(sealed)).toMatchObject({
      level: "emergency",
      status: "waiting",
      calls: ["commune", "police", "school"],
      deadlines: 1,
    });
  });

  test("an envelope for a desk that may not read is not kept", async () => {
    const facts = { ...dangerFacts, danger: "no" as const, accused: "police" as const };
    const sealed = await submit(doorstep.url, { facts });

    await reply(doorstep.url, sealed.receipt, {
      ...danger,
      envelopes: [await envelopeFor(sealed, "police")],
    });

    expect((await storedFor(sealed)).sealedTo).toEqual(quietDesks);
  });
});

describe("a message after the report was closed", () => {
  test("brings it back to waiting, on a new deadline, and calls those who knew", async () => {
    const sealed = await submit(doorstep.url);
    const { id } = await storedFor(sealed);
    await take(school, id);
    await close(school, id, "counselling");
    await doorstep.database.query("delete from graphile_worker._private_jobs");

    const answered = await reply(doorstep.url, sealed.receipt, { text: "Chuyện lại xảy ra ạ." });

    expect(answered.status).toBe(200);
    expect(await storedFor(sealed)).toMatchObject({
      status: "waiting",
      level: "normal",
      owner: "school",
      calls: ["school"],
      deadlines: 1,
    });
    expect((await storedFor(sealed)).audit).toContain("report-reopened");
    expect((await returnWith(doorstep.url, sealed.receipt)).thread.status).toBe("waiting");
  });

  test("a desk cannot answer before it is taken up again by a message", async () => {
    const sealed = await submit(doorstep.url);
    const { id } = await storedFor(sealed);
    await take(school, id);
    await close(school, id, "counselling");
    const before = await countIn(doorstep.database, "messages");

    const answered = await answer(school, id, "Em ổn chứ?");

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await countIn(doorstep.database, "messages")).toBe(before);
  });
});

describe("what the writer sees of the thread", () => {
  test("which bodies have been told and how many people have read it: no names", async () => {
    const sealed = await submit(doorstep.url, { facts: dangerFacts });
    const { id } = await storedFor(sealed);
    await school.open(id);
    await school.open(id);
    await police.open(id);

    const { thread } = await returnWith(doorstep.url, sealed.receipt);

    expect(thread.readers).toBe(2);
    expect([...thread.toldDesks].sort()).toEqual([
      "Công an xã Nam Ban Lâm Hà",
      "Phòng Văn hóa - Xã hội xã Nam Ban Lâm Hà",
      "Tổ tiếp nhận Trường TH&THCS Cill Cus",
    ]);
    expect(JSON.stringify(thread)).not.toContain(school.me.name);
    expect(JSON.stringify(thread)).not.toContain(id);
  });
});

const quietDesks = ["commune", "department", "school"];

/** As the phone seals it once it has been told which desk is missing. */
async function envelopeFor({ report, reportIdentity }: Sealed, kind: string) {
  const desk = sheet.desks.find((one) => one.kind === kind);
  if (desk === undefined) throw new Error("the sheet lacks this desk");
  const { id: deskId, keyNumber, recipient } = desk;
  const { submissionId } = report;
  const [envelope] = await resealEnvelopes(reportIdentity, submissionId, report.recipient, [
    { deskId, keyNumber, recipient },
  ]);
  return { deskId, keyNumber, sealed: Buffer.from(envelope?.sealed ?? []).toString("base64") };
}
