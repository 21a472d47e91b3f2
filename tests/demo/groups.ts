import pg from "pg";
import type { ZaloSim } from "../zalo-sim/start.ts";
import { families, people, schools } from "./directory.ts";
import { demoGroup } from "./text/vi.ts";

/** Always the same one of ours, whatever number this run's Zalo gives it. */
export const demoGroupId = "6c0b1d00-0000-4000-8000-000000000001";

/**
 * A group for the families of the pilot school, as if the school had made it some time ago: a
 * bulletin that is sent to it arrives on the phones of a parent and a pupil. The simulator forgets
 * everything when it ends, so that each start makes the group again and forgets what was sent to it.
 */
export async function openDemoGroup(sim: ZaloSim, databaseUrl: string): Promise<void> {
  const lead = people.find(({ desk }) => desk === "cill-cus");
  const made = await ask(sim, "creategroupwithoa", {
    group_name: demoGroup.name,
    group_description: demoGroup.description,
    asset_id: sim.assets()[0]?.id,
    member_user_ids: [lead?.zaloId],
  });
  const zaloId = made.group_id ?? "";
  for (const { id } of families.slice(0, 2)) sim.joinGroup(id, zaloId);
  await ask(sim, "updateinfo", { group_id: zaloId, lock_send_msg: true, join_appr: true });

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into zalo_groups (id, kind, zalo_id, school_id, readers, name, description, state, link,
         is_locked, asks_to_join, members, requests, asset_renews, added_at)
       values ($1, 'gmf', $2, $3, '{parents,pupils}', $4, $5, 'enabled', $6, true, true, 4, 0, false, now())
       on conflict (id) do update set zalo_id = excluded.zalo_id, link = excluded.link, state = 'enabled'`,
      [demoGroupId, zaloId, schools[0]?.id, demoGroup.name, demoGroup.description, made.group_link],
    );
    // The phones are empty again, so nothing has been sent to this group: any bulletin may be.
    await client.query("delete from broadcast_posts where group_id = $1", [demoGroupId]);
    await client.query(
      `delete from broadcasts where not exists (
         select 1 from broadcast_posts where broadcast_id = broadcasts.id)`,
    );
    // So that the page knows from the start what groups can be paid for with.
    await client.query(
      "select graphile_worker.add_job('sync-groups', '{}'::json, job_key => 'sync-groups')",
    );
  } finally {
    await client.end();
  }
}

type Made = { readonly group_id?: string; readonly group_link?: string };

async function ask(sim: ZaloSim, call: string, body: object): Promise<Made> {
  const answer = await fetch(`${sim.url}/v3.0/oa/group/${call}`, {
    method: "POST",
    headers: { access_token: "sim-access-token", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { data, error } = (await answer.json()) as { data?: Made; error: number };
  if (error !== 0) throw new Error(`the simulator refused ${call}: ${error}`);
  return data ?? {};
}
