import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./columns.ts";

/** The tables as drizzle sees them. The truth, with its checks and grants, is in `migrations/`. */

export const provinces = pgTable("provinces", {
  id: text().primaryKey(),
  name: text().notNull(),
});

export const communes = pgTable("communes", {
  id: text().primaryKey(),
  provinceId: text("province_id").notNull(),
  name: text().notNull(),
});

export const schools = pgTable("schools", {
  id: uuid().primaryKey(),
  communeId: text("commune_id").notNull(),
  name: text().notNull(),
  stage: text().notNull(),
  searchText: text("search_text").notNull(),
});

export const desks = pgTable("desks", {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  name: text().notNull(),
  phone: text(),
  keyNumber: integer("key_number").notNull(),
  recipient: text().notNull(),
});

export const schoolDesks = pgTable(
  "school_desks",
  { schoolId: uuid("school_id").notNull(), deskId: uuid("desk_id").notNull() },
  (table) => [primaryKey({ columns: [table.schoolId, table.deskId] })],
);

export const placeSheets = pgTable("place_sheets", {
  schoolId: uuid("school_id").primaryKey(),
  version: integer().notNull(),
  sheet: text().notNull(),
  signature: text().notNull(),
});

export const staff = pgTable("staff", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  salt: text(),
  signInHash: bytes("sign_in_hash"),
  recipient: text(),
  lockedIdentity: bytes("locked_identity"),
  totpSealed: bytes("totp_sealed"),
  totpLastStep: bigint("totp_last_step", { mode: "number" }),
  joinedAt: moment("joined_at"),
});

export const deskMembers = pgTable(
  "desk_members",
  {
    deskId: uuid("desk_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    role: text().notNull(),
    deskKeyEnvelope: bytes("desk_key_envelope").notNull(),
    keyNumber: integer("key_number").notNull(),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.staffId] })],
);

export const invitations = pgTable("invitations", {
  tokenHash: bytes("token_hash").primaryKey(),
  staffId: uuid("staff_id").notNull(),
  deskId: uuid("desk_id").notNull(),
  role: text().notNull(),
  deskKeyEnvelope: bytes("desk_key_envelope"),
  keyNumber: integer("key_number").notNull(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

export const staffSessions = pgTable("staff_sessions", {
  tokenHash: bytes("token_hash").primaryKey(),
  staffId: uuid("staff_id").notNull(),
  lastSeenAt: moment("last_seen_at").notNull(),
  expiresAt: moment("expires_at").notNull(),
});

export const dutyChannels = pgTable(
  "duty_channels",
  {
    staffId: uuid("staff_id").notNull(),
    position: integer().notNull(),
    channel: text().notNull(),
    address: text().notNull(),
    urgentPosition: integer("urgent_position"),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.position] })],
);

export const deskDuty = pgTable(
  "desk_duty",
  { deskId: uuid("desk_id").notNull(), staffId: uuid("staff_id").notNull() },
  (table) => [primaryKey({ columns: [table.deskId, table.staffId] })],
);

export const reports = pgTable("reports", {
  id: uuid().primaryKey(),
  submissionId: uuid("submission_id").notNull(),
  schoolId: uuid("school_id").notNull(),
  formVersion: integer("form_version").notNull(),
  rulesVersion: integer("rules_version").notNull(),
  level: text().notNull(),
  reasons: text().array().notNull(),
  facts: jsonb().notNull(),
  signals: text().array().notNull(),
  recipient: text().notNull(),
  story: bytes().notNull(),
  finderHash: bytes("finder_hash").notNull(),
  receiptEnvelope: bytes("receipt_envelope").notNull(),
  status: text().notNull(),
  ownerDeskId: uuid("owner_desk_id").notNull(),
  takenBy: uuid("taken_by"),
  takenAt: moment("taken_at"),
  ladder: jsonb().notNull(),
  repeatClock: jsonb("repeat_clock").notNull(),
  lastRung: integer("last_rung").notNull(),
  callRound: integer("call_round").notNull(),
  nextRungAt: moment("next_rung_at"),
  receivedAt: moment("received_at").notNull(),
  closedAt: moment("closed_at"),
  outcome: text(),
  news: integer().notNull(),
  newsRead: integer("news_read").notNull(),
  correctionReason: text("correction_reason"),
  judgedThrough: integer("judged_through"),
  takenRound: integer("taken_round"),
});

export const envelopes = pgTable(
  "envelopes",
  {
    reportId: uuid("report_id").notNull(),
    deskId: uuid("desk_id").notNull(),
    keyNumber: integer("key_number").notNull(),
    sealed: bytes().notNull(),
    toldAt: moment("told_at"),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.deskId] })],
);

export const messages = pgTable("messages", {
  id: uuid().primaryKey(),
  reportId: uuid("report_id").notNull(),
  number: integer().notNull(),
  author: text().notNull(),
  deskId: uuid("desk_id"),
  sealed: bytes().notNull(),
  sentAt: moment("sent_at").notNull(),
});

export const photos = pgTable("photos", {
  sha256: bytes().primaryKey(),
  reportId: uuid("report_id").notNull(),
  messageId: uuid("message_id"),
  position: integer().notNull(),
  sealed: bytes(),
});

export const notes = pgTable("notes", {
  id: uuid().primaryKey(),
  reportId: uuid("report_id").notNull(),
  deskId: uuid("desk_id").notNull(),
  staffId: uuid("staff_id").notNull(),
  sealed: bytes().notNull(),
  writtenAt: moment("written_at").notNull(),
});

export const alertAttempts = pgTable("alert_attempts", {
  id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
  reportId: uuid("report_id").notNull(),
  deskId: uuid("desk_id").notNull(),
  staffId: uuid("staff_id").notNull(),
  round: integer().notNull(),
  channel: text().notNull(),
  outcome: text().notNull(),
  code: text().notNull(),
  attemptedAt: moment("attempted_at").notNull(),
});

export const auditEntries = pgTable("audit_entries", {
  id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
  at: moment().notNull(),
  kind: text().notNull(),
  reportId: uuid("report_id"),
  staffId: uuid("staff_id"),
  deskId: uuid("desk_id"),
  details: jsonb().notNull(),
});
