import { startEmbeddedPostgres } from "../demo/embedded-postgres.ts";

/** A process that does nothing but hold a database, for tests that kill it. Argument: the folder. */
const [, , dataDir = ""] = process.argv;
const postgres = await startEmbeddedPostgres({
  dataDir,
  durable: true,
  log: { info: console.error, error: console.error },
});
process.once("SIGTERM", () => {
  void postgres.stop().then(() => process.exit(0));
});
setInterval(() => undefined, 60_000);
console.log(postgres.url);
