import { newLinkCode } from "@truong-an/bot-server/people/link-zalo";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { webhookDoors } from "../../demo/zalo-settings.ts";
import { type Alerting, openAlerting, staffIdOf } from "../../support/alerting.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { eventually } from "../../support/stage.ts";

let house: Alerting;
beforeAll(async () => {
  house = await openAlerting();
  house.sim.sendWebhooksTo(webhookDoors(house.url));
});
afterEach(async () => {
  await house.database.query("delete from graphile_worker._private_jobs");
  await house.database.query("delete from zalo_events");
});
afterAll(() => house.close());

const school = staffIdOf("cill-cus");
const phone = zaloIdOf("cill-cus");
const update = (text: string, id: string) => ({
  ok: true,
  result: {
    event_name: "message.text.received",
    message: {
      from: { id: "u1", display_name: "Ai đó" },
      chat: { id: "c1", chat_type: "PRIVATE" },
      text,
      message_id: id,
      date: 1,
    },
  },
});

function knock(body: unknown, secret: string): Promise<Response> {
  return fetch(`${house.url}/webhooks/zalo-bot`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-bot-api-secret-token": secret },
    body: JSON.stringify(body),
  });
}

const rightSecret = () => house.world.config.ZALO_BOT_SECRET ?? "";
const jobsOf = async (name: "link-zalo" | "answer-by-bot" | "acknowledge-alert") =>
  (await house.waiting(name)).map(({ payload }) => payload);

test("whoever does not know the secret is not read", async () => {
  const answer = await knock(update("1", "m1"), "not-the-secret");

  expect(answer.status).toBe(403);
  expect(await jobsOf("answer-by-bot")).toEqual([]);
});

test("the same update again does nothing", async () => {
  await knock(update("xin chào", "m2"), rightSecret());
  await knock(update("xin chào", "m2"), rightSecret());

  expect(await jobsOf("answer-by-bot")).toEqual([{ chatId: "c1", what: "who-we-are" }]);
});

test("what is nothing for us is answered all the same", async () => {
  const answer = await knock({ ok: true, result: { event_name: "something.new" } }, rightSecret());

  expect(answer.status).toBe(200);
});

test("no word of what is written is kept", async () => {
  await knock(update("Em tên Lan, em bị đánh", "m3"), rightSecret());

  const { rows } = await house.database.query("select payload from graphile_worker._private_jobs");

  expect(JSON.stringify(rows)).not.toContain("Lan");
});

test("a member sends the code to the Bot: from now on the Bot calls them, and hears 'received'", async () => {
  const { code } = await newLinkCode(house.world, school);

  house.sim.sayToBot(phone, code);
  await eventually("the code", async () => (await house.crank("link-zalo")) > 0 || undefined);
  await house.crank("answer-by-bot");
  await house.database.query("delete from duty_channels where staff_id = $1 and channel <> 'bot'", [
    school,
  ]);
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  house.sim.sayToBot(phone, "1");
  await eventually(
    "the answer",
    async () => (await house.crank("acknowledge-alert")) > 0 || undefined,
  );
  await house.crank("answer-by-bot");

  const said = JSON.stringify(house.sim.items(phone));
  const audit = await house.database.query(
    "select 1 from audit_entries where kind = 'alert-acknowledged' and report_id = $1",
    [reportId],
  );
  expect(await house.turns(reportId)).toEqual(["bot delivered ok"]);
  expect(said).toContain("Đã nối tài khoản này");
  expect(said).toContain("Có việc cần xem");
  expect(said).toContain("Đã ghi nhận");
  expect(audit.rows).toHaveLength(1);
});

test("a stranger's '1' is a greeting like any other: whom to call, and where to write", async () => {
  const stranger = zaloIdOf("doi-thong");
  house.sim.sayToBot(stranger, "1");
  await eventually(
    "the word",
    async () => (await house.crank("acknowledge-alert")) > 0 || undefined,
  );

  await house.crank("answer-by-bot");

  const said = JSON.stringify(house.sim.items(stranger));
  for (const number of ["113", "115", "111"]) expect(said).toContain(number);
});
