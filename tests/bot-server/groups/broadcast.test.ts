import type { BroadcastRow } from "@truong-an/shared/api/groups";
import type { BulletinId } from "@truong-an/shared/ids";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { schools } from "../../demo/directory.ts";
import {
  correctBulletin,
  giveCover,
  setBulletin,
  withdrawBulletin,
} from "../../support/bulletin-rows.ts";
import { type Colleague, joinDesk } from "../../support/colleague.ts";
import { setGroup } from "../../support/group-rows.ts";
import { eventually, openStage, type Stage } from "../../support/stage.ts";
import {
  broadcastOver,
  broadcastPath,
  groupMember,
  makeGroups,
  manyAssets,
  postsAt,
  postsOf,
  type RealGroup,
} from "../../support/zalo-groups.ts";

let stage: Stage;
let school: Colleague;
beforeAll(async () => {
  stage = await openStage({ zalo: { assets: manyAssets(40) } });
  school = await joinDesk(stage, "cill-cus");
});
afterEach(async () => {
  await stage.database.query("delete from graphile_worker._private_jobs where locked_by is null");
  await stage.database.query("update zalo_groups set state = 'deleted'");
  stage.sim.reset();
});
afterAll(() => stage.close());

const ask = (bulletinId: BulletinId, act: string, body?: unknown) =>
  school.call("POST", broadcastPath(bulletinId, `/${act}`), body);
const progress = async (bulletinId: BulletinId) =>
  (await school.call("GET", broadcastPath(bulletinId))).body as BroadcastRow;

describe("a bulletin goes to its groups", () => {
  test("each gets it once: title, how it begins, and where to read on", async () => {
    const groups = await makeGroups(stage, 3);
    const bulletinId = await setBulletin(stage.database, {
      title: "Mũ bảo hiểm [@tất cả]",
      body: "Đội mũ đúng cách.",
      place: "school",
    });

    const asked = await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(asked.status).toBe(204);
    expect(postsAt(stage.sim, groups)).toEqual([1, 1, 1]);
    expect(stage.sim.items(groupMember).at(-1)).toMatchObject({
      text: `Mũ bảo hiểm [ @tất cả]\n\nĐội mũ đúng cách.\n\nhttp://127.0.0.1:3000?bulletin=${bulletinId}`,
    });
    expect((await progress(bulletinId)).posts.map(({ status }) => status)).toEqual([
      "sent",
      "sent",
      "sent",
    ]);
  });

  test("a school's own bulletin stays on its list, however much others publish", async () => {
    const publishedAt = Date.now() - 24 * 60 * 60_000;
    const bulletinId = await setBulletin(stage.database, { place: "school", publishedAt });
    for (let others = 0; others < 320; others += 1) {
      await setBulletin(stage.database, { place: "other school" });
    }

    const { body } = await school.call("GET", "/api/staff/broadcasts");

    const listed = (body as { bulletins: BroadcastRow[] }).bulletins.map((one) => one.bulletinId);
    expect(listed).toContain(bulletinId);
    expect(listed.length).toBeLessThanOrEqual(30);
  });

  test("asked for again it goes only where it has not been", async () => {
    const first = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);
    const second = await makeGroups(stage, 1);

    const again = await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);
    const third = await ask(bulletinId, "start");

    expect(again.status).toBe(204);
    expect(third.status).toBe(409);
    expect(postsAt(stage.sim, [...first, ...second])).toEqual([1, 1]);
  });

  test("a cover is uploaded once and shown in every group", async () => {
    await makeGroups(stage, 2);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    await giveCover(stage.database, bulletinId);

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    const uploads = stage.sim.requests().filter(({ url }) => url.includes("/upload/image"));
    expect(uploads).toHaveLength(1);
    expect(stage.sim.items(groupMember)).toMatchObject([
      { attachment: { kind: "image" } },
      { attachment: { kind: "image" } },
    ]);
  });

  test("a cover that Zalo has forgotten is uploaded again", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    await giveCover(stage.database, bulletinId);
    const [group] = groups;
    stage.sim.fail({
      next: 1,
      kind: "refuse",
      code: -100,
      at: "group",
      groupId: group?.zaloId ?? "",
    });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    const uploads = stage.sim.requests().filter(({ url }) => url.includes("/upload/image"));
    expect(uploads).toHaveLength(2);
    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect(await triesOf(bulletinId)).toEqual([2]);
  });

  test("the audit tells who began it and what it came to", async () => {
    await makeGroups(stage, 2);
    const bulletinId = await setBulletin(stage.database, { place: "school" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    const { rows } = await stage.database.query(
      "select kind, staff_id, details from audit_entries where details ->> 'bulletinId' = $1 order by id",
      [bulletinId],
    );
    expect(rows).toEqual([
      { kind: "broadcast-started", staff_id: school.me.id, details: { bulletinId, groups: 2 } },
      {
        kind: "broadcast-finished",
        staff_id: null,
        details: { bulletinId, all: 2, sent: 2, pending: 0, failed: 0, unsure: 0, cancelled: 0 },
      },
    ]);
  });

  test("withdrawn on its way, it stops", async () => {
    const groups = await makeGroups(stage, 2);
    const bulletinId = await startSlowly();

    await withdrawBulletin(stage.database, bulletinId);
    await broadcastOver(stage, bulletinId);

    expect((await postsOf(stage, bulletinId, groups)).toSorted()).toEqual(["cancelled", "sent"]);
    expect(postsAt(stage.sim, groups).toSorted()).toEqual([0, 1]);
  });

  test("corrected on its way, the other groups get the new words", async () => {
    const groups = await makeGroups(stage, 3);
    const bulletinId = await startSlowly();

    await correctBulletin(stage.database, bulletinId, "Đi xe đạp điện, đã sửa");
    await broadcastOver(stage, bulletinId);

    const said = stage.sim
      .items(groupMember)
      .flatMap((item) => ("text" in item ? [item.text] : []));
    expect(postsAt(stage.sim, groups)).toEqual([1, 1, 1]);
    expect(said.filter((text) => text.startsWith("Đi xe đạp điện, đã sửa"))).toHaveLength(2);
  });

  test.each([
    ["let go", "state = 'deleted'"],
    ["given to another school", `school_id = '${schools[1]?.id}'`],
    ["of staff alone now", "readers = '{staff}'"],
  ])("a group that is %s while it waits gets nothing", async (_what, change) => {
    const groups = await makeGroups(stage, 2);
    const bulletinId = await startSlowly();

    await stage.database.query(
      `update zalo_groups set ${change} where id in
         (select group_id from broadcast_posts where status = 'waiting')`,
    );
    await broadcastOver(stage, bulletinId);

    expect((await postsOf(stage, bulletinId, groups)).toSorted()).toEqual(["cancelled", "sent"]);
    expect(postsAt(stage.sim, groups).toSorted()).toEqual([0, 1]);
  });

  /** A bulletin whose first post is under way, and takes its time. */
  async function startSlowly(): Promise<BulletinId> {
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 1, kind: "slow", ms: 1_000, at: "group" });
    await ask(bulletinId, "start");
    await eventually("the first post under way", () =>
      stage.sim.requests().some(({ url }) => url.endsWith("/group/message")) ? true : undefined,
    );
    return bulletinId;
  }
});

describe("when Zalo does not do as asked", () => {
  test("no answer although it was done: found in the group, not sent again", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 1, kind: "answer-then-drop", at: "group" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect(await postsOf(stage, bulletinId, groups)).toEqual(["sent"]);
  });

  test.each([
    ["http500", "http500"],
    ["html502", "html502"],
    ["empty", "empty"],
    ["silence", "timeout"],
  ] as const)("%s: looked up, not found, sent again", async (_what, kind) => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 1, kind, at: "group" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect(await postsOf(stage, bulletinId, groups)).toEqual(["sent"]);
  });

  test.each([
    ["a picture's words stand elsewhere", { pictureWords: "description" }, "sent"],
    ["a picture's words are not told", { pictureWords: "nowhere" }, "unsure timeout"],
    ["nobody says who wrote", { historyNamesSender: false }, "unsure timeout"],
  ] as const)("with a cover, and %s in the history: never twice", async (_what, history, end) => {
    stage.sim.setConditions(history);
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    await giveCover(stage.database, bulletinId);
    stage.sim.fail({ next: 1, kind: "slow", ms: 6_000, at: "group" }); // longer than we wait

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect(await postsOf(stage, bulletinId, groups)).toEqual([end]);
  });

  test("a lively group hides whether it has arrived: a person looks, and nothing is sent again", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 1, kind: "answer-then-drop", at: "group" });

    await ask(bulletinId, "start");
    await eventually("the post", () => (postsAt(stage.sim, groups)[0] === 1 ? true : undefined));
    talk(groups);
    await broadcastOver(stage, bulletinId);

    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect((await progress(bulletinId)).posts).toMatchObject([
      { status: "unsure", isPending: false },
    ]);
  });

  test("much was said before it: what is older need not be read", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.advanceClock(-300_000);
    talk(groups);
    stage.sim.advanceClock(300_000);
    stage.sim.fail({ next: 1, kind: "http500", at: "group" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect(await postsOf(stage, bulletinId, groups)).toEqual(["sent"]);
  });

  test("sending that failed on their side (-200) is looked up before it is sent again", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 1, kind: "refuse", code: -200, at: "group" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    const calls = stage.sim.requests().map(({ url }) => url.replace(/\?.*$/, ""));
    expect(calls.filter((url) => url.endsWith("/group/conversation"))).not.toEqual([]);
    expect(postsAt(stage.sim, groups)).toEqual([1]);
    expect(await triesOf(bulletinId)).toEqual([2]);
  });

  test("-100 is about a cover: without one it is a refusal like any other", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 1, kind: "refuse", code: -100, at: "group" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(await postsOf(stage, bulletinId, groups)).toEqual(["failed -100"]);
  });

  /** More than is ever read of a group. */
  function talk([group]: readonly RealGroup[]): void {
    for (let line = 0; line < 120; line += 1) {
      stage.sim.sayInGroup(groupMember, group?.zaloId ?? "", "Dạ vâng");
    }
  }

  test("a refusal fails that group alone, and trying again sends to that group alone", async () => {
    const groups = await makeGroups(stage, 3);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    const [, second] = groups;
    stage.sim.fail({ next: 1, kind: "refuse", code: -211, groupId: second?.zaloId ?? "" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);
    const failed = await postsOf(stage, bulletinId, groups);
    const retried = await ask(bulletinId, "retry");
    await broadcastOver(stage, bulletinId);

    expect(failed).toEqual(["sent", "failed -211", "sent"]);
    expect(retried.status).toBe(204);
    expect(postsAt(stage.sim, groups)).toEqual([1, 1, 1]);
  });

  test("a group whose asset has lapsed fails and is shown as disabled", async () => {
    const groups = await makeGroups(stage, 1);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    const [asset] = stage.sim.assets().filter(({ usedBy }) => usedBy !== undefined);
    stage.sim.setAssetValidThrough(asset?.id ?? "", stage.sim.now() - 1);

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(await postsOf(stage, bulletinId, groups)).toEqual(["failed -237"]);
    expect((await progress(bulletinId)).posts).toMatchObject([{ groupState: "disabled" }]);
  });

  test("called back, what has not gone does not go; begun again, it does", async () => {
    const groups = await makeGroups(stage, 4);
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    stage.sim.fail({ next: 100, kind: "slow", ms: 700, at: "group" });

    await ask(bulletinId, "start");
    await eventually("one post", () => (postsAt(stage.sim, groups).includes(1) ? true : undefined));
    const stopped = await ask(bulletinId, "stop");
    await broadcastOver(stage, bulletinId);
    const before = postsAt(stage.sim, groups).filter((count) => count === 1).length;
    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(stopped.status).toBe(204);
    expect(before).toBeLessThan(4);
    expect(postsAt(stage.sim, groups)).toEqual([1, 1, 1, 1]);
  });
});

describe("somebody's own group with our Bot in it", () => {
  const botGroup = async () => {
    const { chatId: zaloId } = stage.sim.putBotInGroup("Lớp 5A", [groupMember]);
    const id = await setGroup(stage.database, { kind: "bot", zaloId, link: null });
    return [{ id, zaloId }];
  };
  const heard = (groupId: string) =>
    stage.sim.requests().filter(({ body }) => JSON.stringify(body ?? "").includes(groupId)).length;

  test("takes the same bulletin", async () => {
    const groups = await botGroup();
    const bulletinId = await setBulletin(stage.database, { place: "school" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);

    expect(await postsOf(stage, bulletinId, groups)).toEqual(["sent"]);
    expect(heard(groups[0]?.zaloId ?? "")).toBe(1);
  });

  test("cannot be read, so that a person says whether it has arrived", async () => {
    const groups = await botGroup();
    const bulletinId = await setBulletin(stage.database, { place: "school" });
    const groupId = groups[0]?.id ?? "";
    stage.sim.fail({ next: 1, kind: "http500", at: "bot" });

    await ask(bulletinId, "start");
    await broadcastOver(stage, bulletinId);
    const unsure = await postsOf(stage, bulletinId, groups);
    const retried = await ask(bulletinId, "retry");
    const answered = await ask(bulletinId, "answer", { groupId, isThere: false });
    await broadcastOver(stage, bulletinId);
    const twice = await ask(bulletinId, "answer", { groupId, isThere: true });

    expect(unsure).toEqual(["unsure server-error"]);
    expect(retried.status).toBe(409);
    expect(answered.status).toBe(204);
    expect(await postsOf(stage, bulletinId, groups)).toEqual(["sent"]);
    expect(twice.status).toBe(409);
  });
});

/** How often each post of a bulletin has been tried. */
async function triesOf(bulletinId: BulletinId): Promise<readonly number[]> {
  const { rows } = await stage.database.query<{ attempts: number }>(
    "select attempts from broadcast_posts join broadcasts on id = broadcast_id where bulletin_id = $1",
    [bulletinId],
  );
  return rows.map(({ attempts }) => attempts);
}
