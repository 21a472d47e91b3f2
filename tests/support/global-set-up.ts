import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres, stopOrphanedPostgres } from "../demo/embedded-postgres.ts";
import { isAlive } from "../demo/running-process.ts";
import { dropTemplate, prepareTemplate } from "./database-server.ts";
import "./database.ts";

const folderPrefix = "truong-an-tests-";

/** One database server for the whole run, with a migrated template that every test copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env["TEST_DATABASE_URL"];
  if (outside !== undefined && outside !== "") {
    const server = await prepareTemplate(outside);
    project.provide("databaseServer", server);
    return () => dropTemplate(server);
  }

  await clearAbandonedRuns();
  const dataDir = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  await chmod(dataDir, 0o711); // for root the server may run as another user, who must pass through
  const postgres = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    log: { info: () => undefined, error: (message) => console.error(message) },
  });
  project.provide("databaseServer", await prepareTemplate(postgres.url));
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A run that was killed leaves a server and a folder behind; the next run takes them away. */
async function clearAbandonedRuns(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(folderPrefix))) {
    const [pid] = name.slice(folderPrefix.length).split("-");
    if (await isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    if (await stopOrphanedPostgres(folder)) await rm(folder, { recursive: true, force: true });
  }
}
