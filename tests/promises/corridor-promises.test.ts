import { posix } from "node:path";
import { readConfig } from "@truong-an/bot-server/config";
import { startServer } from "@truong-an/bot-server/server";
import { shownFactsOnly } from "@truong-an/shared/form";
import { Facts, Level, SealedReport } from "@truong-an/shared/report";
import { standardClocks } from "@truong-an/shared/routing/clocks";
import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { routeOf } from "@truong-an/shared/routing/route";
import { Signal } from "@truong-an/shared/triage/signals";
import { triageOf } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { anyFacts, anyInstant, anySignals, anyStage, placeOf } from "../shared/support/stories.ts";
import { seedOfRun } from "../support/chance.ts";
import { joinDesk, take } from "../support/colleague.ts";
import { zaloIdOf } from "../support/demo-ids.ts";
import { jpegWith } from "../support/jpeg.ts";
import {
  call,
  dangerFacts,
  fetchSheet,
  pilotSchool,
  quietFacts,
  reply,
  type Sealed,
  seal,
  send,
  submit,
  upperSchool,
} from "../support/reporter.ts";
import {
  isClosed,
  type JsonSchema,
  objectsIn,
  placesForWords,
  put,
  stringLeavesOf,
} from "../support/schema-walk.ts";
import { type Source, sourcesIn } from "../support/sources.ts";
import {
  type Backdrop,
  eventually,
  openBackdrop,
  openStage,
  type Stage,
} from "../support/stage.ts";
import { callsAreOver, countEverywhere } from "../support/stored.ts";

describe("Nothing readable reaches the server.", () => {
  const schema = z.toJSONSchema(SealedReport) as JsonSchema;

  test("`SealedReport` has no field that could hold words", () => {
    const leaves = stringLeavesOf(schema, "report");

    expect(leaves.map(([path]) => path)).toContain("report.facts.categories[]");
    expect(leaves.map(([path]) => path)).toContain("report.envelopes[].sealed");
    expect(leaves.length).toBeGreaterThan(14);
    expect(leaves.filter(([, leaf]) => !isClosed(leaf)).map(([path]) => path)).toEqual([]);
    expect(objectsIn(schema).filter((one) => one.additionalProperties !== false)).toEqual([]);
  });

  test("and none of its fields takes them when they are put there all the same", async () => {
    const stage = await openStage({ settings: { ROLE: "web" } });
    const { report } = await seal(await fetchSheet(stage.url, pilotSchool));
    await stage.close();
    const words = "Bạn Bình lớp 8A bị đánh";
    const forms = [words, Buffer.from(words).toString("base64")];
    const withWords = placesForWords(report).flatMap((path) =>
      forms.map((form) => ({ path, given: put(report, path, form) })),
    );

    const taken = withWords.flatMap(({ path, given }) => {
      const { data } = SealedReport.safeParse(given);
      return data === undefined ? [] : [{ at: path.join("."), data }];
    });

    expect(SealedReport.safeParse(report).success).toBe(true);
    expect(withWords.length).toBeGreaterThan(30);
    // Hints alone are not refused: what is no code of the list is dropped, and nothing else changes.
    expect(taken).toEqual(forms.map(() => ({ at: "signals.0", data: report })));
  });

  test("`triageOf` and `routeOf` take `Facts` and `Signals`, closed lists of codes", () => {
    const facts = stringLeavesOf(z.toJSONSchema(Facts) as JsonSchema, "facts");
    const signals = stringLeavesOf(z.toJSONSchema(Signal) as JsonSchema, "signal");

    expect(facts.map(([path]) => path).sort()).toEqual([
      "facts.accused",
      "facts.categories[]",
      "facts.danger",
      "facts.excluded",
      "facts.when",
      "facts.writer",
    ]);
    expect([...facts, ...signals].filter(([, leaf]) => leaf.enum === undefined)).toEqual([]);
  });
});

describe("Deciding never waits and never fails.", () => {
  test("Triage and routing are total", () => {
    const seed = seedOfRun("triage and routing are total");
    const property = fc.property(
      anyFacts,
      anySignals,
      anyStage,
      anyInstant,
      (told, signals, stage, now) => {
        const place = placeOf(stage);
        const facts = shownFactsOnly(told);
        const triage = triageOf(facts, signals);
        const route = routeOf(triage, facts, place, now, standardClocks, vietnamHolidays);
        const readers = desksThatMayRead(triage, facts, place);

        expect(Level.options).toContain(triage.level);
        expect(triage.reasons.length).toBeGreaterThan(0);
        expect(new Set(route.readers)).toEqual(new Set(readers));
        expect(route.ladder[0]?.desks).toContain(route.owner);
        expect(route.acknowledgeBy).toBeGreaterThan(now);
      },
    );
    fc.assert(property, { seed, numRuns: 3_000 });
  });

  test("synchronous functions: none of them could wait if it wanted to", () => {
    const rooms = ["shared/src/triage", "shared/src/routing"];
    const sources = [
      ...rooms.flatMap((room) => sourcesIn(room)),
      ...sourcesIn("shared/src").filter(({ name }) => name === "form.ts"),
    ];
    const waiting = sources.filter(({ code }) => /\b(async|await|Promise|then\()/.test(code));

    expect(sources.length).toBeGreaterThan(7);
    expect(waiting.map(({ name }) => name)).toEqual([]);
  });
});

describe("All or nothing.", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  test.each([
    "public.reports",
    "public.envelopes",
    "public.photos",
    "public.audit_entries",
    "graphile_worker._private_jobs",
  ])(
    "The report, its envelopes, its audit entry and its jobs are written in one transaction: nothing stays when %s fails, and all is there once it is sent again",
    async (table) => {
      const facts = dangerFacts;
      const photos = [jpegWith("ảnh")];
      const sealed = await seal(await fetchSheet(stage.url, pilotSchool), { facts, photos });
      await callsAreOver(stage.database);
      const before = await countEverywhere(stage.database);

      await breakInserts(stage, table);
      const failed = await send(stage.url, sealed.report);
      const between = await countEverywhere(stage.database);
      const callsBetween = stage.sim.requests().length;
      await mendInserts(stage, table);
      const again = await send(stage.url, sealed.report);
      await callsAreOver(stage.database);
      const after = await countEverywhere(stage.database);

      expect(failed).toMatchObject({ status: 500, body: { code: "internal" } });
      expect(between).toEqual(before);
      expect(stage.sim.requests().length).toBeGreaterThan(callsBetween);
      expect(again.status).toBe(200);
      expect(gained(before, after)).toMatchObject({
        "public.reports": 1,
        "public.envelopes": sealed.report.envelopes.length,
        "public.photos": 1,
        "graphile_worker._private_jobs": 1, // the deadline; the calls are done
      });
      expect(await storedTimes(stage, sealed)).toBe(1);
    },
  );

  test("If it succeeds every alert will be tried.", async () => {
    const { report } = await submit(stage.url, { facts: dangerFacts });
    await callsAreOver(stage.database);

    const { rows } = await stage.database.query<{ kind: string; channel: string }>(
      `select kind, channel from alert_attempts
       join desks on desks.id = desk_id join reports on reports.id = report_id
       where submission_id = $1 and alert_attempts.outcome = 'delivered' order by kind, channel`,
      [report.submissionId],
    );

    expect(rows.map(({ kind, channel }) => `${kind} ${channel}`)).toEqual([
      "commune email",
      "commune oa-message",
      "police email",
      "police oa-message",
      "school email",
      "school oa-message",
    ]);
  });
});

describe("Nothing leaves the house except from a job.", () => {
  test("A door never calls Zalo or the mail server.", () => {
    const mayCallOut = /^(alerts|bulletins|chat|groups|zalo|mail)\/|^world\.ts$/;
    const sources = sourcesIn("bot-server/src");
    const callers = sources.filter(({ code }) => waysOut.test(code));
    const importers = sources.filter(({ code }) =>
      importsOf(code).some((line) => callsOut.test(line) && !onlyNames.test(line)),
    );
    const names = [...callers, ...importers].map(({ name }) => name);
    const behindDoors = reachedFrom(sources, (name) => name.startsWith("doors/"));

    expect(sources.filter(({ name }) => name.startsWith("doors/")).length).toBeGreaterThan(8);
    expect(names).toContain("alerts/oa-message.ts");
    expect(names.filter((name) => !mayCallOut.test(name))).toEqual([]);
    expect(behindDoors).toContain("reports/receive.ts");
    const asking = sources.filter(({ code }) => asks.test(code)).map(({ name }) => name);
    expect(asking).toContain("chat/send-words.ts");
    expect(asking.filter((name) => behindDoors.includes(name))).toEqual([]);
  });

  test("It writes a job; the worker delivers, retries and records.", async () => {
    const backdrop: Backdrop = await openBackdrop();
    const start = (ROLE: string) => startServer(readConfig({ ...backdrop.environment, ROLE }));
    const web = await start("web");
    const url = web.url ?? "";

    const { receipt } = await submit(url, { facts: dangerFacts });
    const police = await joinDesk({ url, invitations: backdrop.invitations }, "police-nam-ban");
    const [row] = await police.queue();
    await take(police, row?.id ?? "");
    await reply(url, receipt, { text: "Dạ vâng." });
    await submit(url, { facts: quietFacts });
    await call(url, "GET", "/health/ready");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const whileDoorsOnly = [backdrop.sim.requests().length, backdrop.mail.mails().length];
    const written = await backdrop.database.query("select 1 from graphile_worker.jobs");

    backdrop.sim.fail({ next: 1, kind: "http500" });
    const worker = await start("worker");
    await eventually("the message's alert and the quiet one's", async () => {
      const delivered = await backdrop.database.query<{ outcome: string }>(
        "select outcome from alert_attempts",
      );
      const outcomes = delivered.rows.map(({ outcome }) => outcome);
      const isOver =
        outcomes.includes("unreachable") &&
        outcomes.filter((one) => one === "delivered").length >= 2;
      return isOver ? true : undefined;
    });
    const called = backdrop.sim.requests().length;
    await Promise.all([web.close(), worker.close()]);
    await backdrop.close();

    expect(whileDoorsOnly).toEqual([0, 0]);
    expect(written.rowCount).toBeGreaterThanOrEqual(5);
    expect(called).toBeGreaterThanOrEqual(2);
  });
});

describe("Silence is an event.", () => {
  const quick = { minutes: 0.03 };
  const level = { secondRung: quick, thirdRung: { minutes: 0.08 }, repeat: { minutes: 60 } };
  const clocks = { emergency: level, high: level, normal: level, low: level, not_a_report: level };
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ settings: { CLOCKS: JSON.stringify(clocks) } });
  });
  afterAll(() => stage.close());

  test("Every route carries a deadline. If no one takes the report by then, `escalate` runs and climbs one rung", async () => {
    const { report } = await submit(stage.url, { facts: quietFacts });
    const first = await watched(stage, report.submissionId);

    await eventually("the next desk hears", () =>
      stage.sim.items(zaloIdOf("commune-nam-ban")).length > 0 ? true : undefined,
    );
    const second = await watched(stage, report.submissionId);

    expect(first).toMatchObject({ rung: 0, told: 1, jobs: 1, isOnTime: true });
    expect(second).toMatchObject({ rung: 1, told: 2, jobs: 1, isOnTime: true });
    expect(stage.sim.items(zaloIdOf("department"))).toEqual([]);
    await eventually("the last rung", async () => {
      const third = await watched(stage, report.submissionId);
      return third.rung === 2 && third.told === 3 ? true : undefined;
    });
  });

  test("taking the report cancels the job by its key", async () => {
    const school = await joinDesk(stage, "doi-thong");
    const { report } = await submit(stage.url, { schoolId: upperSchool, facts: quietFacts });
    const [row] = await school.queue();

    const { status } = await take(school, row?.id ?? "");
    await new Promise((resolve) => setTimeout(resolve, 3_000));

    expect(status).toBe(204);
    expect(await watched(stage, report.submissionId)).toMatchObject({ rung: 0, told: 1, jobs: 0 });
  });
});

/** The ways out: a request of one's own, or one of the world's, by name or taken apart. */
const waysOut =
  /\bfetch\(|world\.(zalo|zns|bot|notices|graph|mail)\b|\{[^}]*\b(zalo|zns|bot|notices|graph|mail)\b[^}]*\} = world\b/;

/** Not merely whether there is such a way, but going it. */
const asks = /\bfetch\(|\b(zalo|zns|bot|notices|graph|mail)\??(\.groups)?\.\w+\(/;

/** Modules through which something could leave. */
const callsOut =
  /from "[^"]*(zalo\/(client|tokens)|mail\/send|nodemailer|undici|node:(https?|net|tls|dns|dgram|child_process))/;
/** Tables and tests that these modules also hold. */
const onlyNames = /^import (type |\{ (STATUS_CODES|BlockList|isIP|isIPv4|isIPv6|[ ,])+ \})/;

function importsOf(code: string): readonly string[] {
  return code.match(/^import [^;]*;/gm) ?? [];
}

/** These sources and all whose code they run, however far behind; what is imported for its type alone is not run. */
function reachedFrom(sources: readonly Source[], isStart: (name: string) => boolean) {
  const reached = new Set(sources.map(({ name }) => name).filter(isStart));
  for (const name of reached) {
    const code = sources.find((source) => source.name === name)?.code ?? "";
    const run = importsOf(code).filter((line) => !line.startsWith("import type "));
    for (const line of run) {
      const [, path] = /from "(\.[^"]+)"/.exec(line) ?? [];
      if (path !== undefined) reached.add(posix.join(posix.dirname(name), path));
    }
  }
  return [...reached];
}

/** From now on every insert into this table fails, whoever makes it. */
async function breakInserts(stage: Stage, table: string): Promise<void> {
  await stage.database.query(`
    create or replace function broken() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$;
    create trigger broken before insert on ${table} for each row execute function broken()`);
}

async function mendInserts(stage: Stage, table: string): Promise<void> {
  await stage.database.query(`drop trigger broken on ${table}`);
}

function gained(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
}

async function storedTimes(stage: Stage, { report }: Sealed): Promise<number | null> {
  const stored = await stage.database.query("select 1 from reports where submission_id = $1", [
    report.submissionId,
  ]);
  return stored.rowCount;
}

/** How far a report has climbed, and whether its job stands at its deadline. */
async function watched(stage: Stage, submissionId: string) {
  const { rows } = await stage.database.query(
    `select last_rung as rung,
       (select count(*)::int from envelopes where report_id = reports.id and told_at is not null) as told,
       (select count(*)::int from graphile_worker.jobs where key = 'escalate:' || reports.id) as jobs,
       (select run_at from graphile_worker.jobs where key = 'escalate:' || reports.id) = next_rung_at as "isOnTime"
     from reports where submission_id = $1`,
    [submissionId],
  );
  return rows[0];
}
