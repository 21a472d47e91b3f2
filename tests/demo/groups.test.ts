import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { setBulletin } from "../support/bulletin-rows.ts";
import { freshDatabase } from "../support/database.ts";
import { deskIdOf } from "../support/demo-ids.ts";
import { setGroup } from "../support/group-rows.ts";
import { startZaloSim } from "../zalo-sim/start.ts";
import { people, zaloPeople } from "./directory.ts";
import { demoGroupId, openDemoGroup } from "./groups.ts";
import { seedDirectory } from "./seed.ts";

test("on the second start the phones are empty, and a bulletin can be sent to the group again", async () => {
  const fresh = await freshDatabase();
  await seedDirectory(fresh.url, undefined, people);
  const database = new pg.Pool({ connectionString: fresh.url, max: 1 });
  const first = await startZaloSim({ port: 0, people: zaloPeople });
  await openDemoGroup(first, fresh.url);
  await setSent(database, [demoGroupId]);
  const other = await setGroup(database);
  await setSent(database, [demoGroupId, other]);
  await first.stop();

  const second = await startZaloSim({ port: 0, people: zaloPeople });
  await openDemoGroup(second, fresh.url);
  const posts = await database.query("select group_id from broadcast_posts");
  const broadcasts = await database.query("select count(*)::int as count from broadcasts");
  await second.stop();
  await database.end();
  await fresh.drop();

  expect(posts.rows).toEqual([{ group_id: other }]);
  expect(broadcasts.rows).toEqual([{ count: 1 }]);
});

/** A bulletin that these groups have. */
async function setSent(database: pg.Pool, groups: readonly string[]): Promise<void> {
  const id = randomUUID();
  await database.query(
    `insert into broadcasts (id, bulletin_id, staff_id, desk_id, started_at, finished_at)
     values ($1, $2, $3, $4, now(), now())`,
    [id, await setBulletin(database), people[0]?.id, deskIdOf("cill-cus")],
  );
  await database.query(
    `insert into broadcast_posts (broadcast_id, group_id, status, attempts, changed_at)
     select $1, unnest($2::uuid[]), 'sent', 1, now()`,
    [id, groups],
  );
}
