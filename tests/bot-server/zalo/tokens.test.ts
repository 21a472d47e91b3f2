import { readConfig } from "@truong-an/bot-server/config";
import { openLog } from "@truong-an/bot-server/log";
import { openMetrics } from "@truong-an/bot-server/metrics";
import { openWorld, type World } from "@truong-an/bot-server/world";
import { openTokens } from "@truong-an/bot-server/zalo/open-tokens";
import { openTokenSeal } from "@truong-an/bot-server/zalo/token-seal";
import { tokenStanding } from "@truong-an/bot-server/zalo/token-standing";
import { newIdentity } from "@truong-an/shared/sealing/age";
import { instant } from "@truong-an/shared/time";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../../support/database.ts";
import { dumpDatabase } from "../../support/database-dump.ts";
import type { FreshDatabase } from "../../support/database-server.ts";
import { settingsFor } from "../../support/doorstep.ts";
import { eventually } from "../../support/stage.ts";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";
import { failureOf } from "./failure-of.ts";

const hour = 3_600_000;
const mai = { id: "5000000000000000001", name: "Mai" };
const seed = "sim-refresh-token";
const message = { userId: mai.id, text: "Có việc cần xem" };

let sim: ZaloSim;
let database: FreshDatabase;
let owner: pg.Pool;
let settings: Record<string, string>;
let open: { close: () => Promise<void> }[] = [];
let lines: string[] = [];

beforeAll(async () => {
  const start = Date.now();
  sim = await startZaloSim({ port: 0, people: [mai], realNow: () => start });
});
afterAll(async () => sim.stop());
beforeEach(async () => {
  sim.reset();
  database = await freshDatabase();
  owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on("error", () => undefined);
  lines = [];
  settings = {
    ...(await settingsFor(database.url)),
    ZALO_OA_BASE: sim.url,
    ZALO_ZNS_BASE: sim.url,
    ZALO_OAUTH_BASE: sim.url,
    ZALO_APP_ID: "1000000000000000001",
    ZALO_APP_SECRET: "sim-app-secret",
    ZALO_OA_REFRESH_TOKEN: seed,
  };
});
afterEach(async () => {
  await owner.query("drop trigger if exists no_storing on zalo_tokens");
  await Promise.all(open.map((one) => one.close()));
  open = [];
  await owner.end();
  await database.drop();
});

function world(given: Record<string, string> = {}): World {
  const opened = openWorld(readConfig({ ...settings, ...given }));
  open.push(opened);
  return opened;
}

/** Tokens as a world holds them, with the simulator's clock and a log that can be read. */
function tokens(given: Record<string, string> = {}) {
  const config = readConfig({ ...settings, ...given });
  const { db } = world();
  const log = openLog("debug", { write: (line: string) => lines.push(line) });
  const now = () => instant(sim.now());
  const opened = openTokens(config, { db, now, log, metrics: openMetrics() });
  if (opened === undefined) throw new Error("these settings hold no refresh token");
  return { ...opened, standing: () => tokenStanding({ db, config, now }) };
}

const refreshes = () => sim.requests().filter(({ url }) => url.startsWith("/v4/oa/access_token"));

/** What a killed or failing process left: the time for its attempt, or after its failure, has passed. */
const letPass = () =>
  owner.query(
    "update zalo_tokens set attempted_at = attempted_at - interval '1 hour', retry_at = retry_at - interval '1 hour'",
  );

const row = async () => (await owner.query("select * from zalo_tokens")).rows[0];

/** The database takes no new pair, as if it were away just then. */
async function refuseStoring(): Promise<void> {
  await owner.query(`
    create or replace function no_storing() returns trigger language plpgsql as
      $$ begin raise exception 'away'; end $$;
    create trigger no_storing before update on zalo_tokens
      for each row when (new.generation > old.generation) execute function no_storing()`);
}
const takeStoring = () => owner.query("drop trigger no_storing on zalo_tokens");

describe("renewing", () => {
  test("begins with the operator's refresh token, and messages go out", async () => {
    const { zalo } = world();

    await zalo?.sendOaMessage(message);

    expect(sim.items(mai.id)).toHaveLength(1);
    expect(refreshes()).toHaveLength(1);
  });

  test("is the same pair for ZNS, for every process, and after a restart", async () => {
    await world().zalo?.account();
    await world().zns?.quota();
    await world().zalo?.account();

    expect(refreshes()).toHaveLength(1);
  });

  test("comes at 20 of 25 hours, and not before", async () => {
    const held = tokens();
    await held.keepFresh();
    const first = await held.current();
    sim.advanceClock(20 * hour - 60_000);
    await held.keepFresh();
    const before = refreshes().length;

    sim.advanceClock(120_000);
    await held.keepFresh();

    expect(before).toBe(1);
    expect(refreshes()).toHaveLength(2);
    expect(await held.current()).not.toBe(first);
    expect(await held.standing()).toEqual({
      kind: "good",
      expiresAt: sim.now() + 25 * hour,
    });
  });

  test("of one refused token is done once by two worlds that need it at the same moment", async () => {
    const worlds = [world(), world()];
    await Promise.all(worlds.map(({ zalo }) => zalo?.account()));
    await owner.query("update zalo_tokens set renewed_at = renewed_at - interval '1 hour'");
    sim.advanceClock(26 * hour); // Zalo says -220 to the token that both have
    const before = refreshes().length;

    await Promise.all([...worlds, ...worlds].map(({ zalo }) => zalo?.account()));

    expect(before).toBe(1);
    expect(refreshes()).toHaveLength(2);
  });

  test("is done once by two worlds that begin at the same moment, while Zalo is slow", async () => {
    sim.fail({ next: 1, kind: "slow", ms: 800, at: "token" });
    const worlds = [world(), world()];

    await Promise.all(worlds.map(({ zalo }) => zalo?.account()));

    expect(refreshes()).toHaveLength(1);
  });

  test("uses what another process has stored instead of asking Zalo", async () => {
    const one = tokens();
    const other = tokens();
    const old = await one.current();
    await other.current();
    sim.advanceClock(21 * hour);
    await one.keepFresh();

    const given = await other.refused(old);

    expect(given).toBe(await one.current());
    expect(given).not.toBe(old);
    expect(refreshes()).toHaveLength(2);
  });

  test("is not tried again for a token that is refused though it is new", async () => {
    const held = tokens();
    const token = await held.current();

    expect(await held.refused(token)).toBeUndefined();
    expect(refreshes()).toHaveLength(1);
  });

  test("keeps the old refresh token when Zalo gives no new one", async () => {
    const held = tokens();
    await held.current();
    const { refresh_token: sealedBefore } = await row();
    sim.advanceClock(21 * hour);
    sim.fail({ next: 1, kind: "no-refresh-token", at: "token" });

    await held.keepFresh();

    const { refresh_token: sealedAfter } = await row();
    expect(sealedAfter).toEqual(sealedBefore);
    expect((await held.standing()).kind).toBe("good");
  });
});

describe("a refresh token from the operator", () => {
  test("that was never given before takes over, also from one that Zalo refuses", async () => {
    const old = tokens({ ZALO_OA_REFRESH_TOKEN: "used-up-long-ago" });
    await old.keepFresh();
    expect(await old.standing()).toMatchObject({ kind: "refused", code: "-14014" });

    const anew = tokens();
    await anew.keepFresh();

    expect(await anew.standing()).toMatchObject({ kind: "good" });
  });

  test("that another one has followed begins nothing anew", async () => {
    await tokens({ ZALO_OA_REFRESH_TOKEN: "the-older" }).keepFresh();
    const newer = tokens();
    await newer.keepFresh();

    const replicaWithTheOlder = tokens({ ZALO_OA_REFRESH_TOKEN: "the-older" });
    await replicaWithTheOlder.keepFresh();

    expect(await replicaWithTheOlder.current()).toBe(await newer.current());
    expect(refreshes()).toHaveLength(2);
  });

  test("is needed when the server's key was changed, and heals it", async () => {
    await tokens().current();
    const unused = await unsealed((await row()).refresh_token);
    const SERVER_KEY = await newIdentity();
    const locked = tokens({ SERVER_KEY });
    await locked.keepFresh();
    expect(await locked.standing()).toMatchObject({ kind: "refused", code: "unreadable" });

    const healed = tokens({ SERVER_KEY, ZALO_OA_REFRESH_TOKEN: unused });
    await healed.keepFresh();

    expect(await healed.standing()).toMatchObject({ kind: "good" });
  });

  test("is not taken without the app that it belongs to", () => {
    expect(() => readConfig({ ...settings, ZALO_APP_SECRET: "" })).toThrow("ZALO_APP_SECRET");
  });
});

describe("Zalo takes the refresh token no more", () => {
  test.each([
    ["says so", "refusal", "-14014"],
    ["answers with an empty body", "empty", "empty"],
  ] as const)(
    "and %s: the access token serves on, and the standing says until when",
    async (_how, consumedRefresh, code) => {
      const held = tokens();
      const token = await held.current();
      const expiresAt = sim.now() + 25 * hour;
      await owner.query("update zalo_tokens set refresh_token = $1", [await sealedAs(seed)]);
      sim.setConditions({ consumedRefresh });
      sim.advanceClock(21 * hour);

      await held.keepFresh();

      expect(await held.current()).toBe(token);
      expect(await held.standing()).toEqual({ kind: "refused", code, expiresAt });
      expect(lines.join("")).toContain("zalo takes our refresh token no more");

      sim.advanceClock(5 * hour);
      expect(await failureOf(held.current())).toMatchObject({
        name: "ZaloRefused",
        service: "oauth",
      });
      expect(refreshes()).toHaveLength(2); // not again and again
    },
  );

  test("with a code written as a string", async () => {
    sim.fail({ next: 1, kind: "refuse", code: "-14014", at: "token" });
    const held = tokens();

    expect(await failureOf(held.current())).toMatchObject({ code: -14_014, service: "oauth" });
    expect(await held.standing()).toEqual({
      kind: "refused",
      code: "-14014",
      expiresAt: undefined,
    });
  });
});

describe("Zalo gives no usable answer", () => {
  test.each([
    ["http500", "server-error"],
    ["html502", "server-error"],
  ] as const)("(%s): nothing is lost, and it is tried later", async (kind, why) => {
    const held = tokens();
    sim.fail({ next: 1, kind, at: "token" });

    const failure = await failureOf(held.current());
    const tooEarly = await failureOf(held.current());
    await letPass();
    await held.keepFresh();

    expect(failure).toMatchObject({ name: "ZaloUnreachable", why });
    expect(tooEarly).toMatchObject({ name: "ZaloUnreachable", why: "busy" });
    expect(refreshes()).toHaveLength(2);
    expect(await held.standing()).toMatchObject({ kind: "good" });
  });

  test("and the pauses grow", async () => {
    sim.fail({ next: 3, kind: "http500", at: "token" });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await failureOf(tokens().current());
      const { rows } = await owner.query(
        "select extract(epoch from retry_at - now())::float8 as pause from zalo_tokens",
      );
      pauses.push(rows[0].pause);
      await letPass();
    }

    expect(pauses[0]).toBeLessThanOrEqual(10);
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0);
    expect(pauses[2]).toBeLessThanOrEqual(40);
  });

  test("an answer that was lost on the way leaves the old access token in use, and an alarm", async () => {
    const held = tokens();
    const token = await held.current();
    sim.advanceClock(21 * hour);
    sim.fail({ next: 1, kind: "answer-then-drop", at: "token" });

    await held.keepFresh();
    await letPass();
    await held.keepFresh();

    expect(await held.current()).toBe(token);
    expect(await held.standing()).toMatchObject({ kind: "refused", code: "-14014" });
  });
});

describe("the database takes nothing just when Zalo has given a pair", () => {
  test("the pair is kept in memory until it does", async () => {
    const held = tokens();
    await held.current();
    sim.advanceClock(21 * hour);
    await refuseStoring();

    const renewing = held.keepFresh();
    await eventually("the first try", () =>
      lines.join("").includes("not stored") ? true : undefined,
    );
    const standing = await held.standing();
    await takeStoring();
    await renewing;

    expect(standing.kind).toBe("expiring");
    expect(await held.standing()).toMatchObject({ kind: "good" });
    expect(refreshes()).toHaveLength(2);
    expect((await row()).attempted_at).toBeNull();
  });

  test("closing waits for it", async () => {
    const held = tokens();
    await held.current();
    sim.advanceClock(21 * hour);
    await refuseStoring();
    const renewing = held.keepFresh();
    await eventually("the first try", () =>
      lines.join("").includes("not stored") ? true : undefined,
    );

    let isClosed = false;
    const closing = held.close().then(() => {
      isClosed = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const early = isClosed;
    await takeStoring();
    await Promise.all([renewing, closing]);

    expect(early).toBe(false);
    expect(await held.standing()).toMatchObject({ kind: "good" });
  });

  test("another process that meanwhile finds the old token used up is put right", async () => {
    const held = tokens();
    await held.current();
    sim.advanceClock(21 * hour);
    await refuseStoring();
    const renewing = held.keepFresh();
    await eventually("the first try", () =>
      lines.join("").includes("not stored") ? true : undefined,
    );
    await letPass();
    const other = tokens();
    await other.keepFresh();
    const meanwhile = await other.standing();

    await takeStoring();
    await renewing;

    expect(meanwhile.kind).toBe("refused");
    expect(await other.standing()).toMatchObject({ kind: "good" });
  });
});

describe("the standing", () => {
  test("of a token given by hand, of none, and before the first renewal", async () => {
    const { db } = world();
    const now = () => instant(sim.now());
    const { ZALO_OA_REFRESH_TOKEN: _without, ...rest } = settings;
    const byHand = readConfig({ ...rest, ZALO_OA_ACCESS_TOKEN: "by-hand" });

    expect(await tokenStanding({ db, now, config: byHand })).toEqual({ kind: "static" });
    expect(await tokenStanding({ db, now, config: readConfig(rest) })).toEqual({ kind: "missing" });
    expect(await tokenStanding({ db, now, config: readConfig(settings) })).toEqual({
      kind: "missing",
    });
  });
});

test("no token stands in the database or the log in words", async () => {
  const held = tokens();
  const first = await held.current();
  sim.advanceClock(21 * hour);
  sim.fail({ next: 1, kind: "http500", at: "token" });
  await held.keepFresh();
  await letPass();
  await held.keepFresh();
  const second = await held.current();

  const sent = refreshes().map(({ body }) => (body as { refresh_token: string }).refresh_token);
  const secrets = [first, second, seed, ...sent, "sim-app-secret"];
  const cells = await dumpDatabase(owner);
  expect(new Set(secrets).size).toBeGreaterThanOrEqual(5);
  expect(cells.filter(({ bytes }) => secrets.some((secret) => bytes.includes(secret)))).toEqual([]);
  expect(secrets.filter((secret) => lines.join("").includes(secret))).toEqual([]);
  expect(lines.join("")).toContain("zalo token renewed");
});

/** A refresh token as the row holds it. */
function sealedAs(token: string): Promise<Buffer> {
  return openTokenSeal(settings["SERVER_KEY"] ?? "").close(token);
}

function unsealed(sealed: Buffer): Promise<string> {
  return openTokenSeal(settings["SERVER_KEY"] ?? "").open(sealed);
}
