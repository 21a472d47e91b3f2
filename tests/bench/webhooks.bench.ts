import { randomBytes, randomInt } from "node:crypto";
import { oaSignature } from "../zalo-sim/webhook-signature.ts";
import { type BenchServer, openBenchServer, startProgram } from "./bench-server.ts";
import { type Emit, figuresOf, loadAverage } from "./figure.ts";
import { type LoadOrder, load } from "./load.ts";
import { openSlowLink } from "./slow-link.ts";

const warmUp = 500;
const measured = 4_000;
const measuredSlow = 1_000;
const connections = 32;
const slowMs = 200;
const signing = {
  appId: "1000000000000000001",
  oaId: "1000000000000000002",
  secret: "bench-oa-secret",
  idFirst: "app",
  bareHex: false,
} as const;

/**
 * Webhooks from Zalo, each a signed text of somebody else: accepted per second, and how long Zalo
 * waits for its answer, also while every answer of the database comes 200 ms late. No worker runs.
 */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("webhooks", emit);
  say("load average before", loadAverage(), "processes");
  const server = await openBenchServer(settings);
  const slow = await slowServer(server);
  try {
    await load({ ...order(server.port), ...webhooks(warmUp) });
    const fast = await load({ ...order(server.port), ...webhooks(measured) });
    say("accepted", fast.perSecond, "webhooks/s");
    say("answer, p50", fast.p50, "ms");
    say("answer, p99", fast.p99, "ms");
    say("refused or lost", fast.others, "webhooks");

    await load({ ...order(slow.port), ...webhooks(warmUp) });
    const late = await load({ ...order(slow.port), ...webhooks(measuredSlow) });
    say(`accepted, database ${slowMs} ms late`, late.perSecond, "webhooks/s");
    say(`answer, database ${slowMs} ms late, p50`, late.p50, "ms");
    say(`answer, database ${slowMs} ms late, p99`, late.p99, "ms");
    say(`refused or lost, database ${slowMs} ms late`, late.others, "webhooks");
  } finally {
    await slow.close();
    await server.close();
  }
  say("load average after", loadAverage(), "processes");
}

const settings = {
  ZALO_APP_ID: signing.appId,
  ZALO_OA_ID: signing.oaId,
  ZALO_OA_SECRET: signing.secret,
} as const;

/** The same program on the same database, by a slow way. */
async function slowServer(server: BenchServer) {
  const link = await openSlowLink(server.databaseUrl, slowMs);
  const program = await startProgram("@truong-an/bot-server/main", {
    ...server.environment,
    DATABASE_URL: link.url,
  });
  return {
    port: program.port,
    close: async () => {
      await program.close();
      await link.close();
    },
  };
}

function order(port: number): Omit<LoadOrder, "bodies"> {
  const door = { method: "POST", path: "/webhooks/zalo", requests: 0 } as const;
  return { ...door, port, connections, mostSeconds: 120 };
}

const said = [
  "menu",
  "tin mới",
  "số khẩn cấp",
  "cho em hỏi chút",
  "cảm ơn nhé",
  "nhóm zalo của trường",
];

/** As many events of as many people, as Zalo sends and signs them. */
function webhooks(count: number): Pick<LoadOrder, "bodies" | "headers"> {
  const signed = Array.from({ length: count }, (_none, index) => {
    const timestamp = String(Date.now());
    const body = JSON.stringify({
      app_id: signing.appId,
      sender: { id: `42573${randomInt(10 ** 13)}${index}` },
      recipient: { id: signing.oaId },
      event_name: "user_send_text",
      message: { text: said[index % said.length], msg_id: randomBytes(10).toString("hex") },
      timestamp,
    });
    return { body, header: `X-ZEvent-Signature: ${oaSignature(body, timestamp, signing)}` };
  });
  return { bodies: signed.map(({ body }) => body), headers: signed.map(({ header }) => header) };
}
