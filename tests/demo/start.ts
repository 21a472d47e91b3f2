import { resolve } from "node:path";
import { readConfig } from "@truong-an/bot-server/config";
import { migrate } from "@truong-an/bot-server/db/migrate";
import { type RunningServer, startServer } from "@truong-an/bot-server/server";
import { startZaloSim, type ZaloSim } from "../zalo-sim/start.ts";
import { seedBulletins } from "./bulletins.ts";
import { fasterClocks } from "./clocks.ts";
import { colleagues, people, schools, zaloPeople } from "./directory.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { openDemoGroup } from "./groups.ts";
import { type Invitations, keptInvitations, keptSecrets } from "./kept.ts";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";
import { seedRosters } from "./rosters.ts";
import { seedDirectory } from "./seed.ts";
import { invitationText, welcome } from "./text/vi.ts";
import { webhookDoors, zaloSettings } from "./zalo-settings.ts";

type Stop = () => Promise<void>;

const demoMetricsToken = "only-for-the-demonstration";

/**
 * The whole story on this machine: a database (its own, unless DATABASE_URL names one), the demo
 * directory, a stand-in for Zalo and mail, and the server with ordinary settings. Ends cleanly,
 * the last started first, when it is asked to.
 */
export async function start(): Promise<void> {
  const stops: Stop[] = [];
  const stop = endOnce(stops);
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  try {
    await open(stops);
  } catch (error) {
    for (const each of stops.reverse()) await each();
    throw error;
  }
}

async function open(stops: Stop[]): Promise<void> {
  const given = process.env;
  const dataDir = resolve(given["DATA_DIR"] ?? ".data");
  const port = Number(given["PORT"] ?? 3000);
  const speed = Number(given["DEMO_SPEED"] ?? 1);
  if (!(speed >= 1)) throw new Error("DEMO_SPEED is a number, 1 or more.");

  const databaseUrl = given["DATABASE_URL"] ?? (await ownDatabase(dataDir, stops));
  const outside = { sim: await ownZalo(port + 1, stops), mail: await ownMail(port + 2, stops) };
  outside.mail?.onMail((letter) => outside.sim?.showMail(letter));
  await migrate({ url: databaseUrl, log: { info: () => undefined } });
  const fresh = await seedDirectory(databaseUrl, undefined, [...people, ...colleagues]);
  if (fresh.length > 0) await seedRosters(databaseUrl);
  const invitations = await keptInvitations(dataDir, fresh);
  await seedBulletins(databaseUrl);
  if (outside.sim !== undefined) await openDemoGroup(outside.sim, databaseUrl);

  const config = readConfig({
    LOG_LEVEL: "warn",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...zaloSettings(`http://127.0.0.1:${port + 1}`),
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(port + 2),
    SMTP_TLS: "none",
    METRICS_TOKEN: demoMetricsToken,
    CLOCKS: JSON.stringify(fasterClocks(speed)),
    ...(await keptSecrets(dataDir)),
    ...given,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
  });
  const server: RunningServer = await startServer(config);
  stops.push(server.close);
  outside.sim?.sendWebhooksTo(webhookDoors(`http://127.0.0.1:${port}`));
  showInvitations(outside.sim, config.PUBLIC_URL, invitations);
  console.log(
    welcome({
      app: config.PUBLIC_URL,
      school: `${config.PUBLIC_URL}/?school=${schools[0]?.id ?? ""}`,
      console: `${config.PUBLIC_URL}/console`,
      phones: `http://127.0.0.1:${port + 1}`,
      speed,
    }),
  );
}

async function ownDatabase(dataDir: string, stops: Stop[]): Promise<string> {
  const log = { info: () => undefined, error: console.error };
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true, log });
  stops.push(postgres.stop);
  return postgres.url;
}

/** The simulator; nothing when another process of the same demonstration runs it already. */
async function ownZalo(port: number, stops: Stop[]): Promise<ZaloSim | undefined> {
  try {
    const sim = await startZaloSim({ port, people: zaloPeople });
    stops.push(sim.stop);
    return sim;
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

async function ownMail(port: number, stops: Stop[]): Promise<MailCatcher | undefined> {
  try {
    const catcher = await startMailCatcher({ port });
    stops.push(catcher.stop);
    return catcher;
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function showInvitations(sim: ZaloSim | undefined, url: string, invitations: Invitations): void {
  for (const { zaloId, printed } of invitations) {
    sim?.invite(zaloId, { text: invitationText, url: `${url}/console#/invitation/${printed}` });
  }
}

function endOnce(stops: Stop[]): () => void {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    const end = async (): Promise<void> => {
      for (const each of stops.reverse()) await each();
    };
    end().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
}
