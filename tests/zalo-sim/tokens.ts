import { createHash } from "node:crypto";
import type { Chance } from "./chance.ts";
import { day, hour, type SimClock } from "./clock.ts";

/** The app at Zalo that acts for the Official Account. */
export type OaApp = {
  readonly id: string;
  readonly secret: string;
  readonly refreshToken: string;
  readonly codeChallenge: string;
};

export type TokenPair = { readonly accessToken: string; readonly refreshToken: string };

export type Tokens = {
  readonly state: (accessToken: string) => "good" | "expired" | "unknown";
  readonly isApp: (id: string, secret: string) => boolean;
  /** A refresh token works once: it gives a new pair and is dead afterwards. */
  readonly refresh: (refreshToken: string) => TokenPair | undefined;
  /** The code that the OA's admin brings back from the consent page: good for 10 minutes, once. */
  readonly newCode: () => string;
  readonly exchange: (code: string, verifier: string) => TokenPair | undefined;
  /** An answer came without a successor: this refresh token stays good. */
  readonly revive: (refreshToken: string) => void;
  /** Whether this refresh token was good once and has been used. */
  readonly wasUsed: (refreshToken: string) => boolean;
  /** Every access token that was handed out dies now, as after a change of the app's permissions. */
  readonly expireAccess: () => void;
  /** As if somebody else had used every refresh token that is still good. */
  readonly useUpRefresh: () => void;
  /** The OA's admin has consented again: the first refresh token is good once more. */
  readonly grantAgain: () => void;
  readonly reset: () => void;
};

const accessLife = 25 * hour;
const refreshLife = 90 * day;
const codeLife = 10 * 60_000;

export function createTokens(
  app: OaApp,
  always: readonly string[],
  clock: SimClock,
  chance: Chance,
): Tokens {
  const access = new Map<string, number>();
  const refresh = new Map<string, number>();
  const codes = new Map<string, number>();
  const used = new Set<string>();

  const newPair = (): TokenPair => {
    const pair = { accessToken: chance.hex(64), refreshToken: chance.hex(64) };
    access.set(pair.accessToken, clock.now() + accessLife);
    refresh.set(pair.refreshToken, clock.now() + refreshLife);
    return pair;
  };
  const grantAgain = () => {
    used.clear();
    refresh.set(app.refreshToken, clock.now() + refreshLife);
  };
  const reset = () => {
    access.clear();
    codes.clear();
    refresh.clear();
    grantAgain();
  };
  reset();

  return {
    state: (accessToken) => {
      if (always.includes(accessToken)) return "good";
      const until = access.get(accessToken);
      if (until === undefined) return "unknown";
      return clock.now() < until ? "good" : "expired";
    },
    isApp: (id, secret) => id === app.id && secret === app.secret,
    refresh: (refreshToken) => {
      if (refresh.has(refreshToken)) used.add(refreshToken);
      return useOnce(refresh, refreshToken, clock) ? newPair() : undefined;
    },
    newCode: () => {
      const code = chance.hex(48);
      codes.set(code, clock.now() + codeLife);
      return code;
    },
    exchange: (code, verifier) => {
      const isUsable = useOnce(codes, code, clock);
      return isUsable && challengeOf(verifier) === app.codeChallenge ? newPair() : undefined;
    },
    revive: (refreshToken) => {
      used.delete(refreshToken);
      refresh.set(refreshToken, clock.now() + refreshLife);
    },
    wasUsed: (refreshToken) => used.has(refreshToken),
    expireAccess: () => {
      for (const token of access.keys()) access.set(token, clock.now());
    },
    useUpRefresh: () => {
      for (const token of refresh.keys()) used.add(token);
      refresh.clear();
    },
    grantAgain,
    reset,
  };
}

function useOnce(usable: Map<string, number>, key: string, clock: SimClock): boolean {
  const until = usable.get(key);
  usable.delete(key);
  return until !== undefined && clock.now() < until;
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
