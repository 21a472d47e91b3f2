import { announceBulletin } from "@truong-an/bot-server/bulletins/announce";
import { subscribe } from "@truong-an/bot-server/bulletins/subscriptions";
import type { TopicChoice } from "@truong-an/shared/bulletin";
import { type BulletinId, SchoolId } from "@truong-an/shared/ids";
import { afterEach, beforeEach, expect, test } from "vitest";
import { schools } from "../../demo/directory.ts";
import { zaloSettings } from "../../demo/zalo-settings.ts";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const [here, elsewhere] = schools.map(({ id }) => SchoolId.parse(id)) as [SchoolId, SchoolId];
const dayMinutes = 24 * 60;

let doorstep: Doorstep;
beforeEach(async () => {
  doorstep = await openDoorstep(zaloSettings("http://127.0.0.1:9")); // nothing is sent from here
});
afterEach(() => doorstep.close());

async function follows(
  userId: string,
  given: { topic?: TopicChoice; schoolId?: SchoolId; silentDays?: number | null } = {},
): Promise<void> {
  const { topic = "all", schoolId = here, silentDays = 1 } = given;
  const now = doorstep.world.now();
  await subscribe(doorstep.world.db, { userId, schoolId, topic }, now);
  const heard = silentDays === null ? null : new Date(now - silentDays * dayMinutes * 60_000);
  await doorstep.database.query(
    "update zalo_contacts set last_interaction_at = $2 where user_id = $1",
    [userId, heard],
  );
}

async function wantsNotices(miniUserId: string, schoolId: SchoolId = here): Promise<void> {
  await doorstep.database.query(
    "insert into notice_subscriptions (mini_user_id, school_id, consented_at) values ($1, $2, now())",
    [miniUserId, schoolId],
  );
}

type Queued = {
  readonly name: string;
  readonly payload: Record<string, unknown>;
  priority: number;
};

async function queued(name: string): Promise<readonly Queued[]> {
  const { rows } = await doorstep.database.query(
    `select identifier as name, payload, jobs.priority from graphile_worker._private_jobs as jobs
     join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
     where identifier = $1 order by jobs.id`,
    [name],
  );
  return rows;
}

async function told(): Promise<readonly unknown[]> {
  return (await queued("say")).map(({ payload }) => payload["userId"]);
}

const announce = (bulletinId: BulletinId) => announceBulletin(doorstep.world, { bulletinId });

test("whoever follows this topic or all, of a school it is for, is told in the chat, and nobody else", async () => {
  await follows("1-all");
  await follows("2-this-topic", { topic: "traffic" });
  await follows("3-another-topic", { topic: "law" });
  await follows("4-another-school", { schoolId: elsewhere });
  await follows("5-silent-for-six-days", { silentDays: 6 });
  await follows("6-silent-for-eight-days", { silentDays: 8 });
  await follows("7-never-heard-of", { silentDays: null });
  const id = await setBulletin(doorstep.database, { topic: "traffic", place: "commune" });

  await announce(id);

  expect(await told()).toEqual(["1-all", "2-this-topic", "5-silent-for-six-days"]);
  const [first] = await queued("say");
  expect(first?.payload["phrase"]).toEqual({ say: "bulletin", bulletinId: id });
  expect(first?.priority).toBe(20); // everything else passes
});

test.each([
  ["the province", "province", ["here", "there"]],
  ["a commune", "commune", ["here"]],
  ["another commune", "other commune", ["there"]],
  ["a school", "school", ["here"]],
] as const)("what is for %s is told to its schools", async (_what, place, users) => {
  await follows("here");
  await follows("there", { schoolId: elsewhere });

  await announce(await setBulletin(doorstep.database, { place }));

  expect(await told()).toEqual(users);
});

test("who follows two schools is told once", async () => {
  await follows("both");
  await follows("both", { schoolId: elsewhere });
  await wantsNotices("both");
  await wantsNotices("both", elsewhere);

  await announce(await setBulletin(doorstep.database, { place: "province" }));

  expect(await told()).toEqual(["both"]);
  expect(await queued("send-notice")).toHaveLength(1);
});

test("a worker that dies after it has told some is followed by one that tells the others, and nobody twice", async () => {
  await doorstep.database.query(
    "insert into zalo_contacts select 'user-' || to_char(n, 'FM0000'), now() from generate_series(1, 450) n",
  );
  await doorstep.database.query(
    `insert into bulletin_subscriptions
     select user_id, $1, 'all', now() from zalo_contacts where user_id like 'user-%'`,
    [here],
  );
  await doorstep.database.query(
    "insert into notice_subscriptions select 'mini-' || to_char(n, 'FM0000'), $1, now() from generate_series(1, 230) n",
    [here],
  );
  const id = await setBulletin(doorstep.database, {});

  await announce(id);
  const afterOne = (await told()).length;
  await announce(id); // the first is done again, as after a crash
  await Promise.all([announce(id), announce(id), announce(id)]); // and two workers hold it at once

  const users = await told();
  const notices = (await queued("send-notice")).map(({ payload }) => payload["miniUserId"]);
  expect(afterOne).toBe(200);
  expect([users.length, new Set(users).size]).toEqual([450, 450]);
  expect([notices.length, new Set(notices).size]).toEqual([230, 230]);
  expect(await queued("announce-bulletin")).toHaveLength(1); // one follow-up at a time, by its key
});

test("what is withdrawn half-way is announced no further", async () => {
  await follows("late");
  const id = await setBulletin(doorstep.database, {});
  await doorstep.database.query(
    "update bulletin_versions set status = 'withdrawn', withdrawn_by = written_by, withdrawn_at = now() where bulletin_id = $1",
    [id],
  );

  await announce(id);

  expect(await told()).toEqual([]);
});

test("whoever took the consent back is not notified", async () => {
  await wantsNotices("gone");
  await wantsNotices("stays");
  await doorstep.database.query(
    "update notice_subscriptions set withdrawn_at = now() where mini_user_id = 'gone'",
  );

  await announce(await setBulletin(doorstep.database, {}));

  const notices = await queued("send-notice");
  expect(notices.map(({ payload }) => payload["miniUserId"])).toEqual(["stays"]);
});
