import { z } from "zod";
import { ZaloUnreachable } from "./errors.ts";

/** How Zalo writes things: numbers now and then as text, ids as text because a number would lose digits. */

export const Code = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
]);

export const Id = z.union([z.string().min(1), z.int().transform(String)]);

export const Count = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

export const Flag = z.union([
  z.boolean(),
  z.enum(["true", "1"]).transform(() => true),
  z.enum(["false", "0"]).transform(() => false),
  z.number().transform((number) => number !== 0),
]);

/** A field that we can do without: whatever does not fit counts as absent. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

/** What Zalo answered, as we need it. Throws ZaloUnreachable when that is not in it. */
export function parsed<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const read = schema.safeParse(data);
  if (!read.success) throw new ZaloUnreachable("unreadable");
  return read.data;
}
