import { integer, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns.ts";

/** The Official Account's tokens, sealed to the server's key. At most one row. */
export const zaloTokens = pgTable("zalo_tokens", {
  id: smallint().primaryKey(),
  generation: integer().notNull(),
  accessToken: bytes("access_token"),
  refreshToken: bytes("refresh_token").notNull(),
  renewedAt: moment("renewed_at"),
  expiresAt: moment("expires_at"),
  attemptedAt: moment("attempted_at"),
  retryAt: moment("retry_at"),
  failures: integer().notNull(),
  refusedCode: text("refused_code"),
});

export const zaloTokenSeeds = pgTable("zalo_token_seeds", {
  sha256: bytes().primaryKey(),
  takenAt: moment("taken_at").notNull(),
});
