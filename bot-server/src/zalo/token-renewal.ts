import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "@truong-an/shared/time";
import { type Log, traceOf } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { askForPair, type OauthSettings, type TokenPair } from "./ask-for-pair.ts";
import { ZaloRefused, ZaloUnreachable } from "./errors.ts";
import { type HeldTokens, isGood } from "./held-tokens.ts";
import type { TokenRow } from "./token-row.ts";

export type RenewalSettings = {
  readonly oauth: OauthSettings;
  readonly now: () => Instant;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "zaloTokenRefreshes">;
};

export type Renewal = {
  /**
   * Gives a newer access token: of the next pair, which this process asks for or another one is
   * asking for already. Throws ZaloRefused when the refresh token is worth nothing, and
   * ZaloUnreachable when it is to be tried later.
   */
  readonly renew: (from: HeldTokens) => Promise<string>;
  /** When no pair is under way any more. */
  readonly settled: () => Promise<void>;
};

const waitsForOthersMs = 20_000;
const looksEveryMs = 200;
const longestPauseMs = 5_000;
const tokenUsed = -14_014; // "Invalid refresh token"

/**
 * A refresh token works once, so this is what keeps it from being lost. Before Zalo is asked, the
 * row says so (`attempted_at`), committed. A pair that comes back is sealed and stored in one
 * statement before anyone uses it; if the database does not answer, this process keeps the pair in
 * memory and tries until it is stored, also while it closes.
 *
 * What remains: between Zalo's decision and our commit lie one answer on the network, some
 * milliseconds of sealing, and the commit. If the process is killed or the answer is lost just
 * then, the new pair is gone. The next process tries the old refresh token, which works if Zalo
 * never saw the call. If it did, the row says `refused_code`, alerts go on with the old access token
 * for the hours that it has left (five, since we renew early), and an operator must bring a new
 * refresh token within them.
 */
export function openRenewal(row: TokenRow, { oauth, now, log, metrics }: RenewalSettings): Renewal {
  let underWay: Promise<string> | undefined;

  const renewOrWait = async (from: HeldTokens): Promise<string> => {
    const until = Date.now() + waitsForOthersMs;
    let latest = from;
    while (Date.now() < until) {
      const refreshToken = await row.claim(latest.generation);
      if (refreshToken !== undefined) return trade(latest.generation, refreshToken);
      const after = await row.load();
      if (after.generation !== latest.generation && isGood(after, now())) return after.access.token;
      refuseWhileHopeless(after);
      latest = after;
      await sleep(looksEveryMs);
    }
    throw new ZaloUnreachable("busy");
  };

  const trade = async (generation: number, refreshToken: string): Promise<string> => {
    const answer = await askForPair(oauth, refreshToken);
    metrics.zaloTokenRefreshes.inc({ outcome: answer.kind });
    switch (answer.kind) {
      case "pair":
        return keep(generation, answer.pair);
      case "refused":
        log.error("zalo takes our refresh token no more", { code: String(answer.code) });
        await row.refused(generation, answer.code);
        throw new ZaloRefused(answer.code === "empty" ? tokenUsed : answer.code, "oauth");
      case "unreachable":
        log.warn("zalo token not renewed", { code: answer.why.why });
        await row.failed(generation);
        throw answer.why;
    }
  };

  const keep = async (generation: number, pair: TokenPair): Promise<string> => {
    const at = now();
    const sealed = await row.seal(pair);
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (!(await row.keep(generation, sealed, at))) await refuseUnlessStored(pair);
        log.info("zalo token renewed");
        return pair.accessToken;
      } catch (error) {
        if (error instanceof ZaloUnreachable) throw error;
        log.error("zalo token not stored", { attempt, ...traceOf(error) });
        await sleep(Math.min(longestPauseMs, 100 * 2 ** attempt));
      }
    }
  };

  /** Its place is taken: by itself, when the word that it was stored got lost, or by an operator's new token. */
  const refuseUnlessStored = async (pair: TokenPair): Promise<void> => {
    const { access } = await row.load();
    if (access?.token === pair.accessToken) return;
    log.warn("zalo token overtaken by another");
    throw new ZaloUnreachable("busy");
  };

  return {
    renew: (from) => {
      underWay ??= renewOrWait(from).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    settled: async () => {
      await underWay?.catch(() => undefined);
    },
  };
}

/** Nobody may ask now, and nobody is asking. */
function refuseWhileHopeless({ isRefused, waitMs }: HeldTokens): void {
  if (isRefused) throw new ZaloRefused(tokenUsed, "oauth");
  if (waitMs > 0) throw new ZaloUnreachable("busy", Math.ceil(waitMs));
}
