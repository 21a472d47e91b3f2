import { vietnamHolidays } from "@truong-an/shared/routing/holidays";
import { type Instant, instant, type SchoolCalendar } from "@truong-an/shared/time";
import type { Config } from "./config.ts";
import { appRole } from "./db/migrate.ts";
import { type OpenDatabase, openDatabase } from "./db/open.ts";
import { type Log, openLog } from "./log.ts";
import { type Mail, openMail } from "./mail/send.ts";
import { type Metrics, openMetrics } from "./metrics.ts";
import { openZaloWays, type ZaloWays } from "./zalo/open.ts";
import { openTokens } from "./zalo/open-tokens.ts";
import type { StoredTokens } from "./zalo/stored-tokens.ts";
import { staticToken } from "./zalo/tokens.ts";

/** Everything a script may touch. A plain object: tests build their own. */
export type World = ZaloWays & {
  readonly config: Config;
  readonly db: OpenDatabase["db"];
  readonly pool: OpenDatabase["pool"];
  readonly now: () => Instant;
  readonly calendar: SchoolCalendar;
  readonly zaloTokens: Pick<StoredTokens, "keepFresh"> | undefined; // undefined: none that renew themselves
  readonly mail: Mail | undefined;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly close: () => Promise<void>;
};

/** Opens what the configuration names. Nothing is sent or read until somebody asks. */
export function openWorld(config: Config): World {
  const log = openLog(config.LOG_LEVEL);
  const database = openDatabase({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    role: appRole,
    onBrokenConnection: (code) => log.warn("database connection lost", { code }),
  });
  const now = (): Instant => instant(Date.now());
  const metrics = openMetrics();
  const zaloTokens = openTokens(config, { db: database.db, now, log, metrics });
  const mail = mailOf(config);
  return {
    config,
    db: database.db,
    pool: database.pool,
    now,
    calendar: vietnamHolidays,
    ...openZaloWays(config, zaloTokens ?? givenToken(config), now),
    zaloTokens,
    mail,
    log,
    metrics,
    close: async () => {
      mail?.close();
      await zaloTokens?.close();
      await database.close();
    },
  };
}

const outsideTimeoutMs = 5_000;

function givenToken({ ZALO_OA_ACCESS_TOKEN: token }: Config) {
  return token === undefined ? undefined : staticToken(token);
}

function mailOf(config: Config): Mail | undefined {
  if (config.SMTP_HOST === undefined) return undefined;
  const { SMTP_USER: user, SMTP_PASSWORD: password } = config;
  return openMail({
    host: config.SMTP_HOST,
    port: config.SMTP_PORT,
    tls: config.SMTP_TLS,
    ...(user === undefined || password === undefined ? {} : { login: { user, password } }),
    from: config.MAIL_FROM,
    timeoutMs: outsideTimeoutMs,
  });
}
