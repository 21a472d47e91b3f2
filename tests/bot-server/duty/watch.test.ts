import { gapsBelow } from "@truong-an/bot-server/duty/below";
import { watchRoster, watchRosters } from "@truong-an/bot-server/duty/watch";
import { DeskId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { colleagues, desks, people } from "../../demo/directory.ts";
import { at } from "../../shared/support/stories.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const monday = at("2026-12-07 07:00");

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep({ OPERATOR_EMAILS: "a@truong-an.invalid,b@truong-an.invalid" }, [
    ...people,
    ...colleagues,
  ]);
});
afterAll(() => doorstep.close());

beforeEach(async () => {
  await query("truncate duty_plans, duty_patterns, duty_covers, duty_absences, duty_warnings");
  await query("delete from graphile_worker._private_jobs");
  doorstep.clock.set(monday);
});

function query(text: string, values: unknown[] = []) {
  return doorstep.database.query(text, values);
}

/** A desk at which one person is on duty all the time. */
async function planned(desk: string): Promise<string> {
  const person = people.find((one) => one.desk === desk)?.id ?? "";
  const deskId = deskIdOf(desk);
  await query("insert into duty_plans (desk_id, number, otherwise) values ($1, 1, 'nobody')", [
    deskId,
  ]);
  await query(
    "insert into duty_patterns values ($1, 0, $2, '{1,2,3,4,5,6,7}', 0, 1440, 'every-day')",
    [deskId, person],
  );
  return person;
}

async function away(desk: string, from: string, to: string): Promise<void> {
  const person = people.find((one) => one.desk === desk)?.id;
  await query("insert into duty_absences values (gen_random_uuid(), $1, $2, $3, $4)", [
    deskIdOf(desk),
    person,
    new Date(at(from)),
    new Date(at(to)),
  ]);
}

/** Looks at the desk's roster; answers which desk's people are told, and the operators. */
async function look(desk: string): Promise<readonly string[]> {
  await query("delete from graphile_worker._private_jobs");
  await watchRoster(doorstep.world, { deskId: DeskId.parse(deskIdOf(desk)) });
  return (await told()).map(({ who }) => who).sort();
}

async function told() {
  const { rows } = await query(
    `select identifier, payload from graphile_worker._private_jobs jobs
     join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
     where identifier like 'notify%' order by jobs.id`,
  );
  return rows.map(({ payload }) => ({
    who:
      [...people, ...colleagues].find(({ id }) => id === payload.staffId)?.desk ??
      `operator ${payload.operator}`,
    notice: payload.notice,
  }));
}

const passDays = (days: number) => doorstep.clock.pass(days * 24 * 60);

test("a gap is told of as it comes in sight, three days before and one day before, once each", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 19:00", "2026-12-19 07:00");
  const everyone = ["department", "police-nam-ban", "police-nam-ban"];
  const seen: (readonly string[])[] = [];

  for (let day = 0; day < 14; day += 1) {
    seen.push(await look("police-nam-ban"), await look("police-nam-ban"));
    passDays(1);
  }

  const when = seen.flatMap((people, index) => (people.length === 0 ? [] : [index / 2]));
  expect(when).toEqual([0, 9, 11]); // 16 December is less than three days before, 18 is the day itself
  expect(seen.filter((people) => people.length > 0)).toEqual([everyone, everyone, everyone]);
});

test("the warning says when, to the desk's own people and to those above in other words", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 19:00", "2026-12-19 07:00");

  await look("police-nam-ban");

  const gaps = [{ from: at("2026-12-18 19:00"), to: at("2026-12-19 07:00") }];
  const notices = await told();
  expect(notices.map(({ who, notice }) => [who, notice.isOwnDesk])).toEqual([
    ["police-nam-ban", true],
    ["police-nam-ban", true],
    ["department", false],
  ]);
  expect(notices.every(({ notice }) => notice.more === 0)).toBe(true);
  expect(notices[0]?.notice.gaps).toEqual(gaps);
  const { rows } = await query(
    "select details from audit_entries where kind = 'duty-gaps-warned' order by id desc limit 1",
  );
  expect(rows).toEqual([{ details: { gaps: 1 } }]);
});

test.each([
  ["cill-cus", ["cill-cus", "cill-cus", "commune-nam-ban"]],
  ["doi-thong", ["department", "doi-thong"]],
  ["commune-nam-ban", ["commune-nam-ban", "department"]],
  ["department", ["department", "operator 0", "operator 1"]],
])("of a gap at %s hear the desk and the level above", async (desk, expected) => {
  await planned(desk);
  await away(desk, "2026-12-10 00:00", "2026-12-11 00:00");

  expect(await look(desk)).toEqual(expected);
});

test("above a desk the leads hear, once one has joined", async () => {
  await planned("commune-nam-ban");
  await away("commune-nam-ban", "2026-12-10 00:00", "2026-12-11 00:00");
  const department = deskIdOf("department");
  const second = colleagues[0]?.id; // sits at the department too, for this test
  await query("insert into desk_duty values ($1, $2)", [department, second]);
  await query("insert into desk_members values ($1, $2, 'lead', '\\x00', 1)", [department, second]);

  await look("commune-nam-ban");
  const ids = await query(
    "select payload ->> 'staffId' as id from graphile_worker._private_jobs order by id",
  );
  await query("delete from desk_members where staff_id = $1 and desk_id = $2", [
    second,
    department,
  ]);
  await query("delete from desk_duty where staff_id = $1 and desk_id = $2", [second, department]);

  expect(ids.rows.map(({ id }) => id)).toContain(second);
  expect(ids.rows).toHaveLength(2); // the commune's own, and that lead
});

test("the body above sees which of its desks have a gap, and no other desk does", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 19:00", "2026-12-19 07:00");
  await planned("cill-cus");
  await away("cill-cus", "2026-12-10 00:00", "2026-12-11 00:00");
  await look("police-nam-ban");
  await look("cill-cus");
  const below = async (desk: string) => {
    const deskId = DeskId.parse(deskIdOf(desk));
    const rows = await gapsBelow(doorstep.world.db, deskId, doorstep.clock.now());
    return rows.map(({ deskName, from }) => [deskName, from]);
  };

  const police = "Công an xã Nam Ban Lâm Hà";
  const school = "Tổ tiếp nhận Trường TH&THCS Cill Cus";
  expect(await below("department")).toEqual([[police, at("2026-12-18 19:00")]]);
  expect(await below("commune-nam-ban")).toEqual([[school, at("2026-12-10 00:00")]]);
  expect(await below("commune-doi-thong")).toEqual([]);
  expect(await below("police-nam-ban")).toEqual([]);
  passDays(3.5);
  expect(await below("commune-nam-ban")).toEqual([[school, doorstep.clock.now()]]);
  passDays(1);
  expect(await below("commune-nam-ban")).toEqual([]);
});

test("a gap that has been filled and opens again is told of again", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 19:00", "2026-12-19 07:00");

  const first = await look("police-nam-ban");
  await query("delete from duty_absences");
  const filled = await look("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 19:00", "2026-12-19 07:00");
  const again = await look("police-nam-ban");

  expect([first.length, filled.length, again.length]).toEqual([3, 0, 3]);
});

test("a gap that grows is told of again, one that shrinks is not", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 00:00", "2026-12-19 00:00");
  const first = await look("police-nam-ban");

  await query("update duty_absences set from_at = '2026-12-18 06:00+07'");
  const shorter = await look("police-nam-ban");
  await query("update duty_absences set to_at = '2026-12-20 00:00+07'");
  const longer = await look("police-nam-ban");

  expect([first.length, shorter.length, longer.length]).toEqual([3, 0, 3]);
});

test("many gaps make one message, which names the first and counts the others", async () => {
  await planned("police-nam-ban");
  await query("update duty_patterns set from_minute = 420, to_minute = 1140");

  await look("police-nam-ban");

  const [first] = await told();
  expect(await told()).toHaveLength(3);
  expect(first?.notice.gaps).toHaveLength(3);
  expect(first?.notice.more).toBeGreaterThan(8);
});

test("a desk where everyone is on duty outside the turns has no gap while anybody is there", async () => {
  await planned("cill-cus");
  await query("update duty_plans set otherwise = 'everyone'");
  await away("cill-cus", "2026-12-10 00:00", "2026-12-11 00:00");

  const oneAway = await look("cill-cus");
  await query(
    "insert into duty_absences select gen_random_uuid(), desk_id, $1, from_at, to_at from duty_absences",
    [colleagues.find(({ desk }) => desk === "cill-cus")?.id],
  );
  const allAway = await look("cill-cus");

  expect(oneAway).toEqual([]);
  expect(allAway).toHaveLength(3);
});

test("two looks at the same moment warn once", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-12-18 19:00", "2026-12-19 07:00");
  const deskId = DeskId.parse(deskIdOf("police-nam-ban"));

  await Promise.all([1, 2, 3].map(() => watchRoster(doorstep.world, { deskId })));

  expect(await told()).toHaveLength(3);
});

test("the daily round looks at every desk that has a roster, and at no other", async () => {
  await planned("police-nam-ban");
  await planned("cill-cus");

  await watchRosters(doorstep.world);

  const { rows } = await query("select key from graphile_worker.jobs order by key");
  expect(rows.map(({ key }) => key)).toEqual(
    ["cill-cus", "police-nam-ban"].map((desk) => `watch-roster:${deskIdOf(desk)}`).sort(),
  );
  expect(desks.length).toBeGreaterThan(2);
});

test("who was away when is forgotten a month after", async () => {
  await planned("police-nam-ban");
  await away("police-nam-ban", "2026-11-01 00:00", "2026-11-05 00:00");
  await away("police-nam-ban", "2026-11-20 00:00", "2026-11-25 00:00");

  await look("police-nam-ban");
  const after = await query("select from_at from duty_absences");

  expect(after.rows).toEqual([{ from_at: new Date(at("2026-11-20 00:00")) }]);
});
