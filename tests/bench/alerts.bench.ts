import { setTimeout as pause } from "node:timers/promises";
import { people } from "../demo/directory.ts";
import { startMailCatcher } from "../demo/mail-catcher.ts";
import { startZaloSim, type ZaloSim } from "../zalo-sim/start.ts";
import { type BenchServer, openBenchServer } from "./bench-server.ts";
import { type Emit, figuresOf, loadAverage, percentile } from "./figure.ts";
import { makeSubmissions } from "./submissions.ts";

const warmUp = 10;
const emergencies = 100;
const accessToken = "bench-access-token";
const quietMs = 150;

/** From the answer "accepted" to an emergency's first and last alert at Zalo, with an idle queue. */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("alerts", emit);
  say("load average before", loadAverage(), "processes");
  const phones = people.map(({ zaloId, name, role, email }) => ({ id: zaloId, name, role, email }));
  const sim = await startZaloSim({ port: 0, people: phones, accessTokens: [accessToken], realNow });
  const mail = await startMailCatcher({ port: 0 });
  const server = await openBenchServer({
    ROLE: "all",
    ZALO_OA_BASE: sim.url,
    ZALO_OA_ACCESS_TOKEN: accessToken,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(mail.port),
    SMTP_TLS: "none",
  });
  try {
    const submissions = await makeSubmissions(server.url, warmUp + emergencies);
    const firsts: number[] = [];
    const lasts: number[] = [];
    for (const [index, { body }] of submissions.entries()) {
      const { first, last } = await alertsOf(server, sim, body);
      if (index < warmUp) continue;
      firsts.push(first);
      lasts.push(last);
    }
    say("first alert, p50", percentile(firsts, 0.5), "ms");
    say("first alert, p99", percentile(firsts, 0.99), "ms");
    say("last alert at Zalo, p50", percentile(lasts, 0.5), "ms");
    say("last alert at Zalo, p99", percentile(lasts, 0.99), "ms");
  } finally {
    await server.close();
    await Promise.all([sim.stop(), mail.stop()]);
  }
  say("load average after", loadAverage(), "processes");
}

function realNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Sends one emergency and waits until its alerts have come and nothing moves any more. */
async function alertsOf(server: BenchServer, sim: ZaloSim, body: string) {
  const before = sim.requests().length;
  const answer = await fetch(`${server.url}/api/reporter/reports`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const acceptedAt = realNow();
  if (!answer.ok) throw new Error(`not accepted: ${answer.status}`);
  const until = acceptedAt + 10_000;
  const newest = (): number => sim.requests().at(-1)?.at ?? 0;
  while (sim.requests().length === before || realNow() - newest() < quietMs) {
    if (realNow() > until) throw new Error("no alert within ten seconds");
    await pause(10);
  }
  const first = sim.requests()[before]?.at ?? Number.NaN;
  return { first: first - acceptedAt, last: newest() - acceptedAt };
}
