import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

export type Db = NodePgDatabase;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** What a function asks for when it may be called inside or outside a transaction. */
export type Queryable = Db | Tx;

export type OpenDatabase = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

export type DatabaseOptions = {
  readonly url: string;
  readonly poolSize: number;
  /** The role every connection acts as, so that grants hold even when the login owns the tables. */
  readonly role?: string;
  /** Hears the name of the error (never its text) when a connection breaks. */
  readonly onBrokenConnection?: (code: string) => void;
};

const statementTimeoutMs = 10_000;
const connectTimeoutMs = 10_000;

/**
 * Opens a pool. A connection that the database drops is forgotten and replaced; it never ends
 * the process. No statement runs longer than ten seconds.
 */
export function openDatabase(options: DatabaseOptions): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: "truong-an",
    keepAlive: true,
    ...(options.role === undefined ? {} : { options: `-c role=${checkedRole(options.role)}` }),
  });
  const broken = (error: Error): void => options.onBrokenConnection?.(codeOf(error));
  pool.on("error", broken);
  // A client in use reports its death to its query as well; without this listener Node would exit.
  pool.on("connect", (client) => client.on("error", broken));

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= pool.end();
    return closing;
  };
  return { db: drizzle({ client: pool }), pool, close };
}

function checkedRole(role: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(role)) throw new Error("The database role has an unusual name.");
  return role;
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
