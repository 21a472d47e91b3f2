import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { joinDesk } from "../../support/colleague.ts";
import { emailOf } from "../../support/demo-ids.ts";
import { setGroup } from "../../support/group-rows.ts";
import { eventually, openStage, type Stage } from "../../support/stage.ts";
import { makeGroups } from "../../support/zalo-groups.ts";

const day = 24 * 60 * 60_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const desk of ["cill-cus", "police-nam-ban", "doi-thong"]) await joinDesk(stage, desk);
});
beforeEach(async () => {
  await stage.database.query("update zalo_groups set state = 'deleted'");
});
afterAll(() => stage.close());

/** The daily round, to its end. */
async function watch(): Promise<void> {
  await stage.database.query("select graphile_worker.add_job('watch-assets', '{}'::json)");
  await eventually("the end of the round", async () => {
    const { rowCount } = await stage.database.query(
      "select 1 from graphile_worker.jobs where task_identifier in ('watch-assets', 'warn-of-lapse')",
    );
    return rowCount === 0 ? true : undefined;
  });
}

const letters = () => stage.mail.mails().filter(({ subject }) => subject.includes("sắp hết hạn"));

test("the leads of a group's place are warned fourteen and three days before, once each", async () => {
  const now = Date.now();
  const id = await setGroup(stage.database, { name: "Phụ huynh", assetUntil: now + 13 * day });

  await watch();
  await watch();
  const first = letters();
  await stage.database.query("update zalo_groups set asset_until = $2 where id = $1", [
    id,
    new Date(now + 2 * day).toISOString(),
  ]);
  await watch();
  await watch();

  const readers = first.flatMap(({ to }) => to).toSorted();
  expect(readers).toEqual([emailOf("cill-cus"), emailOf("police-nam-ban")].toSorted());
  expect(first[0]?.text).toContain("khoảng 14 ngày");
  expect(letters()).toHaveLength(4);
  expect(letters().at(-1)?.text).toContain("khoảng 3 ngày");
});

test("a group that renews itself, and one that lapses much later, warn nobody", async () => {
  const before = letters().length;
  const id = await setGroup(stage.database, { assetUntil: Date.now() + 2 * day });
  await stage.database.query("update zalo_groups set asset_renews = true where id = $1", [id]);
  await setGroup(stage.database, { assetUntil: Date.now() + 30 * day });

  await watch();

  expect(letters()).toHaveLength(before);
});

test("paid for longer and lapsing again, it is warned of again", async () => {
  const [group] = await makeGroups(stage, 1);
  const assetId = stage.sim.assets().find(({ usedBy }) => usedBy === group?.zaloId)?.id ?? "";
  const now = stage.sim.now();
  await stage.database.query(
    "update zalo_groups set asset_until = $2, lapse_warned = 3 where id = $1",
    [group?.id, new Date(now + 2 * day).toISOString()],
  );
  const before = letters().length;
  stage.sim.setAssetValidThrough(assetId, now + 10 * day);
  await read(group?.zaloId ?? "");
  await read(group?.zaloId ?? ""); // nothing new in it: no reason to warn once more

  await watch();
  await read(group?.zaloId ?? "");
  await watch();

  expect(letters()).toHaveLength(before + 2);
});

/** What Zalo says of a group now. */
async function read(zaloGroupId: string): Promise<void> {
  await stage.database.query(
    "select graphile_worker.add_job('read-group', json_build_object('zaloGroupId', $1::text))",
    [zaloGroupId],
  );
  await eventually("the end of the reading", async () => {
    const { rowCount } = await stage.database.query(
      "select 1 from graphile_worker.jobs where task_identifier = 'read-group'",
    );
    return rowCount === 0 ? true : undefined;
  });
}

test("once it is over, Zalo is asked how the group stands", async () => {
  const id = await setGroup(stage.database, { assetUntil: Date.now() - day, zaloId: "gone" });

  await watch();

  await eventually("the group as Zalo tells of it", async () => {
    const { rows } = await stage.database.query("select state from zalo_groups where id = $1", [
      id,
    ]);
    return rows[0]?.state === "deleted" ? true : undefined; // the simulator knows no such group
  });
});
