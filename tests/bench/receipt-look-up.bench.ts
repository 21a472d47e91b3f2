import { openBenchServer } from "./bench-server.ts";
import { type Emit, figuresOf, loadAverage } from "./figure.ts";
import { load } from "./load.ts";
import { makeSubmissions } from "./submissions.ts";

const reports = 10_000;
const lookUps = 6_000;
const connections = 32;

/**
 * Threads opened by their receipt among ten thousand reports that came in through the door. Each
 * look-up comes from an address of its own, because a single one may ask 3,000 times a minute.
 */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("receipt-look-up", emit);
  say("load average before", loadAverage(), "processes");
  const server = await openBenchServer({ TRUST_PROXY: "127.0.0.1" });
  try {
    const submissions = await makeSubmissions(server.url, reports);
    const order = { port: server.port, requests: 0, mostSeconds: 120, connections };
    const stored = await load({
      ...order,
      method: "POST",
      path: "/api/reporter/reports",
      bodies: submissions.map(({ body }) => body),
    });
    say("reports in the database", stored.answers, "reports");

    const bodies = submissions.map(({ finder }) => JSON.stringify({ finder }));
    const open = { ...order, method: "POST", path: "/api/reporter/threads/open" } as const;
    await load({ ...open, bodies: bodies.slice(lookUps), asManyAddresses: true });
    const opened = await load({ ...open, bodies: bodies.slice(0, lookUps), asManyAddresses: true });
    say(`${connections} connections`, opened.perSecond, "threads/s");
    say(`${connections} connections, p50`, opened.p50, "ms");
    say(`${connections} connections, p99`, opened.p99, "ms");
    say("refused or lost", opened.others, "threads");

    const alive = { ...order, method: "GET", path: "/health/live", bodies: [] } as const;
    const bare = await load({ ...alive, requests: 3 * lookUps });
    say("bare health answer", bare.perSecond, "answers/s");
    say("ratio to a bare health answer", opened.perSecond / bare.perSecond, "×");
  } finally {
    await server.close();
  }
  say("load average after", loadAverage(), "processes");
}
