import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { openNote } from "@truong-an/shared/sealing/report";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  answer,
  type Colleague,
  close,
  handOverTo,
  joinDesk,
  note,
  take,
} from "../../support/colleague.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import {
  dangerFacts,
  quietFacts,
  reply,
  returnWith,
  submit,
  type Told,
} from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

let doorstep: Doorstep;
let school: Colleague;
let police: Colleague;
let commune: Colleague;
let stranger: Colleague; // of the other school
beforeAll(async () => {
  doorstep = await openDoorstep();
  school = await joinDesk(doorstep, "cill-cus");
  police = await joinDesk(doorstep, "police-nam-ban");
  commune = await joinDesk(doorstep, "commune-nam-ban");
  stranger = await joinDesk(doorstep, "doi-thong");
});
afterAll(() => doorstep.close());

/** A report that has just come in, by the two ids it goes by. */
async function arrived(told: Told = {}) {
  const { report, receipt } = await submit(doorstep.url, told);
  const { id } = await storedNow(doorstep.database, report.submissionId);
  const now = () => storedNow(doorstep.database, report.submissionId);
  return { id, receipt, now };
}

describe("taking", () => {
  test("ends the silence and makes the taker's desk the owner", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });

    const { status } = await take(school, id);

    expect(status).toBe(204);
    expect(await now()).toMatchObject({ status: "taken", owner: "school", deadlines: 0 });
    expect((await now()).audit).toContain("report-taken");
  });

  test("what one holds already changes nothing; what another holds is refused", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await take(school, id);

    const again = await take(school, id);
    const other = await take(police, id);

    expect(again.status).toBe(204);
    expect(other).toMatchObject({ status: 409, body: { code: "already-taken" } });
    expect(await now()).toMatchObject({ owner: "school" });
    expect((await now()).audit.filter((kind) => kind === "report-taken")).toHaveLength(1);
  });

  test("by two at the same moment is done by one", async () => {
    const { id } = await arrived({ facts: dangerFacts });

    const answers = await Promise.all([take(school, id), take(police, id), take(commune, id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });
});

describe("closing", () => {
  test("needs somebody who has taken the report", async () => {
    const { id, now } = await arrived();

    const answered = await close(school, id, "counselling");

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ status: "waiting", deadlines: 1 });
  });

  test("is for the desk that owns it, not for another that was told", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await take(police, id);

    const answered = await close(school, id, "counselling");

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ status: "taken" });
  });

  test("is refused while something has come that the desk has not seen", async () => {
    const { id, receipt, now } = await arrived();
    await take(school, id);
    await school.open(id);
    await reply(doorstep.url, receipt, { text: "Em quên kể một chuyện." });

    const path = `/api/staff/reports/${id}/close`;
    const body = { outcome: "counselling", readThrough: 1 };
    const unseen = await school.call("POST", path, body);
    await police.call("GET", `/api/staff/reports/${id}`);
    const readElsewhere = await school.call("POST", path, body);
    const seen = await close(school, id, "counselling");

    expect(unseen).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(readElsewhere.status).toBe(409);
    expect(seen.status).toBe(204);
    expect(await now()).toMatchObject({ status: "closed" });
  });

  test("is refused to whoever has not read to the end, though a colleague or the page's poll has", async () => {
    const { id, receipt, now } = await arrived();
    await take(school, id);
    await reply(doorstep.url, receipt, { text: "Em quên kể một chuyện." });
    await answer(school, id, "Cô đã đọc.");
    await reply(doorstep.url, receipt, { text: "Em sợ lắm." });
    await school.open(id);

    const path = `/api/staff/reports/${id}/close`;
    const beforeTheLast = await school.call("POST", path, { outcome: "prank", readThrough: 2 });
    const unsaid = await school.call("POST", path, { outcome: "prank" });

    expect(beforeTheLast).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(unsaid.status).toBe(400);
    expect(await now()).toMatchObject({ status: "taken" });
    expect((await close(school, id, "prank")).status).toBe(204);
  });

  test("leaves no time finer than the day, but in the audit trail, which keeps the minute", async () => {
    const { id, receipt } = await arrived();
    await take(school, id);
    await note(school, id, "Đã gặp em.");
    await answer(school, id, "Cô đã đọc.");
    await reply(doorstep.url, receipt, { text: "Dạ." });
    await close(school, id, "counselling");

    const times = await timesOf(id);

    expect(times.length).toBeGreaterThan(5);
    expect(times.filter(({ time }) => time !== "00:00:00")).toEqual([]);
    const { rows } = await doorstep.database.query(
      `select kind from audit_entries where report_id = $1 and staff_id is null
       and extract(second from at) <> 0`,
      [id],
    );
    expect(rows).toEqual([]);
  });

  test("keeps the times to the day only, and moves the report out of the open queue", async () => {
    const { id, receipt } = await arrived();
    await take(school, id);

    const answered = await close(school, id, "school_measures");
    const { rows } = await doorstep.database.query(
      `select to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS') as received,
         to_char(closed_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS') as closed, outcome
       from reports where id = $1`,
      [id],
    );
    const closed = await school.call("GET", "/api/staff/reports?closed=true");

    expect(answered.status).toBe(204);
    expect(rows[0]).toEqual({
      received: "00:00:00",
      closed: "00:00:00",
      outcome: "school_measures",
    });
    expect((await school.queue()).map((row) => row.id)).not.toContain(id);
    expect(JSON.stringify(closed.body)).toContain(id);
    expect((await returnWith(doorstep.url, receipt)).thread.status).toBe("closed");
  });

  test("takes an outcome from the list and nothing else", async () => {
    const { id, now } = await arrived();
    await take(school, id);

    const answered = await close(school, id, "đã giải quyết");

    expect(answered).toMatchObject({ status: 400, body: { code: "malformed" } });
    expect(await now()).toMatchObject({ status: "taken" });
  });
});

describe("handing over", () => {
  test("to a desk that holds an envelope needs none, and gives back to waiting", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    await take(police, id);

    const { status } = await handOverTo(police, id, "commune-nam-ban");

    expect(status).toBe(204);
    expect(await now()).toMatchObject({ status: "waiting", owner: "commune", deadlines: 1 });
    expect((await now()).calls).toContain("commune");
    expect((await commune.open(id)).story).not.toBe("");
  });

  test("to a desk without one takes the envelope that the browser sealed", async () => {
    const { id, now } = await arrived();
    await take(school, id);
    const before = await police.call("GET", `/api/staff/reports/${id}`);

    const { status } = await handOverTo(school, id, "police-nam-ban");

    expect(before.status).toBe(404);
    expect(status).toBe(204);
    expect(await now()).toMatchObject({ owner: "police", told: ["police", "school"] });
    expect((await police.open(id)).story).toBe("Bạn em bị trêu mỗi giờ ra chơi.");
  });

  test("without the envelope that is needed, or with another desk's, is refused", async () => {
    const { id, now } = await arrived();
    await take(school, id);
    const toDeskId = deskIdOf("police-nam-ban");
    const own = (await school.open(id)).detail.envelope;
    const give = (envelope: unknown) =>
      school.call("POST", `/api/staff/reports/${id}/hand-over`, { toDeskId, envelope });

    const without = await give(null);
    const foreign = await give(own);
    const oldKey = await give({ ...own, deskId: toDeskId, keyNumber: 9 });

    expect([without.status, foreign.status, oldKey.status]).toEqual([400, 400, 400]);
    expect(await now()).toMatchObject({ owner: "school", status: "taken", sealedTo: quietDesks });
  });

  test("never goes to the accused, whoever asks", async () => {
    const facts = { ...quietFacts, accused: "police" as const };
    const { id, now } = await arrived({ facts });
    await take(school, id);
    const { detail } = await school.open(id);

    const answered = await handOverTo(school, id, "police-nam-ban");

    expect(detail.handOverDesks.map(({ kind }) => kind)).not.toContain("police");
    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(await now()).toMatchObject({ owner: "school", sealedTo: quietDesks });
  });

  test("never goes to a desk that the writer left out", async () => {
    const facts = { ...quietFacts, excluded: "commune" as const };
    const { id, now } = await arrived({ facts });
    await take(school, id);

    const answered = await handOverTo(school, id, "commune-nam-ban");

    expect(answered).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect((await now()).sealedTo).not.toContain("commune");
  });

  test("never goes to a desk of another place, nor to the one that has it", async () => {
    const { id } = await arrived();
    await take(school, id);

    const elsewhere = await handOverTo(school, id, "police-doi-thong");
    const itself = await handOverTo(school, id, "cill-cus");

    expect(elsewhere).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(itself).toMatchObject({ status: 409, body: { code: "not-now" } });
  });
});

describe("a note", () => {
  test("is for every desk that was told, and for nobody else", async () => {
    const { id, receipt } = await arrived({ facts: dangerFacts });

    const { status } = await note(school, id, "Đã gặp gia đình.");
    const { detail } = await police.open(id);
    const sealed = Buffer.from(detail.notes[0]?.sealed ?? "", "base64");
    const { identity, thread } = await returnWith(doorstep.url, receipt);

    expect(status).toBe(204);
    expect(await openNote(police.deskIdentity, sealed)).toBe("Đã gặp gia đình.");
    await expect(openNote(identity, sealed)).rejects.toThrow("cannot open");
    expect(JSON.stringify(thread)).not.toContain(detail.notes[0]?.id);
  });

  test("sent twice under one id is one note", async () => {
    const { id } = await arrived();
    const sealed = Buffer.from("age-encryption.org/v1\nsealed by the browser").toString("base64");
    const body = { noteId: newSubmissionId(), sealed };
    const path = `/api/staff/reports/${id}/notes`;

    await school.call("POST", path, body);
    await school.call("POST", path, body);

    expect((await school.open(id)).detail.notes).toHaveLength(1);
  });
});

describe("a stranger, joined elsewhere", () => {
  test("is told of no report here, whatever is tried", async () => {
    const { id, now } = await arrived({ facts: dangerFacts });
    const sealed = Buffer.from("age-encryption.org/v1\n").toString("base64");
    const own = (await school.open(id)).detail.envelope;
    const asLow = { from: "emergency", level: "low", reason: "not_meant" };
    const tries: readonly (readonly [string, string, unknown])[] = [
      ["GET", "", undefined],
      ["GET", `/photos/${"0".repeat(64)}`, undefined],
      ["POST", "/take", undefined],
      ["POST", "/notes", { noteId: newSubmissionId(), sealed }],
      ["POST", "/messages", { messageId: newSubmissionId(), sealed }],
      ["POST", "/hand-over", { toDeskId: deskIdOf("doi-thong"), envelope: own }],
      ["POST", "/close", { outcome: "prank", readThrough: 0 }],
      ["POST", "/level", { ...asLow, readThrough: 0, keeps: false, envelopes: [] }],
      ["POST", "/signals", { messageId: null, signals: ["goodbye"], envelopes: [] }],
    ];
    const before = await now();

    const here = await Promise.all(
      tries.map(([method, path, body]) =>
        stranger.call(method, `/api/staff/reports/${id}${path}`, body),
      ),
    );
    const nowhere = await Promise.all(
      tries.map(([method, path, body]) =>
        stranger.call(method, `/api/staff/reports/${newSubmissionId()}${path}`, body),
      ),
    );

    expect(here.map(({ status }) => status)).toEqual(tries.map(() => 404));
    expect(here).toEqual(nowhere); // not even that it exists
    expect(await now()).toEqual(before);
    expect(await stranger.queue()).toEqual([]);
  });
});

const quietDesks = ["commune", "department", "school"];

/** Every time that the tables keep of a report, the audit trail's aside. */
async function timesOf(id: string): Promise<readonly { place: string; time: string }[]> {
  const columns = await doorstep.database.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type = 'timestamp with time zone'
       and table_name in ('reports', 'envelopes', 'messages', 'notes', 'alert_attempts')`,
  );
  const times = await Promise.all(
    columns.rows.map(async ({ table, column }) => {
      const key = table === "reports" ? "id" : "report_id";
      const { rows } = await doorstep.database.query<{ time: string }>(
        `select to_char(${column} at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS') as time
         from ${table} where ${key} = $1 and ${column} is not null`,
        [id],
      );
      return rows.map(({ time }) => ({ place: `${table}.${column}`, time }));
    }),
  );
  return times.flat();
}
