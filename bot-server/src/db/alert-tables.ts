import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns.ts";

export const zaloContacts = pgTable("zalo_contacts", {
  userId: text("user_id").primaryKey(),
  lastInteractionAt: moment("last_interaction_at"),
  follows: boolean().notNull().default(true),
  leftAt: moment("left_at"),
});

export const staffZalo = pgTable("staff_zalo", {
  staffId: uuid("staff_id").primaryKey(),
  userId: text("user_id").notNull(),
  linkedAt: moment("linked_at").notNull(),
});

export const zaloLinkCodes = pgTable("zalo_link_codes", {
  staffId: uuid("staff_id").primaryKey(),
  codeHash: bytes("code_hash").notNull(),
  expiresAt: moment("expires_at").notNull(),
});

export const zaloLinkGuesses = pgTable("zalo_link_guesses", {
  guesser: bytes().primaryKey(),
  wrong: integer().notNull(),
  since: moment().notNull(),
});

export const alertCalls = pgTable("alert_calls", {
  code: text().primaryKey(),
  reportId: uuid("report_id").notNull(),
  deskId: uuid("desk_id").notNull(),
  staffId: uuid("staff_id").notNull(),
  round: integer().notNull(),
  level: text().notNull(),
  news: integer().notNull(),
  ownerDeskId: uuid("owner_desk_id").notNull(),
  calledAt: moment("called_at").notNull(),
  reached: boolean(),
  acknowledgedAt: moment("acknowledged_at"),
});

export const channelHealth = pgTable("channel_health", {
  channel: text().primaryKey(),
  failingSince: moment("failing_since"),
  lastTriedAt: moment("last_tried_at"),
  lastDeliveredAt: moment("last_delivered_at"),
  lastCode: text("last_code"),
});

export const channelFailures = pgTable(
  "channel_failures",
  {
    channel: text().notNull(),
    staffId: uuid("staff_id").notNull(),
    failedAt: moment("failed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.channel, table.staffId] })],
);

export const operatorAlarms = pgTable("operator_alarms", {
  subject: text().primaryKey(),
  raisedAt: moment("raised_at").notNull(),
});

export const zaloStanding = pgTable("zalo_standing", {
  onlyOne: boolean("only_one").primaryKey().default(true),
  lookedAt: moment("looked_at").notNull(),
  packageName: text("package_name"),
  packageValidThrough: text("package_valid_through"),
  znsRemaining: integer("zns_remaining"),
  znsDaily: integer("zns_daily"),
  znsParameters: jsonb("zns_parameters"),
});

export const channelTests = pgTable(
  "channel_tests",
  {
    staffId: uuid("staff_id").notNull(),
    channel: text().notNull(),
    askedAt: moment("asked_at").notNull(),
    outcome: text(),
    code: text(),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.channel] })],
);
