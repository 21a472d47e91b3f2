import { inject } from "vitest";
import { cloneTemplate, type DatabaseServer, type FreshDatabase } from "./database-server.ts";

/** A migrated, empty database of its own for whoever asks. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneTemplate(inject("databaseServer"));
}

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}
