import { createHmac } from "node:crypto";
import type { Instant } from "@truong-an/shared/time";
import { and, eq, gte, sql } from "drizzle-orm";
import type { Config } from "../config.ts";
import { noticeRevocations } from "../db/bulletin-tables.ts";
import type { Tx } from "../db/open.ts";

/**
 * Remembers that this person revoked everything, under a name that leads to no Zalo id. A consent
 * that is being kept at this moment is kept before, and goes with the others, or not at all.
 */
export async function rememberRevocation(
  tx: Tx,
  config: Config,
  miniUserId: string,
  revokedAt: Instant,
): Promise<void> {
  const person = personOf(config, miniUserId);
  await waitOurTurn(tx, person);
  await tx
    .insert(noticeRevocations)
    .values({ person, revokedAt })
    .onConflictDoUpdate({ target: noticeRevocations.person, set: { revokedAt } });
}

/** Whether this person has revoked everything since then. Nobody revokes until the transaction ends. */
export async function isRevokedSince(
  tx: Tx,
  config: Config,
  miniUserId: string,
  since: Instant,
): Promise<boolean> {
  const person = personOf(config, miniUserId);
  await waitOurTurn(tx, person);
  const rows = await tx
    .select({ revokedAt: noticeRevocations.revokedAt })
    .from(noticeRevocations)
    .where(and(eq(noticeRevocations.person, person), gte(noticeRevocations.revokedAt, since)));
  return rows.length > 0;
}

async function waitOurTurn(tx: Tx, person: Buffer): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(${person.readBigInt64BE().toString()}::bigint)`,
  );
}

function personOf({ PUZZLE_KEY }: Config, miniUserId: string): Buffer {
  return createHmac("sha256", PUZZLE_KEY).update(`notices:${miniUserId}`).digest();
}
