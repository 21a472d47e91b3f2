import { randomBytes } from "node:crypto";
import { migrate } from "@truong-an/bot-server/db/migrate";
import pg from "pg";

export type FreshDatabase = {
  readonly url: string;
  /** Removes the database, also while something is still connected to it. */
  readonly drop: () => Promise<void>;
};

/** A database server and the name of a migrated database on it that is only ever copied. */
export type DatabaseServer = { readonly url: string; readonly template: string };

/** Copies the template into a new database of the same server. */
export function cloneTemplate(server: DatabaseServer): Promise<FreshDatabase> {
  return newDatabase(server.url, server.template);
}

/** A database with nothing in it, on the same server. */
export function emptyDatabase(server: DatabaseServer): Promise<FreshDatabase> {
  return newDatabase(server.url, "template1");
}

/** Makes the migrated database that `cloneTemplate` copies. Nobody can connect to it afterwards. */
export async function prepareTemplate(url: string): Promise<DatabaseServer> {
  const template = `truong_an_template_${process.pid}`;
  await onServer(url, `drop database if exists ${template} with (force)`);
  await onServer(url, `create database ${template}`);
  await migrate({ url: databaseUrl(url, template), log: { info: () => undefined } });
  await onServer(url, `alter database ${template} with is_template true allow_connections false`);
  return { url, template };
}

export async function dropTemplate({ url, template }: DatabaseServer): Promise<void> {
  await onServer(url, `alter database ${template} with is_template false`);
  await onServer(url, `drop database ${template}`);
}

async function newDatabase(serverUrl: string, template: string): Promise<FreshDatabase> {
  const name = `truong_an_test_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name} template ${template}`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** The same server and login, another database. */
function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement on the server itself, outside any transaction. */
async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
