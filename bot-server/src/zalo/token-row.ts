import { createHash } from "node:crypto";
import { CannotOpen } from "@truong-an/shared/sealing/age";
import { type Instant, instant } from "@truong-an/shared/time";
import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { zaloTokenSeeds, zaloTokens } from "../db/zalo-tables.ts";
import type { TokenPair } from "./ask-for-pair.ts";
import type { HeldTokens } from "./held-tokens.ts";
import type { TokenSeal } from "./token-seal.ts";

/** The one row of `zalo_tokens`, its tokens sealed to the server's key. */
export type TokenRow = {
  /** A refresh token from the operator that was never given before takes over. */
  readonly plant: (seed: string) => Promise<void>;
  /** Throws when nothing was ever planted. */
  readonly load: () => Promise<HeldTokens>;
  /**
   * Marks, for everybody to see, that the next pair is being asked for, and hands out the refresh
   * token; undefined when another process is at it, or when it is too early after a failure.
   */
  readonly claim: (generation: number) => Promise<string | undefined>;
  readonly seal: (pair: TokenPair) => Promise<SealedPair>;
  /** Puts the pair in the place of the generation that it was traded for; false when that one is gone. */
  readonly keep: (generation: number, pair: SealedPair, now: Instant) => Promise<boolean>;
  readonly refused: (generation: number, code: number | "empty" | "unreadable") => Promise<void>;
  readonly failed: (generation: number) => Promise<void>;
};

export type SealedPair = {
  readonly accessToken: Buffer;
  readonly refreshToken: Buffer | undefined;
  readonly lifeMs: number;
};

const leaseSeconds = 30; // longer than any call takes: who has not come back by then is dead
const refusedSeconds = 900;
const firstPauseSeconds = 10;
const longestPauseSeconds = 900;

export function openTokenRow(db: Db, seal: TokenSeal): TokenRow {
  const refused: TokenRow["refused"] = async (generation, code) => {
    const retryAt = pause(sql`${refusedSeconds}`);
    await db
      .update(zaloTokens)
      .set({ attemptedAt: null, refusedCode: String(code), retryAt })
      .where(eq(zaloTokens.generation, generation));
  };
  return {
    plant: async (seed) => plant(db, seed, await seal.close(seed)),
    load: () => load(db, seal),
    claim: async (generation) => {
      const [claimed] = await db
        .update(zaloTokens)
        .set({ attemptedAt: sql`now()` })
        .where(and(eq(zaloTokens.generation, generation), mayAsk()))
        .returning({ refreshToken: zaloTokens.refreshToken });
      if (claimed === undefined) return undefined;
      const refreshToken = await readable(seal.open(claimed.refreshToken));
      if (refreshToken === undefined) await refused(generation, "unreadable");
      return refreshToken;
    },
    seal: async ({ accessToken, refreshToken, lifeMs }) => {
      const [access, refresh] = await Promise.all([
        seal.close(accessToken),
        refreshToken === undefined ? undefined : seal.close(refreshToken),
      ]);
      return { accessToken: access, refreshToken: refresh, lifeMs };
    },
    keep: async (generation, { accessToken, refreshToken, lifeMs }, now) => {
      const expiresAt = instant(now + lifeMs);
      const kept = await db
        .update(zaloTokens)
        .set({ ...anew(refreshToken), accessToken, renewedAt: now, expiresAt })
        .where(eq(zaloTokens.generation, generation))
        .returning({ generation: zaloTokens.generation });
      return kept.length > 0;
    },
    refused,
    failed: async (generation) => {
      const grown = sql`least(${longestPauseSeconds}, ${firstPauseSeconds} * 2 ^ least(failures, 20))`;
      await db
        .update(zaloTokens)
        .set({ attemptedAt: null, failures: sql`failures + 1`, retryAt: pause(grown) })
        .where(eq(zaloTokens.generation, generation));
    },
  };
}

async function plant(db: Db, seed: string, refreshToken: Buffer): Promise<void> {
  const sha256 = createHash("sha256").update(seed).digest();
  await db.transaction(async (tx) => {
    const planted = await tx
      .insert(zaloTokenSeeds)
      .values({ sha256, takenAt: sql`now()` })
      .onConflictDoNothing()
      .returning({ sha256: zaloTokenSeeds.sha256 });
    if (planted.length === 0) return;
    await tx
      .insert(zaloTokens)
      .values({ id: 1, generation: 1, refreshToken, failures: 0 })
      .onConflictDoUpdate({ target: zaloTokens.id, set: anew(refreshToken) });
  });
}

async function load(db: Db, seal: TokenSeal): Promise<HeldTokens> {
  const [row] = await db
    .select({
      generation: zaloTokens.generation,
      accessToken: zaloTokens.accessToken,
      expiresAt: zaloTokens.expiresAt,
      renewedAt: zaloTokens.renewedAt,
      refusedCode: zaloTokens.refusedCode,
      waitMs: sql<number>`coalesce(greatest(0, extract(epoch from retry_at - now()) * 1000), 0)::float8`,
    })
    .from(zaloTokens);
  if (row === undefined) throw new Error("no tokens are stored");
  const { generation, accessToken, expiresAt, renewedAt, refusedCode, waitMs } = row;
  const token = accessToken === null ? undefined : await readable(seal.open(accessToken));
  return {
    generation,
    access: token === undefined || expiresAt === null ? undefined : { token, expiresAt },
    renewedAt: renewedAt ?? undefined,
    isRefused: refusedCode !== null,
    waitMs,
  };
}

/** What was sealed to another key (the operator has changed SERVER_KEY) is as good as absent. */
function readable(opening: Promise<string>): Promise<string | undefined> {
  return opening.catch((error: unknown) => {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  });
}

/** A row whose refresh token nobody has used yet. Without a new refresh token the old one lives on. */
function anew(refreshToken: Buffer | undefined) {
  return {
    ...(refreshToken === undefined ? {} : { refreshToken }),
    generation: sql`zalo_tokens.generation + 1`,
    renewedAt: null,
    attemptedAt: null,
    retryAt: null,
    failures: 0,
    refusedCode: null,
  };
}

function mayAsk() {
  const leaseEnd = sql`now() - make_interval(secs => ${leaseSeconds})`;
  return and(
    or(isNull(zaloTokens.attemptedAt), lt(zaloTokens.attemptedAt, leaseEnd)),
    or(isNull(zaloTokens.retryAt), lte(zaloTokens.retryAt, sql`now()`)),
  );
}

/** From now so many seconds, up to a half less: processes that failed together do not come back together. */
function pause(seconds: ReturnType<typeof sql>) {
  return sql`now() + make_interval(secs => (${seconds}) * (1 - random() / 2))`;
}
