import { z } from "zod";
import { limits, PhotoReference } from "./report.ts";

export const Author = z.enum(["reporter", "staff"]);
export type Author = z.infer<typeof Author>;

/** One message of the two-way thread. It exists unsealed at its two ends only. */
export const MessageBody = z.strictObject({
  text: z.string().max(limits.messageCharacters),
  photos: z.array(PhotoReference).max(limits.photos),
});
export type MessageBody = z.infer<typeof MessageBody>;
