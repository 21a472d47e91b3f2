import type { Instant } from "@truong-an/shared/time";
import { zaloTokens } from "../db/zalo-tables.ts";
import type { World } from "../world.ts";

/**
 * How the Official Account's access stands. `refused`: Zalo takes the refresh token no more, and an
 * operator must bring another one before the access token ends. `expiring`: a renewal is overdue.
 */
export type TokenStanding =
  | { readonly kind: "missing" }
  | { readonly kind: "static" } // from the environment; nobody knows how long it lasts
  | { readonly kind: "good" | "expiring"; readonly expiresAt: Instant }
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly expiresAt: Instant | undefined; // undefined: there was never an access token
    };

const overdueMs = 4 * 3_600_000; // renewed with five hours left, if all is well

export async function tokenStanding({
  db,
  config,
  now,
}: Pick<World, "db" | "config" | "now">): Promise<TokenStanding> {
  if (config.ZALO_OA_REFRESH_TOKEN === undefined) {
    return { kind: config.ZALO_OA_ACCESS_TOKEN === undefined ? "missing" : "static" };
  }
  const [row] = await db
    .select({ expiresAt: zaloTokens.expiresAt, refusedCode: zaloTokens.refusedCode })
    .from(zaloTokens);
  const expiresAt = row?.expiresAt ?? undefined;
  const code = row?.refusedCode ?? undefined;
  if (code !== undefined) return { kind: "refused", code, expiresAt };
  if (expiresAt === undefined) return { kind: "missing" };
  return { kind: expiresAt - now() > overdueMs ? "good" : "expiring", expiresAt };
}
