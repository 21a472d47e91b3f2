import { openZalo } from "@truong-an/bot-server/zalo/client";
import type { ZaloUnreachable } from "@truong-an/bot-server/zalo/errors";
import { openPace } from "@truong-an/bot-server/zalo/pace";
import { staticToken } from "@truong-an/bot-server/zalo/tokens";
import { afterEach, describe, expect, test } from "vitest";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

const minute = 60_000;
const start = 1_800_000_000_000; // the beginning of a minute
const mai = { id: "5000000000000000001", name: "Mai", lastInteractionAt: start };
const bulletin = { userId: mai.id, text: "Có bản tin mới" };
const alert = { userId: mai.id, text: "Có việc cần xem" };

let sim: ZaloSim | undefined;
afterEach(async () => sim?.stop());

/** A simulated Zalo with so many calls a minute, and a client on the same clock. */
async function scene(callsPerMinute: number) {
  const opened = await startZaloSim({
    port: 0,
    people: [mai],
    callsPerMinute,
    realNow: () => start,
  });
  sim = opened;
  const client = () =>
    openZalo(
      {
        oaBaseUrl: opened.url,
        buttonTemplate: "none",
        buttonPress: "hide",
        timeoutMs: 2_000,
        now: opened.now,
      },
      staticToken("sim-access-token"),
    );
  return { sim: opened, zalo: client(), client };
}

test("bulk stops before the last fifth of a minute's calls, alerts go on to the last", async () => {
  const { zalo, sim } = await scene(10);
  for (let sent = 0; sent < 8; sent += 1) await zalo.sendOaMessage(bulletin, "bulk");

  const bulk = await failureOf(zalo.sendOaMessage(bulletin, "bulk"));
  await zalo.sendOaMessage(alert);
  await zalo.sendOaMessage(alert);
  const none = await failureOf(zalo.sendOaMessage(alert));

  expect(bulk).toMatchObject({ why: "busy", retryAfterMs: minute });
  expect(none).toMatchObject({ why: "busy", retryAfterMs: minute });
  expect(sim.requests()).toHaveLength(10); // what had to wait was not sent
});

test("looking at groups leaves the last fifth to alerts, too", async () => {
  const { zalo } = await scene(10);
  for (let sent = 0; sent < 8; sent += 1) await zalo.sendOaMessage(alert);
  const page = { offset: 0, count: 10 };
  const picture = new Uint8Array([0xff, 0xd8, 0xff]);

  const looks = await Promise.all(
    [
      zalo.groups.list(page),
      zalo.groups.get("g"),
      zalo.groups.requests("g", page),
      zalo.groups.conversation("g", page),
      zalo.groups.assets("gmf100", "sub_quota"),
      zalo.uploadImage(picture, "image/jpeg"),
    ].map(failureOf),
  );
  await zalo.sendOaMessage(alert);

  expect(looks.map((failure) => (failure as ZaloUnreachable).why)).toEqual(Array(6).fill("busy"));
});

test("when the minute turns, everything goes again", async () => {
  const { zalo, sim } = await scene(1);
  await zalo.sendOaMessage(alert);
  sim.advanceClock(minute - 1);
  const before = await failureOf(zalo.sendOaMessage(alert));

  sim.advanceClock(1);
  await zalo.sendOaMessage(bulletin, "bulk");

  expect(before).toMatchObject({ why: "busy", retryAfterMs: 1 });
});

test("-32 closes the way until the minute turns, without asking again", async () => {
  const { zalo, sim } = await scene(100);
  sim.fail({ next: 1, kind: "refuse", code: -32 });
  const first = await failureOf(zalo.sendOaMessage(alert));

  const second = await failureOf(zalo.sendOaMessage(alert));

  expect([first, second]).toMatchObject([{ why: "busy" }, { why: "busy" }]);
  expect(sim.requests()).toHaveLength(1);
});

test("another process finds out by its own answers what this one has used", async () => {
  const { zalo, client } = await scene(10);
  const other = client();
  for (let sent = 0; sent < 7; sent += 1) await zalo.sendOaMessage(alert);
  await other.sendOaMessage(bulletin, "bulk");

  const failure = await failureOf(other.sendOaMessage(bulletin, "bulk"));

  expect(failure).toMatchObject({ why: "busy" });
});

describe("headers", () => {
  const limits = (limit: string, remain: string) =>
    new Headers({ "x-ratelimit-limit": limit, "x-ratelimit-remain": remain });

  test("that are missing or no numbers change nothing", () => {
    const pace = openPace(() => start);
    pace.heard(new Headers());
    pace.heard(limits("many", "-1"));

    expect(() => pace.enter("bulk")).not.toThrow();
  });

  test("of an answer that was overtaken do not give calls back", () => {
    const pace = openPace(() => start);
    pace.heard(limits("10", "0"));
    pace.heard(limits("10", "9"));

    expect(() => pace.enter("urgent")).toThrow("busy");
  });

  test("count the calls that are still under way", () => {
    const pace = openPace(() => start);
    pace.heard(limits("10", "1"));
    pace.enter("urgent");

    expect(() => pace.enter("urgent")).toThrow("busy");
  });
});
