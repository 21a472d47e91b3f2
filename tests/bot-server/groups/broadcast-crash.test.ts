import { readConfig } from "@truong-an/bot-server/config";
import { type RunningServer, startServer } from "@truong-an/bot-server/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { giveCover, setBulletin } from "../../support/bulletin-rows.ts";
import { type Colleague, joinDesk } from "../../support/colleague.ts";
import { type ServerProcess, startServerProcess } from "../../support/server-process.ts";
import { type Backdrop, eventually, openBackdrop } from "../../support/stage.ts";
import {
  broadcastOver,
  broadcastPath,
  makeGroups,
  manyAssets,
  postsAt,
  postsOf,
} from "../../support/zalo-groups.ts";

let backdrop: Backdrop;
let web: RunningServer;
let school: Colleague;
let workers: ServerProcess[] = [];

async function open(callsPerMinute = 4_000): Promise<void> {
  const zalo = { assets: manyAssets(40), callsPerMinute };
  backdrop = await openBackdrop({ zalo });
  web = await startServer(readConfig({ ...backdrop.environment, ROLE: "web" }));
  school = await joinDesk({ url: web.url ?? "", invitations: backdrop.invitations }, "cill-cus");
}
async function work(): Promise<ServerProcess> {
  const worker = await startServerProcess({ ...backdrop.environment, ROLE: "worker" });
  workers.push(worker);
  return worker;
}
beforeEach(() => {
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await web.close();
  await backdrop.close();
});

const all = (count: number, what: number) => Array.from({ length: count }, () => what);
const soFar = (groups: Parameters<typeof postsAt>[1]) =>
  postsAt(backdrop.sim, groups).filter((count) => count > 0).length;

describe("thirty groups, and a worker that is killed on the way", () => {
  test("each has exactly one post, whatever else went wrong", async () => {
    await open();
    const groups = await makeGroups(backdrop, 30);
    const bulletinId = await setBulletin(backdrop.database, { place: "school" });
    const troubles = [
      "http500",
      "html502",
      "empty",
      "answer-then-drop",
      "answer-then-drop",
    ] as const;
    for (const [index, kind] of troubles.entries()) {
      const groupId = groups[index * 5]?.zaloId ?? "";
      backdrop.sim.fail({ next: 1, kind, at: "group", groupId });
    }
    backdrop.sim.fail({ next: 1_000, kind: "slow", ms: 60, at: "group" });
    const first = await work();

    await school.call("POST", broadcastPath(bulletinId, "/start"));
    await eventually("some of the posts", () => (soFar(groups) >= 7 ? true : undefined));
    await first.kill();
    const whenKilled = soFar(groups);
    await work();
    await broadcastOver(backdrop, bulletinId, 90);

    expect(whenKilled).toBeLessThan(30);
    expect(postsAt(backdrop.sim, groups)).toEqual(all(30, 1));
    expect(new Set(await postsOf(backdrop, bulletinId, groups))).toEqual(new Set(["sent"]));
  }, 150_000);

  test("killed while Zalo was posting: found there afterwards, not posted again", async () => {
    await open();
    const groups = await makeGroups(backdrop, 1);
    const bulletinId = await setBulletin(backdrop.database, { place: "school" });
    backdrop.sim.fail({ next: 1, kind: "slow", ms: 1_500, at: "group" });
    const first = await work();

    await school.call("POST", broadcastPath(bulletinId, "/start"));
    await eventually("the post under way", () =>
      backdrop.sim.requests().some(({ url }) => url.endsWith("/group/message")) ? true : undefined,
    );
    await first.kill();
    const leftBehind = await postsOf(backdrop, bulletinId, groups);
    await work();
    await broadcastOver(backdrop, bulletinId, 60);

    expect(leftBehind).toEqual(["sending"]);
    expect(postsAt(backdrop.sim, groups)).toEqual([1]);
  }, 120_000);

  test.each([
    ["description", "sent"],
    ["nowhere", "unsure abandoned"],
  ] as const)(
    "killed while Zalo was posting a cover, whose words the history keeps in %s: not posted again",
    async (pictureWords, end) => {
      await open();
      backdrop.sim.setConditions({ pictureWords });
      const groups = await makeGroups(backdrop, 1);
      const bulletinId = await setBulletin(backdrop.database, { place: "school" });
      await giveCover(backdrop.database, bulletinId);
      backdrop.sim.fail({ next: 1, kind: "slow", ms: 1_500, at: "group" });
      const first = await work();

      await school.call("POST", broadcastPath(bulletinId, "/start"));
      await eventually("the post under way", () =>
        backdrop.sim.requests().some(({ url }) => url.endsWith("/group/message"))
          ? true
          : undefined,
      );
      await first.kill();
      await work();
      await broadcastOver(backdrop, bulletinId, 60);

      expect(postsAt(backdrop.sim, groups)).toEqual([1]);
      expect(await postsOf(backdrop, bulletinId, groups)).toEqual([end]);
    },
    120_000,
  );
});

test("two workers share the groups, one of them is killed, and none is posted to twice", async () => {
  await open();
  const groups = await makeGroups(backdrop, 30);
  const bulletinId = await setBulletin(backdrop.database, { place: "school" });
  backdrop.sim.fail({ next: 1_000, kind: "slow", ms: 60, at: "group" });
  const [first] = await Promise.all([work(), work()]);
  await school.call("POST", broadcastPath(bulletinId, "/start"));
  await eventually("the first post", () => (soFar(groups) > 0 ? true : undefined));
  // A second walk beside the first, as when a job is given back although its worker still lives.
  await backdrop.database.query(
    `select graphile_worker.add_job('broadcast-bulletin',
       (select json_build_object('broadcastId', id) from broadcasts))`,
  );

  await eventually("some of the posts", () => (soFar(groups) >= 8 ? true : undefined));
  await first.kill();
  await broadcastOver(backdrop, bulletinId, 90);

  expect(postsAt(backdrop.sim, groups)).toEqual(all(30, 1));
}, 150_000);

test("a small allowance of calls is not overdrawn: the rest goes in the next minute", async () => {
  await open(60);
  const groups = await makeGroups(backdrop, 20);
  await spend(33);
  const bulletinId = await setBulletin(backdrop.database, { place: "school" });
  const before = backdrop.sim.requests().length;
  await work();

  await school.call("POST", broadcastPath(bulletinId, "/start"));
  await broadcastOver(backdrop, bulletinId, 140);

  const since = backdrop.sim.requests().slice(before);
  const calls = since.filter(({ url }) => url.includes("/group/message")); // a look at the account is another matter
  const minutes = calls.map(({ at }) => Math.floor(at / 60_000));
  expect(postsAt(backdrop.sim, groups)).toEqual(all(20, 1));
  expect(calls).toHaveLength(20); // nobody had to be told to come back
  expect(new Set(minutes).size).toBe(2);
}, 180_000);

/** Others use the account too. Waits for a fresh minute first, so that the rest of it is known. */
async function spend(calls: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60_000 - (Date.now() % 60_000)));
  for (let call = 0; call < calls; call += 1) {
    await fetch(`${backdrop.sim.url}/v3.0/oa/group/getgroupsofoa`, {
      headers: { access_token: "sim-access-token" },
    });
  }
}
