import { boolean, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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

export const groupChanges = pgTable("group_changes", {
  id: uuid().primaryKey(),
  groupId: uuid("group_id").notNull(),
  kind: text().notNull(),
  assetId: text("asset_id"),
  firstMembers: uuid("first_members").array().notNull(),
  status: text().notNull(),
  code: text(),
  attempts: integer().notNull(),
  staffId: uuid("staff_id"),
  deskId: uuid("desk_id"),
  askedAt: moment("asked_at").notNull(),
  settledAt: moment("settled_at"),
});

export const groupAssets = pgTable("group_assets", {
  assetId: text("asset_id").primaryKey(),
  kind: text().notNull(),
  until: moment(),
  renews: boolean().notNull(),
  isUsed: boolean("is_used").notNull(),
  usedBy: text("used_by"),
});

export const groupSyncs = pgTable("group_syncs", {
  onlyOne: boolean("only_one").primaryKey(),
  askedAt: moment("asked_at").notNull(),
  finishedAt: moment("finished_at"),
  code: text(),
});

export const broadcasts = pgTable("broadcasts", {
  id: uuid().primaryKey(),
  bulletinId: uuid("bulletin_id").notNull(),
  staffId: uuid("staff_id").notNull(),
  deskId: uuid("desk_id").notNull(),
  startedAt: moment("started_at").notNull(),
  finishedAt: moment("finished_at"),
  attachmentId: text("attachment_id"),
  attachmentVersion: integer("attachment_version"),
  attachedAt: moment("attached_at"),
});

export const broadcastPosts = pgTable(
  "broadcast_posts",
  {
    broadcastId: uuid("broadcast_id").notNull(),
    groupId: uuid("group_id").notNull(),
    status: text().notNull(),
    code: text(),
    messageId: text("message_id"),
    attempts: integer().notNull(),
    nextTryAt: moment("next_try_at"),
    triedAt: moment("tried_at"),
    isStopped: boolean("is_stopped").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.broadcastId, table.groupId] })],
);
