import type { Instant } from "@truong-an/shared/time";
import type { Config } from "../config.ts";
import type { Db } from "../db/open.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { openStoredTokens, type StoredTokens } from "./stored-tokens.ts";
import { openTokenRow } from "./token-row.ts";
import { openTokenSeal } from "./token-seal.ts";

const timeoutMs = 10_000; // longer than other calls: an answer that is not heard costs the refresh token

/** Tokens that renew themselves, when the operator has given a refresh token to begin with. */
export function openTokens(
  config: Config,
  { db, now, log, metrics }: { db: Db; now: () => Instant; log: Log; metrics: Metrics },
): StoredTokens | undefined {
  const { ZALO_OA_REFRESH_TOKEN: seed, ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret } = config;
  if (seed === undefined || appId === undefined || appSecret === undefined) return undefined;
  const oauth = { oauthBaseUrl: config.ZALO_OAUTH_BASE, appId, appSecret, timeoutMs };
  const row = openTokenRow(db, openTokenSeal(config.SERVER_KEY));
  return openStoredTokens(row, { oauth, seed, now, log, metrics });
}
