import { type Instant, instant } from "@truong-an/shared/time";
import { customType } from "drizzle-orm/pg-core";

/** `bytea`: sealed bytes and hashes. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** `timestamptz`, as the milliseconds that the rest of the house counts in. */
export const moment = customType<{ data: Instant; driverData: string }>({
  dataType: () => "timestamptz",
  fromDriver: (value) => instant(new Date(value).getTime()),
  toDriver: (value) => new Date(value).toISOString(),
});
