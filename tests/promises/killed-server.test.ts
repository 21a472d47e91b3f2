import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { seedDirectory } from "../demo/seed.ts";
import { chanceFrom, seedOfRun } from "../support/chance.ts";
import { emptyDatabase } from "../support/database-server.ts";
import { zaloIdOf } from "../support/demo-ids.ts";
import {
  dangerFacts,
  fetchSheet,
  pilotSchool,
  quietFacts,
  type Sealed,
  seal,
  send,
  submit,
} from "../support/reporter.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";
import { type Backdrop, eventually, openBackdrop } from "../support/stage.ts";

const rounds = 10;
const reportsARound = 5;
const someSeconds = 20; // for whatever a killed worker held: its process is missed within five

describe("the server is killed at ten random moments of fifty submissions", () => {
  let backdrop: Backdrop;
  let server: ServerProcess;
  let sent: readonly Sealed[] = [];
  let interrupted = 0;

  beforeAll(async () => {
    const chance = chanceFrom(seedOfRun("moments of killing"));
    backdrop = await openBackdrop();
    server = await startServerProcess(backdrop.environment);
    const environment = { ...backdrop.environment, PORT: String(server.port) };
    const sheet = await fetchSheet(server.url, pilotSchool);
    for (let round = 0; round < rounds; round += 1) {
      const facts = round % 2 === 0 ? dangerFacts : quietFacts;
      const sealed = await Promise.all(
        Array.from({ length: reportsARound }, () => seal(sheet, { facts })),
      );
      const sending = sealed.map((one) => sendUntilAccepted(server.url, one));
      await new Promise((resolve) => setTimeout(resolve, chance() * 500));
      await server.kill();
      server = await startServerProcess(environment);
      const tries = await Promise.all(sending);
      interrupted += tries.filter((times) => times > 1).length;
      sent = [...sent, ...sealed];
    }
  }, 240_000);
  afterAll(async () => {
    await server.kill();
    await backdrop.close();
  });

  test("some submissions really were cut off, and were sent again", () => {
    expect(sent).toHaveLength(rounds * reportsARound);
    expect(interrupted).toBeGreaterThan(0);
  });

  test("every accepted report is there exactly once, with all its envelopes and its deadline", async () => {
    const { rows } = await backdrop.database.query<{ submission: string } & Counts>(`
      select submission_id as submission,
        (select count(*)::int from envelopes where report_id = reports.id) as envelopes,
        (select count(*)::int from audit_entries
          where report_id = reports.id and kind = 'report-received') as received,
        (select count(*)::int from graphile_worker.jobs
          where key = 'escalate:' || reports.id) as deadlines
      from reports`);

    expect(rows.map(({ submission }) => submission).sort()).toEqual(
      sent.map(({ report }) => report.submissionId as string).sort(),
    );
    expect(rows.map(({ submission: _submission, ...counts }) => counts)).toEqual(
      rows.map(({ submission }) => ({
        envelopes: envelopesOf(sent, submission),
        received: 1,
        deadlines: 1,
      })),
    );
  });

  test("its alerts arrive, and wait for no dead worker", async () => {
    await eventually(
      "every told desk was reached",
      async () => {
        const missing = await unreachedDesks(backdrop);
        return missing === 0 ? true : undefined;
      },
      someSeconds,
    );
    const { sim } = backdrop;
    const shown = sim.items().filter(({ app }) => app === "zalo");
    const at = (desk: string) => shown.filter(({ personId }) => personId === zaloIdOf(desk)).length;

    expect(at("cill-cus")).toBeGreaterThanOrEqual(50);
    expect(at("police-nam-ban")).toBeGreaterThanOrEqual(25);
    expect(at("commune-nam-ban")).toBeGreaterThanOrEqual(25);
    expect(at("department")).toBe(0);
  }, 60_000);
});

describe("one database, several servers", () => {
  const running: ServerProcess[] = [];
  let backdrop: Backdrop;
  beforeAll(async () => {
    backdrop = await openBackdrop();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.kill()));
    backdrop.sim.reset();
  });
  afterAll(() => backdrop.close());

  const start = async (settings: Readonly<Record<string, string>>): Promise<ServerProcess> => {
    const one = await startServerProcess({ ...backdrop.environment, ...settings });
    running.push(one);
    return one;
  };

  test("a web server and two workers start together on an empty database, and all of them work", async () => {
    const database = await emptyDatabase(inject("databaseServer"));
    const DATABASE_URL = database.url;

    const [web] = await Promise.all([
      start({ DATABASE_URL, ROLE: "web" }),
      start({ DATABASE_URL, ROLE: "worker" }),
      start({ DATABASE_URL, ROLE: "worker" }),
    ]);
    await seedDirectory(DATABASE_URL);
    const url = web?.url ?? "";
    await Promise.all(Array.from({ length: 12 }, () => submit(url, { facts: dangerFacts })));
    await eventually("twelve alerts on each of three phones", () =>
      ["police-nam-ban", "cill-cus", "commune-nam-ban"].every(
        (desk) => backdrop.sim.items(zaloIdOf(desk)).length === 12,
      )
        ? true
        : undefined,
    );
    const ready = await fetch(`${url}/health/ready`);
    await Promise.all(running.splice(0).map((one) => one.kill()));
    await database.drop();

    expect(ready.status).toBe(200);
  }, 90_000);

  test("what a killed worker had begun is done by the other within seconds", async () => {
    const web = await start({ ROLE: "web" });
    const first = await start({ ROLE: "worker" });
    backdrop.sim.fail({ next: 6, kind: "timeout" });
    await submit(web.url, { facts: dangerFacts });
    await submit(web.url, { facts: dangerFacts });
    await eventually("calls that hang in the first worker", async () => {
      const held = await backdrop.database.query(
        "select 1 from graphile_worker.jobs where locked_by is not null",
      );
      return (held.rowCount ?? 0) >= 6 ? true : undefined;
    });
    await start({ ROLE: "worker" });
    const silent = backdrop.sim.items().length;

    await first.kill();

    await eventually(
      "the other worker has taken over",
      async () => ((await unreachedDesks(backdrop)) === 0 ? true : undefined),
      someSeconds,
    );
    expect(silent).toBeLessThan(6);
    expect(backdrop.sim.items(zaloIdOf("police-nam-ban"))).toHaveLength(2);
  }, 90_000);
});

type Counts = {
  readonly envelopes: number;
  readonly received: number;
  readonly deadlines: number;
};

/** As the outbox does: the same sealed report again and again, until the server has said yes. */
async function sendUntilAccepted(url: string, { report }: Sealed): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(url, report).catch(() => undefined);
    if (answer?.status === 200) return tries;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function envelopesOf(sent: readonly Sealed[], submissionId: string): number | undefined {
  return sent.find(({ report }) => report.submissionId === submissionId)?.report.envelopes.length;
}

/** Desks that have been told of a report and that no OA message about it has reached yet. */
async function unreachedDesks({ database }: Backdrop): Promise<number> {
  const { rows } = await database.query(`
    select count(*)::int as count from envelopes
    where told_at is not null and not exists (
      select from alert_attempts sent
      where sent.report_id = envelopes.report_id and sent.desk_id = envelopes.desk_id
        and sent.outcome = 'delivered' and sent.channel = 'oa-message')`);
  return rows[0].count;
}
