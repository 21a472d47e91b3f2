import { readConfig } from "./config.ts";
import { startServer } from "./server.ts";

/** Production: settings from the environment, one process of the role that they name. */
const server = await startServer(readConfig());
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}
