import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { buildApp } from "@truong-an/bot-server/app";
import { converse } from "@truong-an/bot-server/chat/converse";
import { openEar, takeEvent } from "@truong-an/bot-server/chat/ear";
import { giveReceipt } from "@truong-an/bot-server/chat/give-receipt";
import { personKey } from "@truong-an/bot-server/chat/person";
import { sendDraft } from "@truong-an/bot-server/chat/send-draft";
import { findState, saveState } from "@truong-an/bot-server/chat/states";
import { sweepChat } from "@truong-an/bot-server/chat/sweep";
import { readConfig } from "@truong-an/bot-server/config";
import { payloadOf } from "@truong-an/bot-server/jobs/payloads";
import { openWorld, type World } from "@truong-an/bot-server/world";
import { heardWithoutWords } from "@truong-an/shared/chat/hear";
import { type Draft, freshState, type Stage } from "@truong-an/shared/chat/state";
import { SchoolId, SubmissionId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lookUp, receiptIn } from "../../support/chat-report.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { pilotSchool } from "../../support/reporter.ts";
import { type Backdrop, openBackdrop } from "../../support/stage.ts";

// The jobs of the chat, run by hand and more than once, as a queue does whose workers are killed.

const schoolId = SchoolId.parse(pilotSchool);
const facts: Draft["facts"] = {
  danger: "no",
  categories: ["bullying"],
  accused: "peer",
  when: "days",
  writer: "unsaid",
  wantsPolice: false,
  excluded: null,
};
const userId = "2000000000000000301";

let backdrop: Backdrop;
let world: World;
let app: Awaited<ReturnType<typeof buildApp>>;
let events = 0;

beforeAll(async () => {
  backdrop = await openBackdrop();
  world = openWorld(readConfig(backdrop.environment));
  app = await buildApp(world);
  await app.listen({ host: "127.0.0.1", port: 0 });
  backdrop.sim.putPerson({ id: userId, name: "Người dùng" });
});
beforeEach(async () => {
  await backdrop.database.query("delete from graphile_worker._private_jobs");
  await backdrop.database.query("delete from chat_states");
});
afterAll(async () => {
  await app.close();
  await world.close();
  await backdrop.close();
});

function url(): string {
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

const menu = {
  heard: heardWithoutWords({ kind: "wish", wish: "menu" }),
  piece: null,
  found: { schools: [], isMore: false },
};

async function putAt(stage: Stage, person = personKey(world.config, userId)): Promise<void> {
  const kept = { state: { ...freshState, stage }, lastEventAt: instant(0), humanUntil: null };
  await saveState(world.db, person, kept, world.now());
}

async function stageNow(): Promise<Stage> {
  return (await findState(world, personKey(world.config, userId))).state.stage;
}

async function draftNow(): Promise<Draft> {
  const stage = await stageNow();
  if (stage.at !== "telling") throw new Error(`nothing is being told: ${stage.at}`);
  return stage.draft;
}

/** What the person writes, heard at the door: the job that waits because of it. */
async function heard(text: string) {
  events += 1;
  const key = events.toString(16).padStart(64, "0");
  const at = instant(world.now() + events);
  const msgId = String(events);
  await takeEvent(openEar(world), {
    kind: "user-message",
    userId,
    key,
    msgId,
    at,
    text,
    attachments: [],
  });
  const payloads = await waiting("converse");
  await backdrop.database.query(
    "delete from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'converse')",
  );
  return payloadOf("converse", payloads[0]);
}

async function waiting(name: string): Promise<readonly unknown[]> {
  const { rows } = await backdrop.database.query(
    `select payload from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id where identifier = $1`,
    [name],
  );
  return rows.map(({ payload }) => payload);
}

/** What the account said to this person, the newest last. */
function saidTo(): readonly string[] {
  return backdrop.sim
    .items(userId)
    .flatMap((item) => (item.app === "zalo" && item.from === "oa" ? [item.text] : []));
}

async function told(text: string): Promise<void> {
  await converse(world, await heard(text));
}

test("an event that was answered is not answered again, when its job runs twice", async () => {
  await putAt({ at: "ask-matter", schoolId, danger: "no" });
  const two = await heard("2");

  await converse(world, two);
  const once = await stageNow();
  await converse(world, two);

  expect(once).toMatchObject({ at: "ask-accused", category: "physical_violence" });
  expect(await stageNow()).toEqual(once);
});

test("digits that arrived although nobody knows hold: a second try replaces nothing", async () => {
  await putAt({ at: "making-receipt", schoolId, facts });
  backdrop.sim.fail({ next: 1, kind: "answer-then-drop", at: "cs" });
  await expect(giveReceipt(world, { userId })).rejects.toThrow();
  const words = await heard("mấy bạn hay giấu cặp của em");
  await giveReceipt(world, { userId }); // the queue tries again before the words are kept
  const saidOnce = await waiting("say");
  await converse(world, words);
  await told("gửi");
  await sendDraft(world, payloadOf("send-draft", (await waiting("send-draft")).find(isNow)));

  const digits = receiptIn(saidTo().findLast((said) => /Mã tra cứu/.test(said)) ?? "");
  const found = await lookUp(url(), digits);
  expect(found.story).toMatchObject({ story: "mấy bạn hay giấu cặp của em" });
  expect(saidOnce).toEqual([{ userId, phrase: { say: "receipt-unsure" } }]);
});

test("words sealed to a report that was replaced on request are not put into the new one", async () => {
  await putAt({ at: "making-receipt", schoolId, facts });
  backdrop.sim.fail({ next: 1, kind: "timeout", at: "cs" });
  await expect(giveReceipt(world, { userId })).rejects.toThrow();
  const early = await heard("mấy bạn hay giấu cặp của em");
  await told("1");
  await giveReceipt(world, { userId });

  await converse(world, early);

  expect((await draftNow()).pieces).toEqual([]);
  expect(await waiting("say")).toContainEqual({ userId, phrase: { say: "not-kept-yet" } });
}, 30_000);

test("while a story is told, no job names its writer and its report", async () => {
  await putAt({ at: "making-receipt", schoolId, facts });
  await giveReceipt(world, { userId });
  const words = await heard("mấy bạn hay giấu cặp của em");
  await converse(world, words);

  const { submissionId, pieces } = await draftNow();
  const [sending] = await waiting("send-draft");
  const person = personKey(world.config, userId).toString("hex");
  expect(JSON.stringify(sending)).toContain(person);
  expect(JSON.stringify(sending)).not.toContain(userId);
  expect(JSON.stringify(words)).not.toContain(submissionId);
  expect(JSON.stringify(words)).not.toContain(pieces[0]?.message);
});

test("of a follower the day is kept, and of a member of staff the moment", async () => {
  const { database } = backdrop;
  const staff = zaloIdOf("police-nam-ban");
  const at = Date.UTC(2026, 11, 24, 3, 21); // 10:21 in Viet Nam
  const event = { eventAt: at, did: { kind: "heard" as const, ...menu } };
  await database.query(
    "insert into zalo_contacts (user_id) values ($1), ($2) on conflict (user_id) do update set last_interaction_at = null",
    [userId, staff],
  );

  await converse(world, { ...event, userId, key: "a".repeat(64) });
  await converse(world, { ...event, userId: staff, key: "b".repeat(64) });

  const { rows } = await database.query(
    "select user_id, last_interaction_at as at from zalo_contacts where user_id in ($1, $2)",
    [userId, staff],
  );
  const times = new Map(rows.map((row) => [row.user_id, row.at.getTime()]));
  expect(times.get(userId)).toBe(Date.UTC(2026, 11, 23, 17));
  expect(times.get(staff)).toBe(at);
});

describe("sweeping", () => {
  const past = "update chat_states set expires_at = now() - interval '1 hour'";

  test("sends and drops the others, whatever is wrong with one conversation", async () => {
    const { database } = backdrop;
    await putAt({ at: "making-receipt", schoolId, facts });
    await giveReceipt(world, { userId });
    await told("mấy bạn hay giấu cặp của em");
    const draft = await draftNow();
    const other = SubmissionId.parse(randomUUID());
    await putAt({ at: "telling", draft: { ...draft, submissionId: other } }, Buffer.alloc(32, 1));
    await putAt({ at: "menu" }, Buffer.alloc(32, 2));
    await putAt({ at: "menu" }, Buffer.alloc(32, 3));
    await database.query(
      `update chat_states set state = '{"of": "another release"}' where person = $1`,
      [Buffer.alloc(32, 3)],
    );
    await database.query(past);

    await sweepChat(world); // the receipt of both is the same: only one of them can be sent

    const { rows } = await database.query("select person from chat_states");
    const { rows: sent } = await database.query(
      "select submission_id from reports where submission_id in ($1, $2)",
      [draft.submissionId, other],
    );
    expect(sent).toHaveLength(1);
    expect(rows).toHaveLength(2); // what cannot be sent, and what cannot be read
    expect(rows).toContainEqual({ person: Buffer.alloc(32, 3) });
  });

  test("drops after a week what no release has read", async () => {
    await putAt({ at: "menu" });
    await backdrop.database.query(`update chat_states set state = '{}',
      expires_at = now() - interval '8 days'`);

    await sweepChat(world);

    const { rows } = await backdrop.database.query("select person from chat_states");
    expect(rows).toEqual([]);
  });
});

test("a conversation of another release begins anew, and its writer is heard", async () => {
  await putAt({ at: "menu" });
  await backdrop.database.query(`update chat_states set state = '{"of": "another release"}'`);

  await told("menu");

  expect(await stageNow()).toEqual({ at: "menu" });
  expect(await waiting("say")).toContainEqual({ userId, phrase: { say: "menu" } });
});

test("a report whose thread is full ends the telling, and says so", async () => {
  const { database } = backdrop;
  await putAt({ at: "making-receipt", schoolId, facts });
  await giveReceipt(world, { userId });
  await told("nó đang cầm dao ngoài cửa lớp đòi đâm em");
  await sendDraft(world, payloadOf("send-draft", (await waiting("send-draft")).find(isNow)));
  const { submissionId } = await draftNow();
  await database.query(
    `insert into messages (id, report_id, number, author, sealed, sent_at)
     select gen_random_uuid(), id, number, 'reporter', story, now()
     from reports, generate_series(1, 1000) number where submission_id = $1`,
    [submissionId],
  );
  await told("em trốn trong nhà vệ sinh tầng hai");

  await sendDraft(world, payloadOf("send-draft", (await waiting("send-draft")).find(isNow)));

  expect(await stageNow()).toEqual({ at: "menu" });
  expect(await waiting("say")).toContainEqual({ userId, phrase: { say: "told-enough" } });
});

/** A job of the telling itself, not the one that waits for silence. */
function isNow(payload: unknown): boolean {
  return payloadOf("send-draft", payload).afterSilence === false;
}
