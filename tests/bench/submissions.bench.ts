import { openBenchServer, startProgram } from "./bench-server.ts";
import { type Emit, figuresOf, loadAverage } from "./figure.ts";
import { type LoadOrder, load } from "./load.ts";
import { databaseSeconds, processorSeconds, residentMegabytes } from "./processes.ts";
import { makeSubmissions } from "./submissions.ts";

const oneByOne = 300;
const warmUp = 2_000;
const measured = 10_000;
const connections = 32;

/**
 * Sealed submissions through the full transaction: report, four envelopes and the receipt's, audit
 * entries and jobs, on the disk before each answer. Every one is an emergency, which costs most.
 * The load comes from another process of the same machine, and no worker runs meanwhile.
 */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("submissions", emit);
  say("load average before", loadAverage(), "processes");
  const server = await openBenchServer();
  try {
    const made = await makeSubmissions(server.url, oneByOne + warmUp + measured);
    const bodies = made.map(({ body }) => body);
    const order = { ...door, port: server.port };
    say("memory of the server, idle", await residentMegabytes(server.pid), "MB");

    const single = await load({ ...order, bodies: bodies.slice(0, oneByOne), connections: 1 });
    say("one at a time, p50", single.p50, "ms");
    say("one at a time, p99", single.p99, "ms");

    await load({ ...order, bodies: bodies.slice(oneByOne, oneByOne + warmUp), connections });
    const before = await used(server);
    const full = await load({ ...order, bodies: bodies.slice(oneByOne + warmUp), connections });
    const after = await used(server);
    say(`${connections} connections`, full.perSecond, "reports/s");
    say(`${connections} connections, p50`, full.p50, "ms");
    say(`${connections} connections, p99`, full.p99, "ms");
    say("refused or lost", full.others, "reports");
    say(
      "processor of the server",
      perReport(before.server, after.server, full.answers),
      "ms/report",
    );
    say(
      "processor of the database",
      perReport(before.database, after.database, full.answers),
      "ms/report",
    );
    say("memory of the server, after the load", await residentMegabytes(server.pid), "MB");

    const bare = await answeringDoor(bodies);
    say("the same door, storing nothing", bare.perSecond, "reports/s");
    say("ratio to the same door, storing nothing", full.perSecond / bare.perSecond, "×");
  } finally {
    await server.close();
  }
  say("load average after", loadAverage(), "processes");
}

const door = {
  path: "/api/reporter/reports",
  method: "POST",
  requests: 0,
  mostSeconds: 60,
} as const satisfies Partial<LoadOrder>;

async function answeringDoor(bodies: readonly string[]) {
  const program = new URL("./answering-door.js", import.meta.url);
  const { port, close } = await startProgram(program.href);
  try {
    await load({ ...door, port, bodies: bodies.slice(0, warmUp), connections });
    return await load({ ...door, port, bodies: bodies.slice(warmUp), connections });
  } finally {
    await close();
  }
}

async function used({ pid, databaseUrl }: { pid: number; databaseUrl: string }) {
  return {
    server: await processorSeconds(pid),
    database: await databaseSeconds(databaseUrl),
  };
}

function perReport(before: number | null, after: number | null, reports: number): number | null {
  return before === null || after === null ? null : ((after - before) * 1000) / reports;
}
