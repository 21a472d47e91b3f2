import { z } from "zod";
import { SignedSheet } from "../directory.ts";
import { SchoolId } from "../ids.ts";

/** GET /api/public/schools?search= : schools by name, with or without tone marks, 20 at most. */
export const SchoolSearch = z.strictObject({ search: z.string().max(100).default("") });

export const SchoolFound = z.strictObject({
  id: SchoolId,
  name: z.string(),
  communeName: z.string(),
  provinceName: z.string(),
});
export type SchoolFound = z.infer<typeof SchoolFound>;

export const SchoolsFound = z.strictObject({ schools: z.array(SchoolFound) });

/** GET /api/public/schools/:schoolId/sheet : the signed sheet of one school. */
export const SheetParams = z.strictObject({ schoolId: SchoolId });
export const SheetAnswer = SignedSheet;
