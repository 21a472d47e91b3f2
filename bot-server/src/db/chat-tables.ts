import { jsonb, pgTable } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns.ts";

export const chatStates = pgTable("chat_states", {
  person: bytes().primaryKey(),
  state: jsonb().notNull(),
  lastEventAt: moment("last_event_at").notNull(),
  humanUntil: moment("human_until"),
  expiresAt: moment("expires_at").notNull(),
});
