import { boolean, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";

export const zaloGroups = pgTable("zalo_groups", {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  zaloId: text("zalo_id"),
  schoolId: uuid("school_id"),
  communeId: text("commune_id"),
  readers: text().array().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  state: text().notNull(),
  link: text(),
  isLocked: boolean("is_locked").notNull(),
  asksToJoin: boolean("asks_to_join").notNull(),
  members: integer().notNull(),
  mostMembers: integer("most_members"),
  requests: integer().notNull(),
  assetId: text("asset_id"),
  assetKind: text("asset_kind"),
  assetUntil: moment("asset_until"),
  assetRenews: boolean("asset_renews").notNull(),
  dissolvesAt: moment("dissolves_at"),
  lapseWarned: integer("lapse_warned"),
  addedAt: moment("added_at").notNull(),
  readAt: moment("read_at"),
});
