import { lookAtZalo } from "@truong-an/bot-server/alerts/look";
import type { MyChannels, Status } from "@truong-an/shared/api/staff-alerts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Alerting, openAlerting, staffIdOf } from "../../support/alerting.ts";
import { type Colleague, joinDesk } from "../../support/colleague.ts";
import { emailOf, zaloIdOf } from "../../support/demo-ids.ts";

let house: Alerting;
let school: Colleague;
beforeAll(async () => {
  house = await openAlerting();
  school = await joinDesk(house, "cill-cus");
});
beforeEach(async () => {
  house.sim.reset();
  await house.database.query("delete from channel_tests");
  await house.database.query("delete from graphile_worker._private_jobs");
  await house.database.query("delete from duty_channels where staff_id = $1", [staff]);
  await house.database.query(
    "insert into duty_channels values ($1, 1, 'oa-message', $2), ($1, 2, 'email', $3)",
    [staff, zaloIdOf("cill-cus"), emailOf("cill-cus")],
  );
});
afterAll(() => house.close());

const staff = staffIdOf("cill-cus");

async function mine(): Promise<MyChannels> {
  return (await school.call("GET", "/api/staff/my-channels")).body as MyChannels;
}
const post = async (path: string, body?: unknown) =>
  (await school.call("POST", `/api/staff/my-channels/${path}`, body)).status;

describe("what a member sees of their own channels", () => {
  test("each with what it can do now, and no account's id", async () => {
    const { channels, usual, urgent } = await mine();

    expect(channels.map(({ channel, isLinked }) => [channel, isLinked])).toEqual([
      ["oa-message", true],
      ["zns", false],
      ["bot", false],
      ["email", true],
    ]);
    expect(channels.map(({ address }) => address)).toEqual([null, null, null, emailOf("cill-cus")]);
    expect([usual, urgent]).toEqual([
      ["oa-message", "email"],
      ["oa-message", "email"],
    ]);
    expect(JSON.stringify(channels)).not.toContain(zaloIdOf("cill-cus"));
  });

  test("a window that closes soon, and one that has closed", async () => {
    const heardOf = (days: number) =>
      house.database.query("update zalo_contacts set last_interaction_at = $1 where user_id = $2", [
        new Date(house.clock.now() - days * 86_400_000),
        zaloIdOf("cill-cus"),
      ]);

    await heardOf(6);
    const soon = (await mine()).channels[0]?.usable;
    await heardOf(8);
    const closed = (await mine()).channels[0]?.usable;
    await heardOf(0);

    expect(soon).toEqual({ kind: "closing", at: house.clock.now() + 86_400_000 });
    expect(closed).toEqual({ kind: "skipped", why: "window-closed", until: null });
  });
});

describe("addresses", () => {
  test("a phone number is kept as ZNS wants it, at the end of both orders", async () => {
    const status = await post("address", { channel: "zns", address: "0912 345 678" });

    const { channels, usual, urgent } = await mine();
    expect(status).toBe(204);
    expect(channels[1]).toMatchObject({ address: "84912345678", isLinked: true });
    expect([usual.at(-1), urgent.at(-1)]).toEqual(["zns", "zns"]);
  });

  test.each([
    ["zns", "113"],
    ["zns", "không có số"],
    ["email", "hanh@"],
  ])("what is no address for %s is refused: %j", async (channel, address) => {
    expect(await post("address", { channel, address })).toBe(422);
  });

  test("the last channel cannot be taken away", async () => {
    expect(await post("address", { channel: "email", address: null })).toBe(204);

    expect(await post("unlink", { channel: "oa-message" })).toBe(409);
    expect((await mine()).usual).toEqual(["oa-message"]);
  });

  test("an account that is not linked any more is called no more", async () => {
    expect(await post("unlink", { channel: "oa-message" })).toBe(204);

    const { rows } = await house.database.query("select 1 from staff_zalo where staff_id = $1", [
      staff,
    ]);
    expect(rows).toEqual([]);
    expect((await mine()).usual).toEqual(["email"]);
    await house.database.query("insert into zalo_contacts values ($1, now())", [
      zaloIdOf("cill-cus"),
    ]);
    await house.database.query("insert into staff_zalo values ($1, $2, now())", [
      staff,
      zaloIdOf("cill-cus"),
    ]);
  });
});

describe("the two orders", () => {
  test("are kept apart", async () => {
    await post("order", { urgent: true, channels: ["email", "oa-message"] });
    const first = await mine();
    await post("order", { urgent: false, channels: ["email", "oa-message"] });
    await post("order", { urgent: true, channels: ["oa-message", "email"] });
    const then = await mine();

    expect([first.urgent, first.usual]).toEqual([
      ["email", "oa-message"],
      ["oa-message", "email"],
    ]);
    expect([then.urgent, then.usual]).toEqual([
      ["oa-message", "email"],
      ["email", "oa-message"],
    ]);
  });

  test.each([
    ["one is missing", ["email"]],
    ["one is not theirs", ["email", "oa-message", "bot"]],
    ["one stands twice", ["email", "email"]],
  ])("is refused when %s", async (_why, channels) => {
    expect(await post("order", { urgent: true, channels })).toBe(409);
  });
});

describe("a test alert", () => {
  test("is sent by a job, says that it is one, and how it went is shown", async () => {
    expect(await post("try", { channel: "oa-message" })).toBe(204);
    const before = (await mine()).channels[0]?.trial;
    await house.crank("try-channel");
    const after = (await mine()).channels[0]?.trial;

    expect(before).toMatchObject({ outcome: null });
    expect(after).toMatchObject({ outcome: "delivered", code: "ok" });
    expect(JSON.stringify(house.sim.items(zaloIdOf("cill-cus")))).toContain("Đây là tin thử");
  });

  test("says why when it cannot work", async () => {
    house.sim.unfollow(zaloIdOf("cill-cus"));
    await house.database.query("update zalo_contacts set follows = false where user_id = $1", [
      zaloIdOf("cill-cus"),
    ]);
    await post("try", { channel: "oa-message" });
    await house.crank("try-channel");

    const trial = (await mine()).channels[0]?.trial;
    await house.database.query("update zalo_contacts set follows = true");

    expect(trial).toMatchObject({ outcome: "refused", code: "unfollowed" });
  });

  test("another one only after a pause, and none for a channel that one does not have", async () => {
    await post("try", { channel: "email" });

    expect(await post("try", { channel: "email" })).toBe(429);
    expect(await post("try", { channel: "bot" })).toBe(404);
  });
});

test("a one-time code is answered once, in a form that is easy to compare", async () => {
  const answer = await school.call("POST", "/api/staff/my-channels/link-code");

  expect(answer.body).toEqual({
    code: expect.stringMatching(/^LK [2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/),
    expiresAt: house.clock.now() + 15 * 60_000,
  });
});

describe("the status that everyone at a desk may see", () => {
  const status = async () => (await school.call("GET", "/api/staff/status")).body as Status;

  test("names each channel, since when it fails, and with which code", async () => {
    house.sim.fail({ next: 1, kind: "refuse", at: "cs", code: -211 });
    await house.call(await house.report(), "cill-cus");

    const { channels } = await status();
    await house.database.query("delete from channel_health");

    expect(channels[0]).toMatchObject({
      channel: "oa-message",
      state: "failing",
      failingSince: house.clock.now(),
      code: "-211",
    });
    expect(channels[3]).toMatchObject({ channel: "email", state: "works" });
    expect(channels[3]?.lastDeliveredAt).not.toBeNull();
  });

  test("tells what Zalo says of the account, once a job has asked", async () => {
    await house.database.query("delete from zalo_standing");
    const before = (await status()).zalo;
    await lookAtZalo(house.world);
    const after = (await status()).zalo;

    expect(before.lookedAt).toBeNull();
    expect(after).toMatchObject({
      lookedAt: house.clock.now(),
      znsRemaining: expect.any(Number),
      packageName: expect.any(String),
      isTokenRefused: false,
    });
  });

  test("nobody outside sees it", async () => {
    const answer = await fetch(`${house.url}/api/staff/status`);

    expect(answer.status).toBe(401);
  });
});
