import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";

export const dutyPlans = pgTable("duty_plans", {
  deskId: uuid("desk_id").primaryKey(),
  number: integer().notNull().default(0),
  otherwise: text().notNull().default("everyone"),
  summerFrom: text("summer_from").notNull().default("06-01"),
  summerTo: text("summer_to").notNull().default("08-31"),
});

export const dutyPatterns = pgTable(
  "duty_patterns",
  {
    deskId: uuid("desk_id").notNull(),
    position: integer().notNull(),
    staffId: uuid("staff_id").notNull(),
    weekdays: integer().array().notNull(),
    fromMinute: integer("from_minute").notNull(),
    toMinute: integer("to_minute").notNull(),
    days: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.deskId, table.position] })],
);

export const dutyCovers = pgTable("duty_covers", {
  id: uuid().primaryKey(),
  written: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
  deskId: uuid("desk_id").notNull(),
  staffId: uuid("staff_id").notNull(),
  insteadOf: uuid("instead_of"),
  fromAt: moment("from_at").notNull(),
  toAt: moment("to_at").notNull(),
});

export const dutyAbsences = pgTable("duty_absences", {
  id: uuid().primaryKey(),
  deskId: uuid("desk_id").notNull(),
  staffId: uuid("staff_id").notNull(),
  fromAt: moment("from_at").notNull(),
  toAt: moment("to_at").notNull(),
});

export const dutyWarnings = pgTable("duty_warnings", {
  id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
  deskId: uuid("desk_id").notNull(),
  nearness: text().notNull(),
  fromAt: moment("from_at").notNull(),
  toAt: moment("to_at"),
});
