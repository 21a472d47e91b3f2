import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns.ts";

/** Bulletins and who asked to hear of them. */

export const bulletins = pgTable("bulletins", {
  id: uuid().primaryKey(),
  deskId: uuid("desk_id").notNull(),
  publishedAt: moment("published_at"),
});

export const bulletinCovers = pgTable("bulletin_covers", {
  id: uuid().primaryKey(),
  bulletinId: uuid("bulletin_id").notNull(),
  image: bytes().notNull(),
});

export const bulletinVersions = pgTable(
  "bulletin_versions",
  {
    bulletinId: uuid("bulletin_id").notNull(),
    number: integer().notNull(),
    status: text().notNull(),
    topic: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    provinceId: text("province_id"),
    communeId: text("commune_id"),
    schoolId: uuid("school_id"),
    readers: text().array().notNull(),
    coverId: uuid("cover_id"),
    coverAlt: text("cover_alt"),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: moment("written_at").notNull(),
    approvedBy: uuid("approved_by"),
    approvedAt: moment("approved_at"),
    publishedBy: uuid("published_by"),
    publishedAt: moment("published_at"),
    correctedAt: moment("corrected_at"),
    withdrawnBy: uuid("withdrawn_by"),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.number] })],
);

export const bulletinSubscriptions = pgTable(
  "bulletin_subscriptions",
  {
    userId: text("user_id").notNull(),
    schoolId: uuid("school_id").notNull(),
    topic: text().notNull(),
    consentedAt: moment("consented_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.schoolId, table.topic] })],
);

export const noticeSubscriptions = pgTable(
  "notice_subscriptions",
  {
    miniUserId: text("mini_user_id").notNull(),
    schoolId: uuid("school_id").notNull(),
    consentedAt: moment("consented_at").notNull(),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [primaryKey({ columns: [table.miniUserId, table.schoolId] })],
);

export const noticeRevocations = pgTable("notice_revocations", {
  person: bytes().primaryKey(),
  revokedAt: moment("revoked_at").notNull(),
});

export const bulletinAnnouncements = pgTable(
  "bulletin_announcements",
  {
    bulletinId: uuid("bulletin_id").notNull(),
    way: text().notNull(),
    toldThrough: text("told_through").notNull(),
    finishedAt: moment("finished_at"),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.way] })],
);

export const noticesDue = pgTable(
  "notices_due",
  {
    bulletinId: uuid("bulletin_id").notNull(),
    miniUserId: text("mini_user_id").notNull(),
    schoolId: uuid("school_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.miniUserId] })],
);
