import { z } from "zod";
import { DeskId, SchoolId } from "./ids.ts";

/** Which body a desk belongs to. Two desks are independent when their kinds differ. */
export const DeskKind = z.enum(["school", "police", "commune", "department"]);
export type DeskKind = z.infer<typeof DeskKind>;

/** School stages after the two-tier government of 1/7/2025 (NĐ 142/2025, TT 10/2025/TT-BGDĐT). */
export const Stage = z.enum([
  "preschool",
  "primary",
  "lower",
  "primary_lower",
  "upper",
  "continuing",
]);
export type Stage = z.infer<typeof Stage>;

export const SheetDesk = z.strictObject({
  id: DeskId,
  kind: DeskKind,
  name: z.string().min(1).max(200),
  phone: z.string().max(20).nullable(),
  keyNumber: z.int().min(1),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
});
export type SheetDesk = z.infer<typeof SheetDesk>;

/**
 * One school's place in the directory: who answers for it and with which public keys.
 * Its exact text is signed offline; the phone trusts no desk that is not on a signed sheet.
 */
export const PlaceSheet = z.strictObject({
  version: z.int().min(1),
  schoolId: SchoolId,
  schoolName: z.string().min(1).max(200),
  stage: Stage,
  communeName: z.string().min(1).max(200),
  provinceName: z.string().min(1).max(200),
  desks: z.array(SheetDesk).min(2).max(8),
});
export type PlaceSheet = z.infer<typeof PlaceSheet>;

/** What routing needs to know of a place: its stage and its desks, without keys or names. */
export type Place = {
  readonly schoolId: SchoolId;
  readonly stage: Stage;
  readonly desks: readonly { readonly id: DeskId; readonly kind: DeskKind }[];
};

/** A sheet as it travels: the exact signed text and the Ed25519 signature over it. */
export const SignedSheet = z.strictObject({
  sheet: z.string().min(2).max(8_192),
  signature: z.base64().length(88),
});
export type SignedSheet = z.infer<typeof SignedSheet>;
