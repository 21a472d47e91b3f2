import { lookAtZalo } from "@truong-an/bot-server/alerts/look";
import type { Channel } from "@truong-an/shared/alert";
import { instant } from "@truong-an/shared/time";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { people } from "../../demo/directory.ts";
import { type Alerting, openAlerting, staffIdOf } from "../../support/alerting.ts";
import { emailOf, zaloIdOf } from "../../support/demo-ids.ts";
import { dangerFacts } from "../../support/reporter.ts";
import type { FailureOrder } from "../../zalo-sim/failures.ts";

/**
 * Channel by failure: what happens next. A refusal costs one attempt and the next channel takes its
 * place; silence costs one attempt too, and is tried again; what is wrong for everyone is told to
 * the operator and keeps others from trying.
 */
let house: Alerting;
beforeAll(async () => {
  house = await openAlerting();
});
beforeEach(async () => {
  house.clock.set(instant(Date.parse("2026-11-30T12:00:00+07:00")));
  house.sim.setClock(house.clock.now());
  const { rows } = await house.database.query("select user_id from zalo_contacts");
  expect(rows.length).toBeGreaterThan(0);
  await house.database.query("update zalo_contacts set last_interaction_at = $1", [
    new Date(house.clock.now()),
  ]);
});
afterEach(async () => {
  house.sim.reset();
  for (const table of ["channel_failures", "channel_health", "operator_alarms", "zalo_standing"]) {
    await house.database.query(`delete from ${table}`);
  }
  await house.database.query("delete from graphile_worker._private_jobs");
});
afterAll(() => house.close());

const school = zaloIdOf("cill-cus");

/** The deputy head is called by these channels, in this order, and by no other. */
async function calledBy(...channels: readonly Channel[]): Promise<void> {
  const known = people.find(({ desk }) => desk === "cill-cus");
  const phone = known?.phone ?? "";
  house.sim.putPerson({ id: school, name: known?.name ?? "", phone, usesBot: true });
  const chat = house.sim.person(school)?.botChatId ?? "";
  const addresses = { "oa-message": school, zns: phone, bot: chat, email: emailOf("cill-cus") };
  const staffId = staffIdOf("cill-cus");
  await house.database.query("delete from duty_channels where staff_id = $1", [staffId]);
  for (const [index, channel] of channels.entries()) {
    await house.database.query("insert into duty_channels values ($1, $2, $3, $4)", [
      staffId,
      index + 1,
      channel,
      addresses[channel],
    ]);
  }
}

/** What one call came to: the turns, what is tried again, and whether the operator hears of it. */
async function outcomeOf(channel: Channel) {
  const reportId = await house.report();
  await house.call(reportId, "cill-cus");
  const [again] = await house.waiting("deliver-alert");
  const { rows } = await house.database.query(
    "select last_code from channel_health where channel = $1 and failing_since is not null",
    [channel],
  );
  return {
    turns: await house.turns(reportId),
    again: again?.payload.channels ?? [],
    isAlarm: rows.length > 0,
  };
}

/** What the operator has been told of, and not yet that it is over. */
async function alarmed(): Promise<readonly string[]> {
  const { rows } = await house.database.query("select subject from operator_alarms");
  return rows.map(({ subject }) => subject);
}

const refusal = (code: number): Partial<FailureOrder> => ({ kind: "refuse", code });

type Next = "next channel" | "next channel, and again later" | "next channel, and an alarm";

describe("a message from the Official Account", () => {
  test.each<[string, Partial<FailureOrder>, string, Next]>([
    ["they no longer follow (-213)", refusal(-213), "refused -213", "next channel"],
    ["they have blocked it (-217)", refusal(-217), "refused -217", "next channel"],
    ["seven days without a word (-230)", refusal(-230), "refused -230", "next channel"],
    ["their own quota is used up (-218)", refusal(-218), "refused -218", "next channel"],
    ["our quota is gone (-211)", refusal(-211), "refused -211", "next channel, and an alarm"],
    ["the token is not taken (-216)", refusal(-216), "refused -216", "next channel, and an alarm"],
    ["the token has run out (-220)", refusal(-220), "refused -220", "next channel, and an alarm"],
    [
      "no answer in time",
      { kind: "timeout" },
      "unreachable timeout",
      "next channel, and again later",
    ],
    ["HTTP 500", { kind: "http500" }, "unreachable server-error", "next channel, and again later"],
    [
      "an error page (502)",
      { kind: "html502" },
      "unreachable server-error",
      "next channel, and again later",
    ],
    [
      "an empty answer",
      { kind: "empty" },
      "unreachable unreadable",
      "next channel, and again later",
    ],
  ])("%s: %s", async (_why, order, how, next) => {
    await calledBy("oa-message", "email");
    house.sim.fail({ next: 1, kind: "refuse", at: "cs", ...order });

    const { turns, again, isAlarm } = await outcomeOf("oa-message");

    expect(turns).toEqual([`oa-message ${how}`, "email delivered ok"]);
    expect(again).toEqual(next.endsWith("again later") ? ["oa-message"] : []);
    expect(isAlarm).toBe(next.endsWith("an alarm"));
  });
});

describe("a ZNS message to a phone number", () => {
  test.each<[string, Partial<FailureOrder>, string, Next]>([
    ["the number is wrong (-108)", refusal(-108), "refused -108", "next channel"],
    ["they cannot receive (-114)", refusal(-114), "refused -114", "next channel"],
    ["quota or balance (-115)", refusal(-115), "refused -115", "next channel, and an alarm"],
    ["no such Zalo account (-118)", refusal(-118), "refused -118", "next channel"],
    ["they cannot receive (-119)", refusal(-119), "refused -119", "next channel"],
    ["the token is not taken (-124)", refusal(-124), "refused -124", "next channel, and an alarm"],
    [
      "the template is not approved (-131)",
      refusal(-131),
      "refused -131",
      "next channel, and an alarm",
    ],
    ["night, against the clock here (-133)", refusal(-133), "refused -133", "next channel"],
    ["the day's limit (-144)", refusal(-144), "refused -144", "next channel, and an alarm"],
    [
      "no answer in time",
      { kind: "timeout" },
      "unreachable timeout",
      "next channel, and again later",
    ],
  ])("%s: %s", async (_why, order, how, next) => {
    await calledBy("zns", "email");
    await lookAtZalo(house.world); // the template is known, so that the order meets the message
    house.sim.fail({ next: 1, kind: "refuse", at: "zns", ...order });

    const { turns, again, isAlarm } = await outcomeOf("zns");

    expect(turns).toEqual([`zns ${how}`, "email delivered ok"]);
    expect(again).toEqual(next.endsWith("again later") ? ["zns"] : []);
    expect(isAlarm).toBe(next.endsWith("an alarm"));
  });

  test("at night it is left for the morning, and nothing else is lost by that", async () => {
    await calledBy("zns", "email");
    house.clock.set(instant(Date.parse("2026-11-30T23:00:00+07:00")));

    const { turns, again } = await outcomeOf("zns");

    expect(turns).toEqual(["zns skipped quiet-hours", "email delivered ok"]);
    expect(again).toEqual([]);
  });

  test("at night, when every other channel says no, it is tried in the morning", async () => {
    await calledBy("zns", "email");
    house.clock.set(instant(Date.parse("2026-11-30T23:00:00+07:00")));
    house.mail.failNext(1, "refuse");

    const { turns, again } = await outcomeOf("zns");
    const [morning] = await house.waiting("deliver-alert");

    expect(turns).toEqual(["zns skipped quiet-hours", "email refused 550"]);
    expect(again).toEqual(["zns"]);
    expect(morning?.inMs).toBe(7 * 3_600_000);
  });

  test("a quota that Zalo says is gone costs no attempt", async () => {
    await calledBy("zns", "email");
    house.sim.setQuotas({ znsToday: 0 });
    await lookAtZalo(house.world);

    const { turns } = await outcomeOf("zns");

    expect(turns).toEqual(["zns skipped quota-gone", "email delivered ok"]);
    expect(await alarmed()).toEqual(["zns"]);

    house.sim.setQuotas({ znsToday: 100 });
    await lookAtZalo(house.world);
    expect(await alarmed()).toEqual([]);
  });

  test("a template that asks for what an alert does not say is never sent", async () => {
    await calledBy("zns", "email");
    const [template] = house.sim.templates();
    if (template === undefined) throw new Error("the simulator has no template");
    const field = { require: true, type: "STRING", maxLength: 200, minLength: 1 } as const;
    house.sim.putTemplate({ ...template, params: [{ name: "dia_chi", ...field }] });
    await lookAtZalo(house.world);

    const { turns } = await outcomeOf("zns");

    expect(turns).toEqual(["zns skipped template-unfit", "email delivered ok"]);
    expect(await alarmed()).toEqual(["zns"]);
  });

  test("what it says is the same for every desk and level", async () => {
    await calledBy("zns", "email");
    await lookAtZalo(house.world);

    const { turns } = await outcomeOf("zns");
    const sent = house.sim.requests().find(({ url }) => url.endsWith("/message/template"));

    expect(turns).toEqual(["zns delivered ok"]);
    expect(sent?.body).toMatchObject({
      template_data: {
        desk: "Bàn tiếp nhận Trường An",
        level: "cần xem",
        time: "12:00 30/11/2026",
      },
    });
  });
});

describe("a message from the Zalo Bot", () => {
  test.each<[string, Partial<FailureOrder>, string, Next]>([
    ["the token is not taken (401)", refusal(401), "refused 401", "next channel, and an alarm"],
    ["no such chat (400)", refusal(400), "refused 400", "next channel"],
    ["too many calls (429)", refusal(429), "unreachable busy", "next channel, and again later"],
    [
      "no answer in time",
      { kind: "timeout" },
      "unreachable timeout",
      "next channel, and again later",
    ],
  ])("%s: %s", async (_why, order, how, next) => {
    await calledBy("bot", "email");
    house.sim.fail({ next: 1, kind: "refuse", at: "bot", ...order });

    const { turns, again, isAlarm } = await outcomeOf("bot");

    expect(turns).toEqual([`bot ${how}`, "email delivered ok"]);
    expect(again).toEqual(next.endsWith("again later") ? ["bot"] : []);
    expect(isAlarm).toBe(next.endsWith("an alarm"));
  });
});

describe("an e-mail", () => {
  test.each<[string, "refuse" | "tempfail", string, Next]>([
    ["no such mailbox (550)", "refuse", "refused 550", "next channel"],
    ["not now (450)", "tempfail", "unreachable 451", "next channel, and again later"],
  ])("%s: %s", async (_why, order, how, next) => {
    await calledBy("email", "oa-message");
    house.mail.failNext(1, order);

    const { turns, again, isAlarm } = await outcomeOf("email");

    expect(turns).toEqual([`email ${how}`, "oa-message delivered ok"]);
    expect(again).toEqual(next.endsWith("again later") ? ["email"] : []);
    expect(isAlarm).toBe(false);
  });

  test("the mail server is away: next channel, and again later", async () => {
    await calledBy("email", "oa-message");
    await house.mail.stop();

    const { turns, again } = await outcomeOf("email");

    expect(turns).toEqual([
      expect.stringMatching(/^email unreachable E/),
      "oa-message delivered ok",
    ]);
    expect(again).toEqual(["email"]);
  });
});

test("the account has been called too often (-32): next channel, and again when the minute has turned", async () => {
  await calledBy("oa-message", "bot");
  house.sim.fail({ next: 1, kind: "refuse", at: "cs", code: -32 });

  const { turns, again, isAlarm } = await outcomeOf("oa-message");

  expect(turns).toEqual(["oa-message unreachable busy", "bot delivered ok"]);
  expect(again).toEqual(["oa-message"]);
  expect(isAlarm).toBe(false);
});

test("every channel silent, for an emergency: the next rung hears at once, and the operator is alarmed", async () => {
  await calledBy("oa-message", "email");
  house.sim.fail({ next: 2, kind: "timeout", at: "cs", userId: school });
  house.mail.failNext(2, "tempfail");
  const reportId = await house.report(dangerFacts);

  await house.call(reportId, "cill-cus");
  await house.crank("deliver-alert");

  const climbs = await house.waiting("climb-past");
  expect(climbs.map(({ payload }) => payload.reportId)).toEqual([reportId]);
  expect(await alarmed()).toEqual(["people"]);
});
