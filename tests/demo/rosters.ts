import pg from "pg";
import { colleagues, desks, people } from "./directory.ts";

type DemoTurn = {
  readonly staffId: string;
  readonly weekdays: readonly number[];
  readonly hours: readonly [from: number, to: number];
  readonly days: "every-day" | "school-days";
};

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * Duty rosters for two desks of the pilot: the police by day and by night, the school's deputy head
 * in school hours and everyone there otherwise. The other desks have none: everyone is on duty.
 */
export async function seedRosters(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await plan(client, "police-nam-ban", "nobody", [
      { staffId: first("police-nam-ban"), weekdays: everyDay, hours: [7, 19], days: "every-day" },
      { staffId: second("police-nam-ban"), weekdays: everyDay, hours: [19, 7], days: "every-day" },
    ]);
    await plan(client, "cill-cus", "everyone", [
      {
        staffId: first("cill-cus"),
        weekdays: [1, 2, 3, 4, 5],
        hours: [7, 17],
        days: "school-days",
      },
    ]);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function plan(
  client: pg.Client,
  desk: string,
  otherwise: "everyone" | "nobody",
  turns: readonly DemoTurn[],
): Promise<void> {
  const deskId = desks.find(({ key }) => key === desk)?.id;
  await client.query("insert into duty_plans (desk_id, number, otherwise) values ($1, 1, $2)", [
    deskId,
    otherwise,
  ]);
  for (const [position, { staffId, weekdays, hours, days }] of turns.entries()) {
    await client.query("insert into duty_patterns values ($1, $2, $3, $4, $5, $6, $7)", [
      deskId,
      position,
      staffId,
      weekdays,
      hours[0] * 60,
      hours[1] * 60,
      days,
    ]);
  }
}

function first(desk: string): string {
  return people.find((one) => one.desk === desk)?.id ?? "";
}

function second(desk: string): string {
  return colleagues.find((one) => one.desk === desk)?.id ?? "";
}
