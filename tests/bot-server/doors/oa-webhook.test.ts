import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { event, oaSettings, signatureOf, tell, textEvent } from "../../support/zalo-events.ts";

const parent = "2000000000000000001";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep(oaSettings);
});
afterAll(() => doorstep.close());
beforeEach(async () => {
  await doorstep.database.query("delete from graphile_worker._private_jobs");
  await doorstep.database.query("delete from zalo_events");
});

type Job = { readonly task_identifier: string; readonly payload: Record<string, unknown> };

async function jobs(): Promise<readonly Job[]> {
  const { rows } = await doorstep.database.query(
    `select task.identifier as task_identifier, job.payload from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     where task.identifier <> 'tell-operator' order by job.id`, // who hears of wrong signatures
  );
  return rows;
}

test("a signed event is answered with 200 and becomes one job, without its words", async () => {
  const answer = await tell(doorstep.url, textEvent(parent, "cho em xem bản tin mới Bạch Đàn"));

  const queued = await jobs();
  expect(answer.status).toBe(200);
  expect(queued.map((job) => job.task_identifier)).toEqual(["converse"]);
  expect(JSON.stringify(queued)).toContain('"news"');
  expect(JSON.stringify(queued)).not.toMatch(/bản tin|Bạch|Đàn/);
});

test("told five times, and five times at once, it is heard once", async () => {
  const body = textEvent(parent, "menu");

  for (let time = 0; time < 5; time += 1) await tell(doorstep.url, body);
  const again = await Promise.all([1, 2, 3, 4, 5].map(() => tell(doorstep.url, body)));

  expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await jobs()).toHaveLength(1);
});

test("many at once, doubles among them, each become one job", async () => {
  const people = Array.from({ length: 8 }, (_, index) => `200000000000000001${index}`);
  const bodies = people.flatMap((id) => [textEvent(id, "menu"), textEvent(id, "tin mới")]);

  const answers = await Promise.all([...bodies, ...bodies].map((body) => tell(doorstep.url, body)));

  const queued = await jobs();
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(queued).toHaveLength(bodies.length);
  for (const id of people) {
    expect(queued.filter(({ payload }) => payload["userId"] === id)).toHaveLength(2);
  }
});

test("an event without a message id is known by its name, time and person", async () => {
  const at = Date.now();
  const body = { ...event("follow", parent, at), follower: { id: parent } };

  await tell(doorstep.url, body);
  await tell(doorstep.url, body);
  await tell(doorstep.url, { ...body, timestamp: String(at + 1) });

  expect(await jobs()).toHaveLength(2);
});

describe("the signature", () => {
  test.each([
    ["with mac= before it", {}],
    ["bare", { bare: true }],
  ])("is believed %s", async (_how, signing) => {
    expect((await tell(doorstep.url, textEvent(parent, "menu"), signing)).status).toBe(200);
    expect(await jobs()).toHaveLength(1);
  });

  test("is believed over a timestamp that is a number", async () => {
    const body = { ...textEvent(parent, "menu"), timestamp: Date.now() };

    expect((await tell(doorstep.url, body)).status).toBe(200);
    expect(await jobs()).toHaveLength(1);
  });

  test.each([
    ["of another secret", { secret: "a wrong secret" }],
    ["over the other id", { id: oaSettings.ZALO_OA_ID }],
    ["of the app's secret", { secret: oaSettings.ZALO_APP_SECRET }],
  ])("%s is refused, and nothing is done", async (_which, signing) => {
    expect((await tell(doorstep.url, textEvent(parent, "menu"), signing)).status).toBe(403);
    expect(await jobs()).toEqual([]);
  });

  test("over other bytes is refused", async () => {
    const body = textEvent(parent, "menu");
    const signature = signatureOf(JSON.stringify(body), body.timestamp, {});
    const answer = await fetch(`${doorstep.url}/webhooks/zalo`, {
      method: "POST",
      headers: { "x-zevent-signature": signature },
      body: JSON.stringify({ ...body, sender: { id: "another" } }),
    });

    expect(answer.status).toBe(403);
  });

  test("may be made of the Official Account's id and the app's secret, if so configured", async () => {
    const other = await openDoorstep({
      ...oaSettings,
      ZALO_SIGNATURE_ID: "oa",
      ZALO_SIGNATURE_SECRET: "app",
    });
    const signing = { id: oaSettings.ZALO_OA_ID, secret: oaSettings.ZALO_APP_SECRET };
    const answers = [
      await tell(other.url, textEvent(parent, "menu"), signing),
      await tell(other.url, textEvent(parent, "menu")),
    ];
    await other.close();

    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
  });
});

test.each([
  ["a GET", { method: "GET" }],
  ["an unsigned sample", { method: "POST", body: JSON.stringify(textEvent(parent, "menu")) }],
  ["an empty post", { method: "POST" }],
])("%s is answered with 200 and does nothing", async (_what, request) => {
  const answer = await fetch(`${doorstep.url}/webhooks/zalo`, request);

  expect(answer.status).toBe(200);
  expect(await jobs()).toEqual([]);
});

describe("events that are not for the chat", () => {
  const message = { message: { msg_id: "m1", text: "Chào bạn" } };
  const ourEcho = event("oa_send_text", "the-oa", Date.now(), message);
  const groupMessage = event("user_send_group_text", parent, Date.now(), message);

  test.each([
    ["one that nobody knows", event("user_sings_a_song", parent), "user_sings_a_song"],
    ["an echo of our own message", ourEcho, "oa-message"],
    ["a message in a group", groupMessage, "group-message"],
  ])("%s is named and ignored", async (_what, body, name) => {
    const answer = await tell(doorstep.url, body);

    expect(answer.status).toBe(200);
    expect(await jobs()).toEqual([]);
    expect(doorstep.logged()).toContain(`"code":"${name}"`);
  });
});

test("an event that is hours too old is not heard any more; one as old as Zalo's last retry is", async () => {
  await tell(doorstep.url, textEvent(parent, "menu", Date.now() - 4 * 60 * 60_000));
  await tell(doorstep.url, textEvent(parent, "menu", Date.now() - 2 * 60 * 60_000));

  expect(await jobs()).toHaveLength(1);
});

test("while the database is held up, the answer comes within two seconds and asks to be told again", async () => {
  const body = textEvent(parent, "menu");
  const holder = await doorstep.database.connect();
  await holder.query("begin; lock table zalo_events in access exclusive mode");
  const begun = Date.now();

  const slow = await tell(doorstep.url, body);

  const took = Date.now() - begun;
  await holder.query("commit");
  holder.release();
  const again = await tell(doorstep.url, body);
  expect(slow.status).toBe(503);
  expect(took).toBeLessThan(2_000);
  expect(again.status).toBe(200);
  expect(await jobs()).toHaveLength(1);
});

test("danger overtakes whatever else is in the queue", async () => {
  await tell(doorstep.url, textEvent(parent, "menu"));
  await tell(doorstep.url, textEvent(parent, "có bạn đang đứng trên lan can đòi nhảy xuống"));

  const { rows } = await doorstep.database.query(
    "select priority from graphile_worker.jobs where task_identifier = 'converse' order by id",
  );
  expect(rows.map(({ priority }) => priority)).toEqual([0, -20]);
});
