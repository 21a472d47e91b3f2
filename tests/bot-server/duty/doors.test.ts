import type { DutySheet } from "@truong-an/shared/api/duty";
import { onDuty } from "@truong-an/shared/duty/on-duty";
import { noPlan, type Pattern, type Plan } from "@truong-an/shared/duty/roster";
import { StaffId } from "@truong-an/shared/ids";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { colleagues, people } from "../../demo/directory.ts";
import { at } from "../../shared/support/stories.ts";
import { type Colleague, joinAs, joinDesk } from "../../support/colleague.ts";
import { deskIdOf } from "../../support/demo-ids.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const desk = deskIdOf("police-nam-ban");
const binh = StaffId.parse(people.find((one) => one.desk === "police-nam-ban")?.id);
const dung = StaffId.parse(colleagues.find((one) => one.desk === "police-nam-ban")?.id);
const outsider = people.find((one) => one.desk === "cill-cus")?.id ?? "";
const noon = at("2026-12-04 12:00");

let doorstep: Doorstep;
let lead: Colleague; // Bình
let member: Colleague; // Dũng
let stranger: Colleague;
beforeAll(async () => {
  doorstep = await openDoorstep({}, [...people, ...colleagues]);
  lead = await joinDesk(doorstep, "police-nam-ban");
  member = await joinAs(doorstep, dung);
  stranger = await joinDesk(doorstep, "cill-cus");
});
afterAll(() => doorstep.close());

beforeEach(async () => {
  await query("truncate duty_plans, duty_patterns, duty_covers, duty_absences cascade");
  await query("delete from graphile_worker._private_jobs");
  await moveTo(noon);
});

function query(text: string, values: unknown[] = []) {
  return doorstep.database.query(text, values);
}

/** Sets the clock without anybody's session running out. */
async function moveTo(moment: Instant): Promise<void> {
  doorstep.clock.set(moment);
  await query("update staff_sessions set last_seen_at = $1, expires_at = $2", [
    new Date(moment),
    new Date(addMinutes(moment, 600)),
  ]);
}

async function ask(who: Colleague, path: string, body?: unknown, at = desk) {
  return who.call("POST", `/api/staff/desks/${at}/duty/${path}`, body);
}

async function sheet(who: Colleague = lead): Promise<DutySheet> {
  return (await who.call("GET", `/api/staff/desks/${desk}/duty`)).body as DutySheet;
}

/** Who is on duty at a moment, as everyone's page reckons it. */
async function whoIsOn(local: string): Promise<readonly string[]> {
  const { plan, members, covers, absences } = await sheet();
  const roster = { ...plan, members: members.map(({ id }) => id), covers, absences };
  return onDuty(roster, at(local), vietnamHolidays).map(({ staffId }) => staffId);
}

const turn = (staffId: StaffId, from: number, to: number): Pattern => ({
  staffId,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  from: from * 60,
  to: to * 60,
  days: "every-day",
});
const dayAndNight: Plan = {
  ...noPlan,
  patterns: [turn(binh, 7, 19), turn(dung, 19, 7)],
  otherwise: "nobody",
};

async function save(plan: Plan, seen: number, who = lead) {
  return ask(who, "plan", { plan, seen });
}

const cover = (staffId: string, insteadOf: string | null, from: string, to: string) => ({
  id: newSubmissionId(),
  staffId,
  insteadOf,
  from: at(from),
  to: at(to),
});

const absence = (staffId: string, from: string, to: string) => ({
  id: newSubmissionId(),
  staffId,
  from: at(from),
  to: at(to),
});

async function audited(): Promise<readonly unknown[]> {
  const { rows } = await query(
    `select kind, details from audit_entries
     where kind like 'duty%' and at = $1 and desk_id = $2 order by id`,
    [new Date(doorstep.clock.now()), desk],
  );
  return rows;
}

/** What waits to be told to whom. */
async function notices(): Promise<readonly string[]> {
  const { rows } = await query(
    `select payload ->> 'staffId' as id, payload -> 'notice' ->> 'kind' as kind
     from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks
       on tasks.id = jobs.task_id
     where identifier = 'notify-member' order by jobs.id`,
  );
  return rows.map(({ id, kind }) => `${id === binh ? "Bình" : "Dũng"} ${kind}`);
}

describe("the weekly plan", () => {
  test("of a desk that has none is everyone, always", async () => {
    expect(await sheet(member)).toMatchObject({ plan: noPlan, planNumber: 0, covers: [] });
    expect(await whoIsOn("2026-12-05 03:00")).toEqual(expect.arrayContaining([binh, dung]));
  });

  test("is set by a lead, seen by everyone there, and the others are told", async () => {
    const { status } = await save(dayAndNight, 0);

    expect(status).toBe(204);
    expect(await sheet(member)).toMatchObject({ plan: dayAndNight, planNumber: 1 });
    expect(await audited()).toEqual([{ kind: "duty-changed", details: { what: "plan" } }]);
    expect(await notices()).toEqual(["Dũng plan-changed"]);
  });

  test("that somebody else has changed meanwhile is not overwritten", async () => {
    await save(dayAndNight, 0);

    const late = await save({ ...dayAndNight, patterns: [] }, 0);

    expect(late).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect((await sheet()).plan).toEqual(dayAndNight);
  });

  test("by two at the same moment is set by one", async () => {
    const answers = await Promise.all([save(dayAndNight, 0), save(dayAndNight, 0)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test("can be taken back to nothing", async () => {
    await save(dayAndNight, 0);

    await save(noPlan, 1);

    expect(await sheet()).toMatchObject({ plan: noPlan, planNumber: 2 });
  });

  test("is not a member's to change, and has no place for people of other desks", async () => {
    const byMember = await save(dayAndNight, 0, member);
    const withOutsider = await save(
      { ...dayAndNight, patterns: [turn(StaffId.parse(outsider), 7, 19)] },
      0,
    );

    expect(byMember).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect(withOutsider.status).toBe(404);
    expect(await sheet()).toMatchObject({ planNumber: 0, plan: noPlan });
  });
});

describe("a cover", () => {
  const tet = ["2026-12-10 00:00", "2026-12-12 00:00"] as const;

  test("puts one in the other's place, and both hear of it who did not write it", async () => {
    await save(dayAndNight, 0);
    await query("delete from graphile_worker._private_jobs");

    const { status } = await ask(lead, "covers", cover(binh, dung, ...tet));

    expect(status).toBe(204);
    expect(await whoIsOn("2026-12-10 23:00")).toEqual([binh]);
    expect(await audited()).toContainEqual({ kind: "duty-changed", details: { what: "cover" } });
    expect(await notices()).toEqual(["Dũng duty-ends"]);
  });

  test("over another one prevails while it is there, and gives way when it is withdrawn", async () => {
    await save({ ...dayAndNight, patterns: [turn(binh, 0, 24)] }, 0);
    const given = cover(dung, binh, ...tet);
    const givenBack = cover(binh, dung, "2026-12-11 00:00", tet[1]);

    await ask(lead, "covers", given);
    await ask(lead, "covers", givenBack);
    const both = [await whoIsOn("2026-12-10 12:00"), await whoIsOn("2026-12-11 12:00")];
    await ask(lead, `covers/${givenBack.id}/withdraw`);
    const one = await whoIsOn("2026-12-11 12:00");

    expect(both).toEqual([[dung], [binh]]);
    expect(one).toEqual([dung]);
  });

  test("sent twice under one id is one", async () => {
    const written = cover(dung, null, ...tet);

    await ask(lead, "covers", written);
    const again = await ask(lead, "covers", written);

    expect(again.status).toBe(204);
    expect((await sheet()).covers).toHaveLength(1);
    expect(await notices()).toEqual(["Dũng duty-begins"]);
  });

  test("that has begun counts from now, and withdrawn it ends now", async () => {
    const written = cover(dung, null, "2026-12-04 08:00", "2026-12-05 08:00");
    await ask(lead, "covers", written);
    const begun = (await sheet()).covers;
    await moveTo(at("2026-12-04 15:00"));

    const { status } = await ask(lead, `covers/${written.id}/withdraw`);
    const again = await ask(lead, `covers/${written.id}/withdraw`);

    expect(begun).toMatchObject([{ from: noon }]);
    expect(status).toBe(204);
    expect(again).toMatchObject({ status: 409, body: { code: "not-now" } });
    expect((await sheet()).covers).toEqual([]);
    expect((await query("select to_at from duty_covers")).rows).toEqual([
      { to_at: new Date(at("2026-12-04 15:00")) },
    ]);
  });

  test.each([
    ["that is over", cover(dung, null, "2026-12-01 00:00", "2026-12-02 00:00"), 400],
    ["that ends before it begins", cover(dung, null, tet[1], tet[0]), 400],
    ["that lasts for years", cover(dung, null, "2026-12-10 00:00", "2029-01-01 00:00"), 400],
    ["of oneself", cover(dung, dung, ...tet), 400],
    ["by somebody of another desk", cover(outsider, dung, ...tet), 404],
    ["of somebody of another desk", cover(dung, outsider, ...tet), 404],
  ])("%s is refused", async (_what, written, status) => {
    expect((await ask(lead, "covers", written)).status).toBe(status);
    expect((await sheet()).covers).toEqual([]);
  });

  test("is not a member's to write, nor to withdraw when it is about others", async () => {
    const written = cover(dung, binh, ...tet);
    await ask(lead, "covers", written);

    const another = await ask(member, "covers", cover(binh, dung, ...tet));
    const withdrawn = await ask(member, `covers/${written.id}/withdraw`);

    expect([another.status, withdrawn.status]).toEqual([409, 409]);
    expect((await sheet()).covers).toHaveLength(1);
  });
});

describe("handing over", () => {
  const handOver = (who: Colleague, toStaffId: string, until: Instant | null = null) =>
    ask(who, "hand-over", { id: newSubmissionId(), toStaffId, until });

  test("gives the rest of the shift to a colleague, who is told", async () => {
    await save(dayAndNight, 0);
    await query("delete from graphile_worker._private_jobs");

    const { status } = await handOver(lead, dung);

    expect(status).toBe(204);
    expect((await sheet()).covers).toMatchObject([
      { staffId: dung, insteadOf: binh, from: noon, to: at("2026-12-04 19:00") },
    ]);
    expect(await whoIsOn("2026-12-04 12:00")).toEqual([dung]);
    expect(await whoIsOn("2026-12-05 08:00")).toEqual([binh]);
    expect(await audited()).toContainEqual({
      kind: "duty-handed-over",
      details: { toStaffId: dung },
    });
    expect(await notices()).toEqual(["Dũng duty-begins"]);
  });

  test("a member may, until a chosen moment, and take it back; so may who was given it give it back", async () => {
    await save(dayAndNight, 0);
    await moveTo(at("2026-12-04 22:00"));

    await handOver(member, binh, at("2026-12-05 01:00"));
    const given = await whoIsOn("2026-12-04 23:00");
    const [written] = (await sheet()).covers;
    const back = await handOver(lead, dung);
    const givenBack = await whoIsOn("2026-12-04 23:00");
    await ask(member, `covers/${written?.id}/withdraw`);

    expect(given).toEqual([binh]);
    expect(written).toMatchObject({ to: at("2026-12-05 01:00") });
    expect(back.status).toBe(204);
    expect(givenBack).toEqual([dung]);
    expect(await whoIsOn("2026-12-04 23:00")).toEqual([dung]);
  });

  test("is not for whoever is not on duty", async () => {
    await save(dayAndNight, 0);

    expect(await handOver(member, binh)).toMatchObject({ status: 409, body: { code: "not-now" } });
  });

  test("is refused towards somebody who is away, oneself, or somebody of another desk", async () => {
    await save(dayAndNight, 0);
    await ask(member, "absences", absence(dung, "2026-12-04 08:00", "2026-12-05 08:00"));

    const answers = [
      await handOver(lead, dung),
      await handOver(lead, binh),
      await handOver(lead, outsider),
    ];

    expect(answers.map(({ status }) => status)).toEqual([409, 400, 404]);
    expect(await whoIsOn("2026-12-04 12:00")).toEqual([binh]);
  });

  test("at a desk where everyone is always on duty needs an end", async () => {
    const without = await handOver(member, binh);
    const past = await handOver(member, binh, at("2026-12-04 11:00"));
    const withEnd = await handOver(member, binh, at("2026-12-04 18:00"));

    expect([without.status, past.status, withEnd.status]).toEqual([409, 400, 204]);
    expect(await whoIsOn("2026-12-04 12:00")).toEqual([binh]);
    expect(await whoIsOn("2026-12-04 18:00")).toEqual(expect.arrayContaining([binh, dung]));
  });
});

describe("an absence", () => {
  const ill = ["2026-12-04 09:00", "2026-12-06 09:00"] as const;

  test("of one's own is anybody's to note and to end", async () => {
    await save(dayAndNight, 0);
    const written = absence(dung, ...ill);

    const noted = await ask(member, "absences", written);
    const gone = await whoIsOn("2026-12-04 23:00");
    await moveTo(at("2026-12-05 10:00"));
    const ended = await ask(member, `absences/${written.id}/withdraw`);

    expect([noted.status, ended.status]).toEqual([204, 204]);
    expect(gone).toEqual([]);
    expect(await whoIsOn("2026-12-05 23:00")).toEqual([dung]);
    expect(await audited()).toContainEqual({
      kind: "duty-changed",
      details: { what: "absence-withdrawn" },
    });
  });

  test("of another is a lead's, and the other hears of it", async () => {
    const byMember = await ask(member, "absences", absence(binh, ...ill));
    const byLead = await ask(lead, "absences", absence(dung, ...ill));

    expect([byMember.status, byLead.status]).toEqual([409, 204]);
    expect(await notices()).toEqual(["Dũng duty-ends"]);
  });

  test("says when, and nothing of why", async () => {
    const withReason = { ...absence(dung, ...ill), reason: "ốm" };

    expect(await ask(member, "absences", withReason)).toMatchObject({ status: 400 });
  });
});

test("whatever changes, the roster is looked at a little later, once", async () => {
  await save(dayAndNight, 0);
  await ask(member, "absences", absence(dung, "2026-12-08 00:00", "2026-12-09 00:00"));

  const { rows } = await query(
    "select key, run_at from graphile_worker.jobs where task_identifier = 'watch-roster'",
  );

  expect(rows).toEqual([{ key: `watch-roster:${desk}`, run_at: new Date(addMinutes(noon, 5)) }]);
});

test("a stranger is told of no desk's roster, whatever is tried", async () => {
  await save(dayAndNight, 0);
  const written = cover(dung, null, "2026-12-10 00:00", "2026-12-12 00:00");
  await ask(lead, "covers", written);
  const tries: readonly (readonly [string, unknown?])[] = [
    ["plan", { plan: noPlan, seen: 1 }],
    ["covers", cover(dung, binh, "2026-12-10 00:00", "2026-12-12 00:00")],
    [`covers/${written.id}/withdraw`],
    ["absences", absence(dung, "2026-12-10 00:00", "2026-12-12 00:00")],
    ["hand-over", { id: newSubmissionId(), toStaffId: dung, until: null }],
  ];
  const before = await sheet();

  const seen = await stranger.call("GET", `/api/staff/desks/${desk}/duty`);
  const here = await Promise.all(tries.map(([path, body]) => ask(stranger, path, body)));
  const nowhere = await Promise.all(
    tries.map(([path, body]) => ask(stranger, path, body, newSubmissionId())),
  );
  const elsewhere = await ask(
    stranger,
    `covers/${written.id}/withdraw`,
    undefined,
    deskIdOf("cill-cus"),
  );

  expect([seen.status, elsewhere.status]).toEqual([404, 404]);
  expect(here.map(({ status }) => status)).toEqual(tries.map(() => 404));
  expect(here).toEqual(nowhere);
  expect(await sheet()).toEqual(before);
});
