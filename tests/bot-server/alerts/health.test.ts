import type { Channel } from "@truong-an/shared/alert";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Alerting, openAlerting } from "../../support/alerting.ts";
import { zaloIdOf } from "../../support/demo-ids.ts";

let house: Alerting;
beforeAll(async () => {
  house = await openAlerting({ OPERATOR_EMAILS: "truc.may@truong-an.invalid" });
});
afterEach(async () => {
  house.sim.reset();
  await house.database.query("delete from graphile_worker._private_jobs");
  await house.database.query("delete from channel_failures");
  await house.database.query("delete from channel_health");
  await house.database.query("delete from operator_alarms");
});
afterAll(() => house.close());

/** The letters that went to the operator since, by subject. */
async function lettersAfter(before: number): Promise<readonly string[]> {
  await house.crank("tell-operator"); // one letter a person
  await house.crank("tell-operator");
  return house.mail
    .mails()
    .slice(before)
    .filter(({ to }) => to.includes("truc.may@truong-an.invalid"))
    .map(({ subject }) => subject);
}

async function failingSince(channel: Channel): Promise<Date | null> {
  const { rows } = await house.database.query(
    "select failing_since from channel_health where channel = $1",
    [channel],
  );
  return rows[0]?.failing_since ?? null;
}

async function callTwo(): Promise<void> {
  await house.call(await house.report(), "cill-cus");
  await house.call(await house.report(), "police-nam-ban");
}

test("two people whom a channel could not reach: one alarm, and one notice when it works again", async () => {
  const before = house.mail.mails().length;
  house.sim.fail({ next: 2, kind: "http500" });
  await callTwo();
  await callTwo();
  const during = await lettersAfter(before);

  house.clock.pass(3); // it is tried again now and then
  await callTwo();
  const afterwards = await lettersAfter(before);

  expect(during).toEqual(["Trường An: Tin nhắn Zalo OA đang không gửi được"]);
  expect(afterwards.slice(1)).toEqual(["Trường An: Tin nhắn Zalo OA đã gửi được trở lại"]);
  expect(await failingSince("oa-message")).toBeNull();
  expect(house.logged()).toContain("a channel fails for everyone");
});

test("one person alone is no alarm, however often", async () => {
  house.sim.fail({ next: 3, kind: "http500", userId: zaloIdOf("cill-cus") });
  for (let times = 0; times < 3; times += 1) await house.call(await house.report(), "cill-cus");

  expect(await failingSince("oa-message")).toBeNull();
});

test("two people a quarter of an hour apart are no alarm", async () => {
  house.sim.fail({ next: 1, kind: "http500", userId: zaloIdOf("cill-cus") });
  house.sim.fail({ next: 1, kind: "http500", userId: zaloIdOf("police-nam-ban") });
  await house.call(await house.report(), "cill-cus");
  house.clock.pass(16);

  await house.call(await house.report(), "police-nam-ban");

  expect(await failingSince("oa-message")).toBeNull();
});

test("what is wrong with a person says nothing of the channel", async () => {
  house.sim.fail({ next: 2, kind: "refuse", code: -213 });

  await callTwo();

  expect(await failingSince("oa-message")).toBeNull();
});

test("a code that is the same for everyone is an alarm at once", async () => {
  house.sim.fail({ next: 1, kind: "refuse", code: -211 });

  await house.call(await house.report(), "cill-cus");

  expect(await failingSince("oa-message")).not.toBeNull();
});

test("while it fails others are tried first, and the history says why", async () => {
  house.sim.fail({ next: 1, kind: "refuse", code: -211 });
  await house.call(await house.report(), "cill-cus");

  const reportId = await house.report();
  await house.call(reportId, "police-nam-ban");

  expect(await house.turns(reportId)).toEqual(["oa-message skipped failing", "email delivered ok"]);
});

test("when it is mail that fails, no letter is tried about it, and Zalo carries on", async () => {
  await house.database.query(
    "update duty_channels set position = position + 10 where channel = 'oa-message'",
  );
  house.mail.failNext(2, "tempfail");
  const before = house.mail.mails().length;
  await callTwo();

  const letters = await lettersAfter(before);
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  await house.database.query(
    "update duty_channels set position = position - 10 where channel = 'oa-message'",
  );

  expect(letters).toEqual([]);
  expect(await failingSince("email")).not.toBeNull();
  expect(await house.turns(reportId)).toEqual(["email skipped failing", "oa-message delivered ok"]);
});

test("a night on which nothing can work is told to the operator, and everything is tried all the same", async () => {
  await house.database.query("update zalo_contacts set follows = false");
  await house.database.query("delete from duty_channels where channel = 'email'");
  const before = house.mail.mails().length;
  const reportId = await house.report();

  await house.call(reportId, "cill-cus");
  const letters = await lettersAfter(before);

  expect(await house.turns(reportId)).toEqual([
    "oa-message skipped unfollowed",
    "oa-message delivered ok",
  ]);
  expect(letters).toEqual(["Trường An: có người trực không gọi được bằng kênh nào"]);
});
