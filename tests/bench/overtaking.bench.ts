import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { people } from "../demo/directory.ts";
import { startMailCatcher } from "../demo/mail-catcher.ts";
import { quietFacts } from "../support/reporter.ts";
import { startZaloSim, type ZaloSim } from "../zalo-sim/start.ts";
import { type BenchServer, openBenchServer } from "./bench-server.ts";
import { type Emit, figuresOf, loadAverage, percentile } from "./figure.ts";
import { load } from "./load.ts";
import { makeSubmissions, type Submission } from "./submissions.ts";

const queued = 1_000;
const emergencies = 100;
const everyMs = 100;
const slowMs = 100; // how long Zalo takes to answer each call, so that the queue is long
const accessToken = "bench-access-token";

/**
 * From the answer "accepted" to an emergency's first alert at Zalo, while the calls of a thousand
 * everyday reports wait in front of it and Zalo takes its time over each.
 */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("overtaking", emit);
  say("load average before", loadAverage(), "processes");
  const phones = people.map(({ zaloId, name, role, email }) => ({ id: zaloId, name, role, email }));
  const sim = await startZaloSim({
    port: 0,
    people: phones,
    accessTokens: [accessToken],
    callsPerMinute: 1_000_000,
    realNow,
  });
  const mail = await startMailCatcher({ port: 0 });
  const server = await openBenchServer({
    ROLE: "all",
    ZALO_OA_BASE: sim.url,
    ZALO_OA_ACCESS_TOKEN: accessToken,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(mail.port),
    SMTP_TLS: "none",
  });
  const database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  try {
    sim.fail({ next: 100_000, kind: "slow", ms: slowMs });
    const everyday = await makeSubmissions(server.url, queued, quietFacts);
    const urgent = await makeSubmissions(server.url, emergencies);
    await sendAll(server, everyday);
    say("jobs due before the first emergency", await due(database), "jobs");
    const acceptedAt = new Map<string, number>();
    for (const one of urgent) {
      await send(server.url, one.body);
      acceptedAt.set(submissionOf(one), realNow());
      await pause(everyMs);
    }
    say("jobs still due after the last", await due(database), "jobs");
    const first = await firstAlerts(database, sim, acceptedAt);
    const took = [...first].map(([submission, at]) => at - (acceptedAt.get(submission) ?? 0));
    say("emergencies without an alert", emergencies - took.length, "reports");
    say("first alert of an emergency, p50", percentile(took, 0.5), "ms");
    say("first alert of an emergency, p99", percentile(took, 0.99), "ms");
    say("first alert of an emergency, longest", Math.max(...took), "ms");
  } finally {
    await database.end();
    await server.close();
    await Promise.all([sim.stop(), mail.stop()]);
  }
  say("load average after", loadAverage(), "processes");
}

function realNow(): number {
  return performance.timeOrigin + performance.now();
}

async function sendAll(server: BenchServer, submissions: readonly Submission[]): Promise<void> {
  const bodies = submissions.map(({ body }) => body);
  const order = { method: "POST", path: "/api/reporter/reports", requests: 0 } as const;
  const sent = await load({ ...order, port: server.port, bodies, connections: 8, mostSeconds: 60 });
  if (sent.others > 0) throw new Error("not every report was accepted");
}

async function send(url: string, body: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/reporter/reports`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`not accepted: ${answer.status}`);
}

function submissionOf({ body }: Submission): string {
  return (JSON.parse(body) as { report: { submissionId: string } }).report.submissionId;
}

/** Jobs whose time has come and that nobody has finished. */
async function due(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    "select count(*)::int as count from graphile_worker.jobs where run_at <= now()",
  );
  return rows[0]?.count ?? 0;
}

/** When the first alert about each of these arrived at Zalo: an alert carries its call's own code. */
async function firstAlerts(
  database: pg.Client,
  sim: ZaloSim,
  awaited: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ code: string; submission: string }>(
    `select code, submission_id as submission from alert_calls
     join reports on reports.id = alert_calls.report_id where reports.submission_id = any($1)`,
    [[...awaited.keys()]],
  );
  const submissions = new Map(rows.map(({ code, submission }) => [code, submission]));
  const first = new Map<string, number>();
  for (const { at, body } of sim.requests()) {
    const [, code = ""] = /#nhan-([0-9a-f]+)/.exec(JSON.stringify(body)) ?? [];
    const submission = submissions.get(code);
    if (submission !== undefined && !first.has(submission)) first.set(submission, at);
  }
  return first;
}
