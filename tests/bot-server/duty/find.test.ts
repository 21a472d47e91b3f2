import { callDesk } from "@truong-an/bot-server/alerts/call-desk";
import { findRoster, onDutyAt } from "@truong-an/bot-server/duty/find";
import { calledAt } from "@truong-an/shared/duty/on-duty";
import { DeskId, ReportId } from "@truong-an/shared/ids";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { people } from "../../demo/directory.ts";
import { at } from "../../shared/support/stories.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { dangerFacts, submit } from "../../support/reporter.ts";
import { storedNow } from "../../support/stored.ts";

const police = DeskId.parse(deskIdOf("police-nam-ban"));
const binh = people.find(({ desk }) => desk === "police-nam-ban")?.id ?? "";
const dung = "7e6a9d10-1b2c-4f0e-9c55-3a7d2b8e0101"; // his colleague of the night
const lanh = "7e6a9d10-1b2c-4f0e-9c55-3a7d2b8e0102"; // whom no channel reaches

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
  for (const [id, name] of [
    [dung, "Trung úy Phạm Văn Dũng"],
    [lanh, "Thiếu úy Trần Thị Lành"],
  ]) {
    await query("insert into staff (id, name, email) values ($1, $2, $2)", [id, name]);
    await query("insert into desk_duty values ($1, $2)", [police, id]);
  }
  await query("insert into duty_channels values ($1, 1, 'email', 'dung@truong-an.invalid')", [
    dung,
  ]);
});
afterAll(() => doorstep.close());

beforeEach(async () => {
  await query("truncate duty_plans, duty_patterns, duty_covers, duty_absences cascade");
});

function query(text: string, values: unknown[] = []) {
  return doorstep.database.query(text, values);
}

async function planned(otherwise = "nobody") {
  await query("insert into duty_plans (desk_id, number, otherwise) values ($1, 1, $2)", [
    police,
    otherwise,
  ]);
}

async function turn(
  position: number,
  staffId: string,
  from: number,
  to: number,
  days = "every-day",
) {
  await query("insert into duty_patterns values ($1, $2, $3, '{1,2,3,4,5,6,7}', $4, $5, $6)", [
    police,
    position,
    staffId,
    from * 60,
    to * 60,
    days,
  ]);
}

const onDuty = (moment: Instant) =>
  onDutyAt(doorstep.world.db, police, { at: moment, calendar: vietnamHolidays });

test("without a roster everyone is on duty whom anything reaches", async () => {
  expect(await onDuty(at("2026-12-04 03:00"))).toEqual({
    staffIds: [binh, dung],
    isFallback: false,
  });
});

test("with one, whoever has the turn", async () => {
  await planned();
  await turn(1, binh, 7, 19);
  await turn(2, dung, 19, 7);

  expect(await onDuty(at("2026-12-04 08:00"))).toEqual({ staffIds: [binh], isFallback: false });
  expect(await onDuty(at("2026-12-04 20:00"))).toEqual({ staffIds: [dung], isFallback: false });
});

test("in a gap everyone, and also when nothing reaches the one who has the turn", async () => {
  await planned();
  await turn(1, lanh, 7, 19);
  const everyone = { staffIds: [binh, dung], isFallback: true };

  expect(await onDuty(at("2026-12-04 08:00"))).toEqual(everyone);
  expect(await onDuty(at("2026-12-04 20:00"))).toEqual(everyone);
});

test("covers in the order of their writing, and absences, until they are over", async () => {
  await planned();
  await turn(1, binh, 0, 24);
  const day = ["2026-12-04 00:00+07", "2026-12-05 00:00+07"];
  await query(
    `insert into duty_covers (id, desk_id, staff_id, instead_of, from_at, to_at) values
     (gen_random_uuid(), $1, $2, $3, $4, $5), (gen_random_uuid(), $1, $3, $2, $4, $5)`,
    [police, dung, binh, ...day],
  );
  await query("insert into duty_absences values (gen_random_uuid(), $1, $2, $3, $4)", [
    police,
    binh,
    "2026-12-04 12:00+07",
    "2026-12-06 00:00+07",
  ]);

  expect((await onDuty(at("2026-12-04 08:00"))).staffIds).toEqual([binh]); // given, given back
  expect((await onDuty(at("2026-12-04 13:00"))).staffIds).toEqual([dung]); // who gave it back is away
  expect(await onDuty(at("2026-12-05 13:00"))).toMatchObject({ isFallback: true });
  expect(await onDuty(at("2026-12-06 00:00"))).toEqual({ staffIds: [binh], isFallback: false });
});

test("whoever leaves the desk leaves its roster", async () => {
  await planned();
  await turn(1, dung, 0, 24);
  await query("delete from desk_duty where staff_id = $1", [dung]);

  const called = await onDuty(at("2026-12-04 08:00"));
  await query("insert into desk_duty values ($1, $2)", [police, dung]);

  expect(called).toEqual({ staffIds: [binh], isFallback: true });
});

/** Whom the calls that a desk's being told has left in the queue are for. */
async function calledFor(moment: Instant): Promise<readonly string[]> {
  doorstep.clock.set(moment);
  const { report } = await submit(doorstep.url, { facts: dangerFacts });
  const { id } = await storedNow(doorstep.database, report.submissionId);
  await query("delete from graphile_worker._private_jobs");
  await callDesk(doorstep.world, { reportId: ReportId.parse(id), deskId: police, round: 0 });
  const { rows } = await query(
    `select distinct payload ->> 'staffId' as id from graphile_worker._private_jobs
     where payload ->> 'staffId' is not null order by 1`,
  );
  return rows.map((row) => row.id);
}

test("a desk that is told calls whoever is on duty, and everyone in a gap", async () => {
  await planned();
  await turn(1, binh, 7, 19);
  const now = doorstep.clock.now();

  const day = await calledFor(at("2026-12-04 08:00"));
  const night = await calledFor(at("2026-12-04 23:00"));
  doorstep.clock.set(now);

  expect(day).toEqual([binh]);
  expect(night).toEqual([binh, dung]);
}, 60_000); // two reports are sealed

test("through a whole year, with Tết and summer, somebody is called at every hour", async () => {
  await planned();
  await turn(1, binh, 7, 17, "school-days");
  await turn(2, dung, 19, 6, "school-days");
  await query("insert into duty_absences values (gen_random_uuid(), $1, $2, $3, $4)", [
    police,
    dung,
    "2027-02-01 00:00+07",
    "2027-02-20 00:00+07",
  ]);
  const begin = at("2026-12-01 00:30");
  const { roster } = await findRoster(doorstep.world.db, police, begin);
  const hours = Array.from({ length: 365 * 24 }, (_each, hour) => addMinutes(begin, hour * 60));

  const called = hours.map((hour) => calledAt(roster, hour, vietnamHolidays));
  const inTet = called[hours.indexOf(at("2027-02-08 10:30"))];
  const inSummer = called[hours.indexOf(at("2027-07-08 10:30"))];
  const onTheDatabase = await Promise.all(
    hours.filter((_hour, index) => index % 97 === 0).map((hour) => onDuty(hour)),
  );

  expect(called.filter(({ staffIds }) => staffIds.length === 0)).toEqual([]);
  expect([inTet?.isFallback, inSummer?.isFallback]).toEqual([true, true]);
  expect(called.filter(({ isFallback }) => isFallback).length).toBeGreaterThan(2_000);
  expect(onTheDatabase.filter(({ staffIds }) => staffIds.length === 0)).toEqual([]);
});
