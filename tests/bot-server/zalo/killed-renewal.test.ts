import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zaloIdOf } from "../../support/demo-ids.ts";
import { quietFacts, submit } from "../../support/reporter.ts";
import { type ServerProcess, startServerProcess } from "../../support/server-process.ts";
import { type Backdrop, eventually, openBackdrop } from "../../support/stage.ts";

let backdrop: Backdrop;
let server: ServerProcess | undefined;

beforeEach(async () => {
  backdrop = await openBackdrop({
    settings: {
      ZALO_OA_ACCESS_TOKEN: "",
      ZALO_OA_REFRESH_TOKEN: "sim-refresh-token",
      ZALO_APP_ID: "1000000000000000001",
      ZALO_APP_SECRET: "sim-app-secret",
    },
  });
  await backdrop.database.query(`
    create function no_storing() returns trigger language plpgsql as
      $$ begin raise exception 'away'; end $$`);
});
afterEach(async () => {
  await server?.kill();
  await backdrop.close();
});

// Three servers start one after the other.
vi.setConfig({ testTimeout: 60_000 });

const start = async (): Promise<ServerProcess> => {
  server = await startServerProcess({ ...process.env, ...backdrop.environment });
  return server;
};
const tokens = async () => (await backdrop.database.query("select * from zalo_tokens")).rows[0];
const tokensAre = (what: string, are: (row: Record<string, unknown>) => boolean) =>
  eventually(what, async () => {
    const row = await tokens();
    return row !== undefined && are(row) ? row : undefined;
  });

/** As if the tokens had been renewed 21 of their 25 hours ago. */
const age = () =>
  backdrop.database.query(
    "update zalo_tokens set renewed_at = renewed_at - interval '21 hours', expires_at = expires_at - interval '21 hours'",
  );

/** A server that has got the second pair from Zalo and is killed before the database takes it. */
async function killBetweenReceivingAndStoring(): Promise<void> {
  const first = await start();
  await tokensAre("the first pair", (row) => row["access_token"] !== null);
  await first.kill();
  await age();
  await backdrop.database.query(`
    create trigger no_storing before update on zalo_tokens
      for each row when (new.generation > old.generation) execute function no_storing()`);
  const second = await start();
  await eventually("a pair that cannot be stored", () =>
    second.output().includes("zalo token not stored") ? true : undefined,
  );
  await second.kill();
  await backdrop.database.query("drop trigger no_storing on zalo_tokens");
}

test("killed between receiving and storing: alerts go on with the old access token, and the state says refused", async () => {
  await killBetweenReceivingAndStoring();
  const left = await tokens();
  await backdrop.database.query(
    "update zalo_tokens set attempted_at = attempted_at - interval '1 minute'", // its time has passed
  );

  const third = await start();
  const found = await tokensAre("the refusal", (row) => row["refused_code"] !== null);
  await submit(third.url, { facts: quietFacts });
  await eventually("the alert", () =>
    backdrop.sim.items(zaloIdOf("cill-cus")).length > 0 ? true : undefined,
  );

  expect(left.attempted_at).not.toBeNull();
  expect(found.refused_code).toBe("-14014");
  expect(found.access_token).toEqual(left.access_token);
  expect(third.output()).toContain("zalo takes our refresh token no more");
});

test("killed before Zalo has seen the call: the next process renews as if nothing had happened", async () => {
  const first = await start();
  await tokensAre("the first pair", (row) => row["access_token"] !== null);
  await first.kill();
  await age();
  await backdrop.database.query(
    "update zalo_tokens set attempted_at = now() - interval '1 minute'", // marked, never sent
  );

  await start();

  const renewed = await tokensAre("the second pair", (row) => row["generation"] === 3);
  expect(renewed.refused_code).toBeNull();
  expect(renewed.attempted_at).toBeNull();
});
