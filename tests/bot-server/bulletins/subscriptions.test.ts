import {
  forgetSubscriber,
  subscribe,
  subscriptionsOf,
  unsubscribe,
} from "@truong-an/bot-server/bulletins/subscriptions";
import type { TopicChoice } from "@truong-an/shared/bulletin";
import { Topic } from "@truong-an/shared/bulletin";
import { SchoolId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { schools } from "../../demo/directory.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const [here, elsewhere] = schools.map(({ id }) => SchoolId.parse(id)) as [SchoolId, SchoolId];
const at = instant(Date.UTC(2026, 10, 30));
const userId = "4257319000000009999"; // longer than a number holds

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
beforeEach(() => forgetSubscriber(doorstep.world.db, userId));
afterAll(() => doorstep.close());

const ask = (topic: TopicChoice, schoolId = here, when = at) =>
  subscribe(doorstep.world.db, { userId, schoolId, topic }, when);
const takeBack = (topic: TopicChoice) =>
  unsubscribe(doorstep.world.db, { userId, schoolId: here, topic });
const theirs = () => subscriptionsOf(doorstep.world.db, userId);
const topicsHere = async () =>
  (await theirs()).filter(({ schoolId }) => schoolId === here).map(({ topic }) => topic);

test("a consent is kept once, with the time at which it was given", async () => {
  await ask("traffic");
  await ask("traffic", here, instant(at + 1));

  expect(await theirs()).toEqual([{ schoolId: here, topic: "traffic", consentedAt: at }]);
});

test("somebody nobody knew is known from now on, and not as one who wrote to us", async () => {
  const stranger = "4257319000000008888";

  await subscribe(doorstep.world.db, { userId: stranger, schoolId: here, topic: "all" }, at);

  const found = await doorstep.database.query(
    "select last_interaction_at from zalo_contacts where user_id = $1",
    [stranger],
  );
  expect(found.rows).toEqual([{ last_interaction_at: null }]);
});

test("everything takes the place of single topics, of this school only", async () => {
  await ask("traffic");
  await ask("law");
  await ask("drugs", elsewhere);
  await ask("all");
  await ask("fire");

  expect(await topicsHere()).toEqual(["all"]);
  expect(await theirs()).toHaveLength(2);
});

test("one topic is taken back alone, and everything at once", async () => {
  await ask("traffic");
  await ask("law");
  await takeBack("law");
  const afterOne = await topicsHere();
  await takeBack("all");

  expect(afterOne).toEqual(["traffic"]);
  expect(await theirs()).toEqual([]);
});

test("one topic taken back out of everything leaves all the others", async () => {
  await ask("all");

  await takeBack("drugs");

  expect((await topicsHere()).sort()).toEqual(
    Topic.options.filter((topic) => topic !== "drugs").sort(),
  );
  expect(new Set((await theirs()).map(({ consentedAt }) => consentedAt))).toEqual(new Set([at]));
});

test("who wants to be forgotten leaves nothing here, and their contact may go", async () => {
  await ask("all");
  await ask("law", elsewhere);

  await forgetSubscriber(doorstep.world.db, userId);

  expect(await theirs()).toEqual([]);
  await expect(
    doorstep.database.query("delete from zalo_contacts where user_id = $1", [userId]),
  ).resolves.toMatchObject({ rowCount: 1 });
});
