import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Asking, asking } from "./asking.ts";
import { day } from "./clock.ts";
import { startZaloSim, type ZaloSim } from "./start.ts";
import type { Template } from "./zns-templates.ts";

const officer = {
  id: "5000000000000000001",
  name: "Đại úy Bình",
  phone: "84900000001",
  followed: false,
  lastInteractionAt: null,
};
const template: Template = {
  id: "480100",
  name: "Thử",
  status: "ENABLE",
  text: "Gửi {{who}}: {{count}} việc, ngày {{when}}",
  params: [
    { name: "who", require: true, type: "STRING", maxLength: 10, minLength: 2 },
    { name: "count", require: false, type: "NUMBER", maxLength: 5, minLength: 1 },
    { name: "when", require: false, type: "DATE", maxLength: 20, minLength: 10 },
  ],
  byUserId: true,
  isForeign: false,
};
const noon = Date.parse("2026-12-01T12:00:00+07:00");

let sim: ZaloSim;
let zalo: Asking;

beforeAll(async () => {
  const others = [
    { ...template, id: "480101", status: "REJECT" },
    { ...template, id: "480102", status: "DISABLE" },
    { ...template, id: "480103", isForeign: true },
    { ...template, id: "480104", status: "PENDING_REVIEW" },
    { ...template, id: "480105", byUserId: false },
  ] satisfies Template[];
  sim = await startZaloSim({
    port: 0,
    people: [officer],
    templates: [template, ...others],
    realNow: () => noon,
  });
  zalo = asking(sim);
});
afterAll(async () => sim.stop());
beforeEach(() => sim.reset());

const order = {
  phone: officer.phone,
  template_id: template.id,
  template_data: { who: "Bình", count: "2", when: "01/12/2026" },
  tracking_id: "t-1",
};

test("a template with its gaps filled reaches the phone of somebody who never met the account", async () => {
  const { data } = await zalo.post("/message/template", order);

  expect(data).toMatchObject({ sent_time: String(noon), quota: { remainingQuota: "499" } });
  expect(sim.items(officer.id)).toMatchObject([
    { chat: "oa", isZns: true, text: "Gửi Bình: 2 việc, ngày 01/12/2026" },
  ]);
  expect(sim.events()).toMatchObject([
    {
      name: "user_received_message",
      isZns: true,
      body: {
        recipient: { id: officer.phone },
        message: { msg_id: data.msg_id, tracking_id: "t-1", delivery_time: String(noon) },
      },
    },
  ]);
  expect(await zalo.get("/message/status", { message_id: data.msg_id })).toMatchObject({
    data: { status: 1 },
  });
});

test.each([
  ["a phone with a leading 0", { phone: "0900000001" }, -108],
  ["a phone with a plus", { phone: `+${officer.phone}` }, 0],
  ["a phone that has no Zalo", { phone: "84900000099" }, -118],
  ["a template that does not exist", { template_id: "1" }, -109],
  ["a rejected template", { template_id: "480101" }, -131],
  ["a template disabled for its quality", { template_id: "480102" }, -146],
  ["another account's template", { template_id: "480103" }, -117],
  ["a template under review", { template_id: "480104" }, -131],
  ["no values at all", { template_data: {} }, -111],
  ["a value that is missing", { template_data: { count: "1" } }, -1122],
  ["a value that is too long", { template_data: { who: "a".repeat(11) } }, -1121],
  ["a value that is too short", { template_data: { who: "a" } }, -1124],
  ["a number with letters", { template_data: { who: "Bình", count: "hai" } }, -1124],
  ["a date in another order", { template_data: { who: "Bình", when: "2026-12-01" } }, -1124],
  ["a tracking id of 49 characters", { tracking_id: "t".repeat(49) }, -132],
  ["development mode to somebody who is no admin", { mode: "development" }, -127],
])("%s answers as Zalo does", async (_what, change, error) => {
  const answer = await zalo.post("/message/template", { ...order, ...change });

  expect(answer).toMatchObject({ error });
  expect(sim.items()).toHaveLength(error === 0 ? 1 : 0);
});

test("development mode reaches an admin, also with a template under review", async () => {
  sim.putPerson({ ...officer, oaAdmin: true });

  const trial = { ...order, template_id: "480104", mode: "development" };

  expect(await zalo.post("/message/template", trial)).toMatchObject({ error: 0 });
});

describe("at night", () => {
  test.each([
    ["21:59:59", 0],
    ["22:00:00", -133],
    ["05:59:59", -133],
    ["06:00:00", 0],
  ])("at %s in Vietnam the answer is %i", async (time, error) => {
    sim.setClock(Date.parse(`2026-12-01T${time}+07:00`));

    expect(await zalo.post("/message/template", order)).toMatchObject({ error });
  });

  test("where the night rule is off, messages go out", async () => {
    sim.setConditions({ znsNight: "sent" });
    sim.setClock(Date.parse("2026-12-01T23:30:00+07:00"));

    expect(await zalo.post("/message/template", order)).toMatchObject({ error: 0 });
  });
});

test.each([
  ["the day's quota is used up", () => sim.setQuotas({ znsToday: 0 }), -144],
  ["the template's quota is used up", () => sim.setQuotas({ templateToday: 0 }), -147],
  ["no Zalo Cloud Account is linked", () => sim.setConditions({ zca: "missing" }), -136],
  ["the Zalo Cloud Account is empty", () => sim.setConditions({ zca: "unpaid" }), -137],
  ["the account is not verified", () => sim.setConditions({ isVerified: false }), -135],
  ["the person has blocked the account", () => sim.block(officer.id), -141],
])("when %s the answer is a code", async (_when, arrange, error) => {
  arrange();

  expect(await zalo.post("/message/template", order)).toMatchObject({ error });
});

test.each([-100, -114, -115, -119, -124, -139, "-1351"])(
  "the code %s comes on order",
  async (code) => {
    sim.fail({ next: 1, kind: "refuse", code, at: "zns", userId: officer.id });

    expect(await zalo.post("/message/template", order)).toMatchObject({ error: code });
    expect(await zalo.post("/message/template", order)).toMatchObject({ error: 0 });
  },
);

test("a wrong token is -124", async () => {
  const headers = { access_token: "x", "content-type": "application/json" };

  expect(await zalo.post("/message/template", order, headers)).toMatchObject({ error: -124 });
});

test("the hash of a number reaches the same phone", async () => {
  const hash_phone = createHash("sha256").update(officer.phone).digest("hex");
  const { phone: _none, ...rest } = order;

  const answer = await zalo.post("/message/template/hashphone", { ...rest, hash_phone });

  expect(answer).toMatchObject({ error: 0 });
  expect(sim.items(officer.id)).toHaveLength(1);
});

test("a template tells which gaps it has", async () => {
  const { data } = await zalo.get("/template/info/v2", { template_id: template.id });
  const all = await zalo.get("/template/all", { offset: "0", limit: "2" });

  expect(data.listParams[0]).toMatchObject({ name: "who", require: true, maxLength: 10 });
  expect(all.data).toHaveLength(2);
  expect(all.metadata.total).toBe(5);
  expect(await zalo.get("/message/quota")).toMatchObject({ data: { dailyQuota: "500" } });
  expect(await zalo.get("/message/status", { message_id: "x" })).toMatchObject({
    data: { status: -1 },
  });
});

describe("by Zalo id", () => {
  const byId = { user_id: officer.id, template_id: template.id, template_data: { who: "Bình" } };
  const address = "/v3.0/oa/message/template";
  beforeEach(() => sim.follow(officer.id));

  test.each([
    ["a good order", {}, 0],
    ["a template for phones only", { template_id: "480105" }, -249],
    ["an unknown template", { template_id: "1" }, -201],
    ["a value that is missing", { template_data: {} }, -201],
    ["an unknown person", { user_id: "1" }, -201],
  ])("%s answers as Zalo does", async (_what, change, error) => {
    expect(await zalo.post(address, { ...byId, ...change })).toMatchObject({ error });
  });

  test("the window of seven days and the Zalo Cloud Account count", async () => {
    sim.setConditions({ zca: "missing" });
    expect(await zalo.post(address, byId)).toMatchObject({ error: -320 });

    sim.advanceClock(8 * day);
    expect(await zalo.post(address, byId)).toMatchObject({ error: -230 });
  });
});
